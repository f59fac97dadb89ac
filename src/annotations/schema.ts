/**
 * The schema number every document carries, and the one door through which operations write.
 *
 * A document with a higher number than ours is read as far as possible and never written. One with a lower number is
 * read as what it means today, and nothing in it is rewritten: our first change only marks it as ours. So whoever does
 * it first, or two at once, the document stays the same, and words that somebody writes at that moment with the older
 * version are words like any others (docs/decisions/0010).
 *
 * Each number has a mark of its own, and the highest counts. One shared field would be left to chance when an older and
 * a newer version begin a document at the same moment.
 */
import type * as Y from 'yjs';
import { asNumber } from './entries.ts';

export const schema = 1;

const markPrefix = 'schema:';

/** A document without a number is new: nothing has been written yet. */
export function schemaOf(doc: Y.Doc): number {
  const about = doc.getMap('about');
  const marks = [...about.keys()]
    .filter((key) => key.startsWith(markPrefix))
    .map((key) => Number(key.slice(markPrefix.length)))
    .filter(Number.isSafeInteger);
  return Math.max(asNumber(about.get('schema')) ?? 1, ...marks);
}

/** What `origin` is on every change made through here: `annotations/<operation>`. */
export type Operation = `annotations/${string}`;

/** How a version of the app with this schema number treats documents. */
export function versionWith(own: number) {
  const isNewer = (doc: Y.Doc): boolean => schemaOf(doc) > own;

  function mark(about: Y.Map<unknown>): void {
    // The first version's mark, which every document has since.
    if (about.get('schema') === undefined) about.set('schema', 1);
    const key = markPrefix + own;
    if (own > 1 && !about.has(key)) about.set(key, true);
  }

  return {
    isNewer,
    /** Runs one transaction. False when the document is from a newer version: nothing was written. */
    operate(doc: Y.Doc, name: string, change: (doc: Y.Doc) => void): boolean {
      if (isNewer(doc)) return false;
      const origin: Operation = `annotations/${name}`;
      doc.transact(() => {
        mark(doc.getMap('about'));
        change(doc);
      }, origin);
      return true;
    },
  };
}

export const { isNewer, operate } = versionWith(schema);
