/**
 * A draft: what somebody says while it is for nobody else yet. A document of the same form as a desk, in this browser
 * only (`draftName`), written by the operations of a desk; what is different for a draft is here.
 */
import * as Y from 'yjs';
import type { ItemId } from '../workshop/ids.ts';
import type { Remark } from './desk.ts';
import { addRemark, editRemark, type RemarkEdited } from './deskDocument.ts';
import { child, put } from './entries.ts';
import { aboutOf, type Entry, entriesIn, kindsOfWords, rootOfWords, sameFields } from './heldWords.ts';
import { operate } from './schema.ts';
import { compareTimes } from './times.ts';

/**
 * Takes a stance back. `known`: one was said elsewhere before, so that it was taken back is a word like any other;
 * without, there is nothing left to say.
 */
export const clearInDraft = (
  draft: Y.Doc,
  { note, at, known }: { readonly note: ItemId; readonly at: string; readonly known: boolean },
): boolean =>
  operate(draft, 'clear-stance', () => {
    const stances = rootOfWords(draft, 'stance');
    if (!known) stances.delete(note);
    const entry = known ? child(stances, note) : null;
    for (const [key, value] of Object.entries({ value: null, reason: '', text: '', at }))
      if (entry) put(entry, key, value);
  });

/** Changes one's own remark, which may have been said elsewhere before. */
export function editInDraft(draft: Y.Doc, remark: Remark, edited: RemarkEdited): boolean {
  return addRemark(draft, remark) && editRemark(draft, edited);
}

/** Takes these words into the draft; of what is about the same, the newer stays. */
export const keepEntries = (draft: Y.Doc, entries: readonly Entry[]): boolean =>
  operate(draft, 'keep-entries', () => {
    const present = new Map(entriesIn(draft).map((entry) => [aboutOf(entry), entry.at]));
    for (const { kind, id, at, fields } of entries) {
      const known = present.get(aboutOf({ kind, id }));
      if (known !== undefined && compareTimes(known, at) >= 0) continue;
      const entry = new Y.Map<unknown>(Object.entries(fields));
      rootOfWords(draft, kind).set(id, entry);
    }
  });

/** Takes these words out of the draft, unless they were changed since. */
export function dropEntries(draft: Y.Doc, entries: readonly Entry[]): void {
  const gone = new Map(entries.map((entry) => [aboutOf(entry), entry]));
  draft.transact(() => {
    for (const one of entriesIn(draft)) {
      const entry = gone.get(aboutOf(one));
      if (entry?.at === one.at && sameFields(entry, one)) rootOfWords(draft, one.kind).delete(one.id);
    }
  }, 'annotations/drop-entries');
}

/** What somebody says, without a place to lie yet. Null when this version may not write it. */
export function wordsAside(speak: (doc: Y.Doc) => boolean): readonly Entry[] | null {
  const aside = new Y.Doc();
  return speak(aside) ? entriesIn(aside) : null;
}

/** Nothing is left in it, read or not. */
export function emptyDraft(draft: Y.Doc): void {
  draft.transact(() => {
    for (const kind of kindsOfWords) rootOfWords(draft, kind).clear();
  }, 'annotations/empty-draft');
}
