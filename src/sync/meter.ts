/**
 * The one meter for all SDK calls of the app, sync and board alike, in all pages of this browser. It counts, and says
 * how fast to go on; it holds no call back by itself.
 *
 * Whether Miro counts per person or for the whole board is unknown, so refusals teach it. A refusal that passes within
 * the minute was the minute's limit, one that stays longer was the hour's; either way what could be spent until then,
 * or a fair part among the people here, is our share from now on. It grows again slowly while all goes well.
 */
import { once } from '../base/disposer.ts';
import { ledger } from './ledger.ts';
import { budgets, paces, retry } from './limits.ts';
import { asFields } from './parse.ts';
import type { Meter, Used } from './ports.ts';
import { backOff, type Random } from './timers.ts';

type Window = 'minute' | 'hour';
const seconds = { minute: 60, hour: 3_600 } as const;

export function budgetMeter(now: () => number, random: Random, limits: Budgets = budgets): Meter {
  const own = ledger(now);
  /** What was heard of others: at least so much did they spend. */
  const heard = ledger(now);
  const people = new Map<string, number>();
  const listeners = new Set<(used: Used) => void>();
  const share = { minute: limits.minute, hour: limits.hour };
  let calls = 0;
  let spent = 0;
  /** A row of refusals: when it began and was added to last, how many, and what was known before. */
  let row: { since: number; last: number; count: number; minuteBefore: number; wasHour: boolean } | null =
    null;
  let pausedUntil = 0;
  let grownAt = now();

  const used = (window: Window): number => own[window]() / share[window];

  function near(): boolean {
    const all = (window: Window) => (own[window]() + heard[window]()) / limits[window];
    const most = Math.max(used('minute'), used('hour'), all('minute'), all('hour'));
    return row !== null || most >= paces.nearLimit;
  }

  function present(): number {
    for (const [user, at] of people) if (Math.abs(now() - at) > paces.presence) people.delete(user);
    return people.size + 1;
  }

  function shrink(window: Window): void {
    const fair = limits[window] / present();
    const could = Math.max(own[window](), fair) * paces.caution;
    share[window] = Math.max(
      limits[window] / paces.leastShare,
      Math.min(share[window] * paces.caution, could),
    );
    grownAt = now();
  }

  function refused(): void {
    if (!row) {
      row = { since: now(), last: now(), count: 0, minuteBefore: share.minute, wasHour: false };
      shrink('minute');
    }
    row.last = now();
    if (now() < pausedUntil) return; // made before the pause: no further lesson
    row.count += 1;
    pausedUntil = now() + backOff(random, row.count, retry);
    if (row.wasHour || now() - row.since < paces.surelyNextMinute) return;
    row.wasHour = true;
    share.minute = row.minuteBefore;
    shrink('hour');
  }

  function wentWell(started: number): void {
    if (row) {
      if (started <= row.last) return; // made before the refusal
      // The window in which calls were refused is over.
      if (row.wasHour) own.forget();
      row = null;
      pausedUntil = 0;
      grownAt = now();
      return;
    }
    const minutes = Math.floor((now() - grownAt) / 60_000);
    if (minutes === 0) return;
    grownAt = now();
    for (const window of ['minute', 'hour'] as const)
      share[window] = Math.min(limits[window], share[window] * paces.growth[window] ** Math.max(0, minutes));
  }

  function count(credits: number): void {
    calls += 1;
    spent += credits;
    own.add(credits);
    tell({ credits, refused: false });
  }
  function tell(use: Used): void {
    for (const listener of [...listeners]) listener(use);
  }

  /** Faster than the steady pace while much is left, slower when little is: an hour of it uses 97 % of the share. */
  const paceOf = (window: Window): number =>
    (share[window] / seconds[window]) * (0.25 + 2 * Math.max(0, 1 - used(window)));

  /** Refused just now. Who only reads makes no other calls, so after a while background work has to try. */
  const refusedLately = (): boolean => row !== null && Math.abs(now() - row.last) < paces.surelyNextMinute;

  return {
    async run(credits, call) {
      const started = now();
      count(credits);
      try {
        const result = await call();
        wentWell(started);
        return result;
      } catch (error) {
        const reason = asFields(error)?.reason;
        // Miro promises no wording: near the limit a plain no is taken for one about the limit.
        if (reason === 'rate' || (near() && (reason === 'refused' || reason === undefined))) {
          refused();
          tell({ credits: 0, refused: true });
        }
        throw error;
      }
    },
    count,
    pace: () => Math.min(paceOf('minute'), paceOf('hour')),
    pause: () => Math.max(0, Math.min(pausedUntil - now(), retry.most * 1.2)),
    near,
    free: () => !refusedLately() && used('minute') < paces.upkeepUntil && used('hour') < paces.upkeepUntil,
    saw(user, credits) {
      heard.add(credits);
      if (people.size < paces.mostPeople) people.set(user, now());
    },
    present,
    elsewhere(use) {
      if (use.credits > 0) own.add(use.credits);
      if (use.refused) refused();
    },
    onUse(listener) {
      const one = (use: Used) => listener(use);
      listeners.add(one);
      return once(() => listeners.delete(one));
    },
    usage: () => ({ calls, credits: spent }),
    share: () => ({ ...share }),
  };
}

export interface Budgets {
  readonly minute: number;
  readonly hour: number;
}
