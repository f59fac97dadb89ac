/**
 * Words that a desk's owner took over from another board or from a file, as they lie on the desk.
 *
 *   taken  "<kind>:<id>@<time>" → its fields, as a plain object
 *
 * They lie beside what was said here, and of the two the newer counts. So taking over replaces nothing that was said
 * here, not even on another device at the same moment; and two devices that take over the same words write the same
 * values under the same keys. A time in the key keeps copies of another age apart until one has seen the other.
 */
import * as Y from 'yjs';
import type { Remark, Stance, Verdict } from './desk.ts';
import { plainFields, remarkFrom, stanceFrom, verdictFrom } from './deskEntries.ts';
import { asText, sorted } from './entries.ts';
import { compareTimes } from './times.ts';
import { remarkTime } from './uniteDesks.ts';

export type TakenWord =
  | { readonly kind: 'stance'; readonly word: Stance }
  | { readonly kind: 'remark'; readonly word: Remark }
  | { readonly kind: 'verdict'; readonly word: Verdict };

export const takenRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('taken');

/** What it is about: at most one of a kind counts for each. */
export const idOf = (taken: TakenWord): string =>
  taken.kind === 'stance' ? taken.word.note : taken.kind === 'remark' ? taken.word.id : taken.word.remark;
export const timeOf = (taken: TakenWord): string =>
  taken.kind === 'remark' ? remarkTime(taken.word) : taken.word.at;

// Ids come from outside; escaped, they hold no @.
export const keysStart = (kind: TakenWord['kind'], id: string): string =>
  `${kind}:${encodeURIComponent(id.toWellFormed())}@`;
export const takenKey = (taken: TakenWord): string => keysStart(taken.kind, idOf(taken)) + timeOf(taken);

export function parseTaken(key: string, value: unknown): TakenWord | null {
  const kind = key.slice(0, key.indexOf(':'));
  const fields = plainFields(value);
  const named = (name: string): string => asText(fields.get(name)) ?? '';
  const found =
    kind === 'stance'
      ? { kind, word: stanceFrom(named('note'), fields) }
      : kind === 'remark'
        ? { kind, word: remarkFrom(named('id'), fields) }
        : kind === 'verdict'
          ? { kind, word: verdictFrom(named('remark'), fields) }
          : null;
  const taken = found?.word ? (found as TakenWord) : null; // each kind was read as what it is
  return taken && takenKey(taken) === key ? taken : null;
}

export const oldestFirst = (a: TakenWord, b: TakenWord): number => compareTimes(timeOf(a), timeOf(b));

/** Everything taken over, oldest first, so that the last one about something is the one that counts. */
export function readTaken(doc: Y.Doc) {
  const entries = sorted(takenRoot(doc)).map(([key, value]) => parseTaken(key, value));
  const words = entries.filter((word) => word !== null).sort(oldestFirst);
  return { words, unknown: entries.length - words.length };
}

/** When what lies in an entry of the desk was last said; null when nothing was. A stance taken back was said, too. */
export const saidAt = (entry: unknown): string | null =>
  entry instanceof Y.Map ? (asText(entry.get('editedAt')) ?? asText(entry.get('at'))) : null;

export const isNewerHere = (entry: unknown, taken: TakenWord): boolean => {
  const here = saidAt(entry);
  return here !== null && compareTimes(here, timeOf(taken)) >= 0;
};
