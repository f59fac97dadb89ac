/**
 * What was spent in the last minute and the last hour. Miro's windows are fixed, but nobody tells when they begin:
 * what fits into every sliding window fits into any fixed one.
 */
const minute = 60_000;
const hour = 3_600_000;
/** Spendings within this time are one record. */
const grain = 5_000;

export interface Ledger {
  add(credits: number): void;
  minute(): number;
  hour(): number;
  /** A new window has begun: what was spent before no longer counts. */
  forget(): void;
}

export function ledger(now: () => number): Ledger {
  let records: { readonly since: number; credits: number }[] = [];
  let sum = 0;

  /** Drops what is over; and what lies in the future, since a clock may be set back. */
  function prune(): void {
    const time = now();
    const over = ({ since }: { since: number }) => since <= time - hour || since > time;
    if (!records.some((record, i) => (i === 0 || i === records.length - 1) && over(record))) return;
    records = records.filter((record) => !over(record));
    sum = records.reduce((all, { credits }) => all + credits, 0);
  }

  return {
    add(credits) {
      prune();
      const last = records.at(-1);
      if (last && now() - last.since < grain) last.credits += credits;
      else records.push({ since: now(), credits });
      sum += credits;
    },
    minute() {
      prune();
      let all = 0;
      for (let i = records.length - 1; i >= 0; i -= 1) {
        const record = records[i];
        if (!record || record.since <= now() - minute) break;
        all += record.credits;
      }
      return all;
    },
    hour() {
      prune();
      return sum;
    },
    forget() {
      records = [];
      sum = 0;
    },
  };
}
