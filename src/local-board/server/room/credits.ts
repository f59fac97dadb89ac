/**
 * Miro's credits: fixed windows of a minute and an hour. A call that would go over the limit is refused until the
 * window in which that happened has passed; refused calls cost nothing (rate-limiting and error-handling pages). That
 * the message says "API rate limit" is what a public example of Miro's waits for (sticky-pair-clusterer).
 */
import type { Bill, Spent } from '../../client/protocol.ts';
import type { Refusal } from '../../model/refusal.ts';

const minute = 60_000;
const hour = 3_600_000;

export type Ledger = ReturnType<typeof createLedger>;

export function createLedger(now: () => number) {
  const accounts = new Map<
    string,
    { minute: number; minuteSpent: number; hour: number; hourSpent: number }
  >();

  function account(key: string) {
    const at = now();
    const open = accounts.get(key) ?? { minute: 0, minuteSpent: 0, hour: 0, hourSpent: 0 };
    const thisMinute = Math.floor(at / minute);
    const thisHour = Math.floor(at / hour);
    if (open.minute !== thisMinute) Object.assign(open, { minute: thisMinute, minuteSpent: 0 });
    if (open.hour !== thisHour) Object.assign(open, { hour: thisHour, hourSpent: 0 });
    accounts.set(key, open);
    return open;
  }

  return {
    /** Pays, or says why not. `payer` is a person or a board. */
    charge(
      bill: Bill,
      payer: string,
      limits: { readonly minute: number; readonly hour: number },
    ): Refusal | Spent {
      const open = account(JSON.stringify([bill.app, payer]));
      if (open.hourSpent + bill.credits > limits.hour)
        return { group: 'rate', message: `API rate limit: all ${limits.hour} credits per hour are used up.` };
      if (open.minuteSpent + bill.credits > limits.minute)
        return {
          group: 'rate',
          message: `API rate limit: all ${limits.minute} credits per minute are used up.`,
        };
      open.minuteSpent += bill.credits;
      open.hourSpent += bill.credits;
      return { app: bill.app, minute: open.minuteSpent, hour: open.hourSpent };
    },
  };
}
