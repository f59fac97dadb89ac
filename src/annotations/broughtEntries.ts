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
import { type UserId, userId } from '../workshop/ids.ts';
import { roles } from '../workshop/roles.ts';
import type { BroughtDesk } from './brought.ts';
import type { Desk } from './desk.ts';
import { plainFields, remarkFields, remarkFrom, stanceFrom, verdictFrom } from './deskEntries.ts';
import { asNumber, asOneOf, asText, sorted } from './entries.ts';
import { compareTimes } from './times.ts';
import { uniteDesks } from './uniteDesks.ts';

// Ids come from outside; escaped, they hold no @.
const escaped = (id: string): string => encodeURIComponent(id.toWellFormed());

export const broughtKey = (owner: UserId, by: UserId): string => `${escaped(owner)}@${escaped(by)}`;

/** The keys of everything brought of this person. */
export const keysOf = (brought: Y.Map<unknown>, owner: UserId): readonly string[] =>
  [...brought.keys()].filter((key) => key.startsWith(`${escaped(owner)}@`));

/** What lies under its key. */
export const recordFields = ({ desk, beside, by, at, board }: BroughtDesk) => ({
  by,
  at,
  board,
  ...(beside ? { beside: [...beside] } : {}),
  ...desk,
  confirmed: [...desk.confirmed].map(([user, role]) => ({ user, role })),
  stances: [...desk.stances.values()],
  remarks: desk.remarks.map(remarkFields),
  verdicts: desk.verdicts,
});

const roleFrom = asOneOf(roles);

function parseRecord(value: unknown): BroughtDesk | null {
  const record = plainFields(value);
  const texts = ['owner', 'name', 'by', 'at', 'board'].map((key) => asText(record.get(key)));
  const [owner, name, by, at, board] = texts;
  let unknown = asNumber(record.get('unknown')) ?? 0;
  /** Each entry for itself: a damaged one costs no other. */
  const each = <T>(
    key: string,
    read: (at: (name: string) => string, entry: ReturnType<typeof plainFields>) => T | null | undefined,
  ) => {
    const entries = record.get(key);
    return (Array.isArray(entries) ? entries : [null]).flatMap((entry: unknown): T[] => {
      const fields = plainFields(entry);
      const found = read((named) => asText(fields.get(named)) ?? '', fields);
      if (!found) unknown += 1;
      return found ? [found] : [];
    });
  };
  if (!owner || name == null || !by || at == null || board == null) return null;
  const confirmed = each('confirmed', (text, entry) => {
    const role = roleFrom(entry.get('role'));
    return role && ([userId(text('user')), role] as const);
  });
  const stances = each('stances', (text, entry) => stanceFrom(text('note'), entry));
  const desk: Omit<Desk, 'unknown'> = {
    owner: userId(owner),
    name,
    claim: roleFrom(record.get('claim')),
    confirmed: new Map(confirmed),
    stances: new Map(stances.map((stance) => [stance.note, stance])),
    remarks: each('remarks', (text, entry) => remarkFrom(text('id'), entry)),
    verdicts: each('verdicts', (text, entry) => verdictFrom(text('remark'), entry)),
    newer: record.get('newer') === true,
  };
  return {
    desk: { ...desk, unknown },
    ...besideIn(record.get('beside')),
    ...{ by: userId(by), at, board },
  };
}

const besideIn = (beside: unknown) => (Array.isArray(beside) && beside.length > 0 ? { beside } : {});

/** Sheets are read anew after each change in them, records hardly ever change: each is looked at once. */
const looked = new WeakMap<object, BroughtDesk | 'unreadable'>();

/** Null when it can't be read, or says that it is another's than its key says. */
export function readRecord(key: string, value: unknown): BroughtDesk | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = looked.get(value) ?? parseRecord(value) ?? 'unreadable';
  looked.set(value, known);
  return known !== 'unreadable' && broughtKey(known.desk.owner, known.by) === key ? known : null;
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
      found.set(next.desk.owner, {
        ...newer,
        desk: uniteDesks(newer.desk, older.desk),
        ...besideIn([...(newer.beside ?? []), ...(older.beside ?? [])]),
      });
    }
  }
  const values = [...found.values()].filter(({ desk }) => !unwanted.has(desk.owner));
  return { values: values.sort((a, b) => (a.desk.owner < b.desk.owner ? -1 : 1)), unknown };
}
