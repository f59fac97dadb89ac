/** What is done with a document's updates: merged, applied, asked whether they are there. */
import * as Y from 'yjs';
import { mergeGroup } from './limits.ts';
import type { Source } from './replica.ts';

/** Merges in groups: one merge of very many updates takes minutes. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let merged = [...updates];
  while (merged.length > 1) {
    const groups: Uint8Array[] = [];
    for (let at = 0; at < merged.length; at += mergeGroup)
      groups.push(Y.mergeUpdates(merged.slice(at, at + mergeGroup)));
    merged = groups;
  }
  return merged[0] ?? new Uint8Array([0, 0]); // the update that changes nothing
}

/** Applies bytes from outside. False when they are no update. */
export function applied(doc: Y.Doc, update: Uint8Array, origin: Source): boolean {
  try {
    Y.applyUpdate(doc, update, origin);
    return true;
  } catch {
    // Yjs throws many kinds of errors on damaged bytes; what was readable before the damage has been applied.
    return false;
  }
}

/** Whether `doc` holds something that a document with this vector lacks; deletions aside. */
export function hasBeyond(doc: Y.Doc, vector: Uint8Array): boolean {
  const theirs = Y.decodeStateVector(vector);
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(
    ([client, clock]) => clock > (theirs.get(client) ?? 0),
  );
}
