/**
 * How words that were brought along lie in the sheet document.
 *
 *   brought   "<owner>@<who brought it>" → one record, a plain object
 *   unwanted  owner → when they asked that nothing of theirs be brought here (ISO 8601)
 *
 * Two people may bring the words of a third at the same moment, each from a copy of another age. Each has a key of
 * their own, so neither takes the other's place, and reading unites them. A record of somebody who wants none is as
 * good as gone, whenever it arrives.
 */
import type * as Y from 'yjs';
import type { UserId } from '../workshop/ids.ts';
import { type BroughtDesk, readBrought } from './brought.ts';
import { sorted } from './entries.ts';
import { looking } from './plainValues.ts';
import { compareTimes } from './times.ts';
import { uniteDesks } from './uniteDesks.ts';

// Ids come from outside; escaped, they hold no @.
const escaped = (id: string): string => encodeURIComponent(id.toWellFormed());

export const broughtKey = (owner: UserId, by: UserId): string => `${escaped(owner)}@${escaped(by)}`;

/** The keys of everything brought of this person. */
export const keysOf = (brought: Y.Map<unknown>, owner: UserId): readonly string[] =>
  [...brought.keys()].filter((key) => key.startsWith(`${escaped(owner)}@`));

/** Sheets are read anew after each change in them, records hardly ever change: each is looked at once. */
const looked = new WeakMap<object, BroughtDesk | 'unreadable'>();

/** Null when it can't be read, or says that it is another's than its key says. */
export function readRecord(key: string, value: unknown): BroughtDesk | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = looked.get(value);
  if (known !== undefined) return known === 'unreadable' ? null : known;
  const look = looking('lenient');
  const read = readBrought(value, '', look);
  const good = look.wrong === null && broughtKey(read.desk.owner, read.by) === key;
  looked.set(value, good ? read : 'unreadable');
  return good ? read : null;
}

/** One for each owner, in the order of their ids. */
export function readBroughtDesks(brought: Y.Map<unknown>, unwanted: Y.Map<unknown>) {
  const found = new Map<UserId, BroughtDesk>();
  let unknown = 0;
  for (const [key, value] of sorted(brought)) {
    const next = readRecord(key, value);
    const known = next && found.get(next.desk.owner);
    if (!next) unknown += 1;
    else if (!known) found.set(next.desk.owner, next);
    else {
      // Between equal times the first by key, so that everybody sees the same.
      const [newer, older] = compareTimes(next.at, known.at) > 0 ? [next, known] : [known, next];
      found.set(next.desk.owner, { ...newer, desk: uniteDesks(newer.desk, older.desk) });
    }
  }
  const values = [...found.values()].filter(({ desk }) => !unwanted.has(desk.owner));
  return { values: values.sort((a, b) => (a.desk.owner < b.desk.owner ? -1 : 1)), unknown };
}
