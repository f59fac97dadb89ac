/**
 * Words of others that a person brings in from a document: remarks on the bringer's own desk, marked with the name that
 * the document gives. Brought in twice they lie under the same ids, so they are there once.
 */
import * as Y from 'yjs';
import type { FromDocument } from '../desk.ts';
import { addRemark, type RemarkAdded } from '../deskDocument.ts';
import { field } from '../entries.ts';
import { deskRoot as root } from '../readDesk.ts';
import { operate } from '../schema.ts';

export interface WordsFromDocument extends RemarkAdded {
  readonly from: FromDocument;
}

export const bringFromDocument = (doc: Y.Doc, words: readonly WordsFromDocument[]): boolean =>
  operate(doc, 'bring-from-document', () => {
    for (const word of words) addRemark(doc, word);
  });

/** Takes them away again; what its owner said themselves stays, whatever its id. */
export const takeBackFromDocument = (doc: Y.Doc, ids: readonly string[]): boolean =>
  operate(doc, 'take-back-from-document', () => {
    const remarks = root(doc, 'remarks');
    for (const id of ids) {
      const entry = remarks.get(id);
      if (entry instanceof Y.Map && field(entry.get('from'), 'name') !== undefined) remarks.delete(id);
    }
  });
