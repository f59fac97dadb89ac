/**
 * Taking words over can be undone for as long as somebody remembers what lay there before: what was taken goes, what it
 * took the place of comes back, and everything said since stays. A claim and confirmed roles are not undone.
 */
import type * as Y from 'yjs';
import { operate } from './schema.ts';
import { takenRoot } from './takenWords.ts';

/** Remembers what is on the desk now; what is returned puts it back. False on a newer document: nothing was written. */
export function keepTaken(doc: Y.Doc): () => boolean {
  const before = new Map(takenRoot(doc).entries());
  return () =>
    operate(doc, 'untake', () => {
      const taken = takenRoot(doc);
      for (const key of [...taken.keys()]) if (!before.has(key)) taken.delete(key);
      for (const [key, value] of before) if (!taken.has(key)) taken.set(key, value);
    });
}
