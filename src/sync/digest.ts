/**
 * Short facts about what a document holds. The digest covers deletions too: a state vector alone does not, and two
 * documents that differ by a lost deletion would look alike for ever.
 */
import * as Y from 'yjs';
import { checksum, toBase64 } from './bytes.ts';

/** Equal exactly when two documents hold the same (Yjs encodes snapshots in one order only). */
export const digestOf = (doc: Y.Doc): string => checksum(toBase64(Y.encodeSnapshot(Y.snapshot(doc))));

/** Whether a document with this vector holds something that `doc` lacks; deletions aside. False for damaged bytes. */
export function lacks(doc: Y.Doc, vector: Uint8Array): boolean {
  try {
    const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
    return [...Y.decodeStateVector(vector)].some(([client, clock]) => clock > (ours.get(client) ?? 0));
  } catch {
    return false;
  }
}

/** Changes that wait for earlier ones which have not arrived. */
export const hasGap = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
