/**
 * Short facts about what a document holds. The digest covers deletions too: a state vector alone does not, and two
 * documents that differ by a lost deletion would look alike for ever.
 */
import * as Y from 'yjs';
import { checksum, toBase64 } from './bytes.ts';

const known = new WeakMap<Y.Doc, string>();
const followed = new WeakSet<Y.Doc>();

/** Equal exactly when two documents hold the same (Yjs encodes snapshots in one order only). Worked out once a change. */
export function digestOf(doc: Y.Doc): string {
  const before = known.get(doc);
  if (before !== undefined) return before;
  const digest = checksum(toBase64(Y.encodeSnapshot(Y.snapshot(doc))));
  if (doc._transaction !== null) return digest;
  if (!followed.has(doc)) {
    followed.add(doc);
    doc.on('beforeTransaction', () => known.delete(doc));
  }
  known.set(doc, digest);
  return digest;
}

/** Whether a document with this vector holds something that `doc` lacks; deletions aside. False for damaged bytes. */
export function lacks(doc: Y.Doc, vector: Uint8Array): boolean {
  try {
    return [...Y.decodeStateVector(vector)].some(([client, clock]) => clock > Y.getState(doc.store, client));
  } catch {
    return false;
  }
}

/** Changes that wait for earlier ones which have not arrived. */
export const hasGap = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
