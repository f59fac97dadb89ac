/**
 * The schema number every document carries, and the one door through which operations write.
 * A document with a higher number than ours is read as far as possible and never written.
 */
import type * as Y from 'yjs';
import { asNumber } from './entries.ts';

export const schema = 1;

/** A document without a number is new: nothing has been written yet. */
export const schemaOf = (doc: Y.Doc): number => asNumber(doc.getMap('about').get('schema')) ?? schema;

export const isNewer = (doc: Y.Doc): boolean => schemaOf(doc) > schema;

/** What `origin` is on every change made through here: `annotations/<operation>`. */
export type Operation = `annotations/${string}`;

/** Runs one transaction. False when the document is from a newer version: nothing was written. */
export function operate(doc: Y.Doc, name: string, change: (doc: Y.Doc) => void): boolean {
  if (isNewer(doc)) return false;
  const origin: Operation = `annotations/${name}`;
  doc.transact(() => {
    const about = doc.getMap('about');
    if (about.get('schema') === undefined) about.set('schema', schema);
    change(doc);
  }, origin);
  return true;
}
