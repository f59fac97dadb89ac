/** Two copies of what one person said, as one: of each word the newer copy counts, and none is lost. */
import type { Desk, Remark } from './desk.ts';
import { compareTimes } from './times.ts';

/** When its author last touched it. */
export const remarkTime = ({ at, editedAt }: Remark): string => editedAt ?? at;

function united<T>(
  first: readonly T[],
  second: readonly T[],
  key: (one: T) => string,
  time: (one: T) => string,
): T[] {
  const found = new Map(first.map((one) => [key(one), one]));
  for (const one of second) {
    const known = found.get(key(one));
    if (!known || compareTimes(time(one), time(known)) > 0) found.set(key(one), one);
  }
  return [...found.values()];
}

/** Name, claim and confirmations, which have no time, are those of `first`, as far as it has any. */
export function uniteDesks(first: Desk, second: Desk): Desk {
  const at = (one: { readonly at: string }): string => one.at;
  const stances = united([...first.stances.values()], [...second.stances.values()], ({ note }) => note, at);
  const remarks = united(first.remarks, second.remarks, ({ id }) => id, remarkTime);
  return {
    ...first,
    name: first.name || second.name,
    claim: first.claim ?? second.claim,
    confirmed: new Map([...second.confirmed, ...first.confirmed]),
    stances: new Map(stances.map((stance) => [stance.note, stance])),
    remarks: remarks.sort((a, b) => compareTimes(a.at, b.at) || (a.id < b.id ? -1 : 1)),
    verdicts: united(first.verdicts, second.verdicts, ({ remark }) => remark, at),
    unknown: Math.max(first.unknown, second.unknown),
    newer: first.newer || second.newer,
  };
}

/** Whether two desks of one person hold the same words, name and roles aside. */
export function sameWords(a: Desk, b: Desk): boolean {
  const words = ({ stances, remarks, verdicts }: Desk) =>
    [...stances.values(), ...remarks, ...verdicts].map((word) => JSON.stringify(word)).sort();
  return JSON.stringify(words(a)) === JSON.stringify(words(b));
}
