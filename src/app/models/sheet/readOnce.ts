/** What else lies on desks, for the parts that show it. */
import type * as Y from 'yjs';
import type { Desk } from '../../../annotations/desk.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { DeskSource } from './sheetDocuments.ts';

/** A desk is parsed anew at each change, so what else lies on it is read once for each parsing. */
export function readOnce<T>(read: (doc: Y.Doc, owner: UserId) => T): (source: DeskSource) => T {
  const known = new WeakMap<Desk, { readonly found: T }>();
  return ({ desk, doc }) => {
    const held = known.get(desk) ?? { found: read(doc, desk.owner) };
    known.set(desk, held);
    return held.found;
  };
}

/** A name may hold anything, and stands inside sentences of ours that it could turn around. */
export const namedDesk = ({ desk }: Pick<DeskSource, 'desk'>): Desk => ({
  ...desk,
  name: cleanLine(desk.name),
});
