/** What was taken over about one thing, for whoever says something newer about it. */
import type * as Y from 'yjs';
import { remarkFields } from './deskEntries.ts';
import { keysStart, oldestFirst, parseTaken, type TakenWord, takenRoot } from './takenWords.ts';

/** What lies under its key. */
export const takenFields = (taken: TakenWord) =>
  taken.kind === 'remark' ? remarkFields(taken.word) : taken.word;

function* about(doc: Y.Doc, kind: TakenWord['kind'], id: string): Iterable<readonly [string, TakenWord]> {
  const start = keysStart(kind, id);
  const keys = [...takenRoot(doc).keys()].filter((key) => key.startsWith(start));
  for (const key of keys.sort()) {
    const taken = parseTaken(key, takenRoot(doc).get(key));
    if (taken) yield [key, taken];
  }
}

/** The newest that was taken over about this, if any. */
export const takenAbout = (doc: Y.Doc, kind: TakenWord['kind'], id: string): TakenWord | null =>
  [...about(doc, kind, id)]
    .map(([, taken]) => taken)
    .sort(oldestFirst)
    .at(-1) ?? null;

/** Inside a transaction: something newer takes its place. True if there was anything. What can't be read stays. */
export function letGo(doc: Y.Doc, kind: TakenWord['kind'], id: string): boolean {
  const keys = [...about(doc, kind, id)].map(([key]) => key);
  for (const key of keys) takenRoot(doc).delete(key);
  return keys.length > 0;
}
