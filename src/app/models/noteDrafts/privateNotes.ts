/** The draft of this person in this browser, whichever page writes it; discarded, it is followed by an empty one. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import type { NoteEntry } from '../../../annotations/noteDrafts/draftNote.ts';
import { dropNotes, entriesOfDraft, keepNotes } from '../../../annotations/noteDrafts/draftNotes.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { Sync } from '../../../sync/sync.ts';

export interface PrivateNotes {
  readonly entries: ReadonlySignal<readonly NoteEntry[]>;
  doc(): Y.Doc;
  /** These lie safe elsewhere: they leave the draft, and the draft this browser, unless it holds more by now. */
  discard(entries: readonly NoteEntry[]): Promise<void>;
  dispose: Disposer;
}

/** Says in the document that it was discarded because nothing of it was needed any more, not to leave no trace. */
const tidied = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('tidied');

interface Options {
  readonly sync: Pick<Sync, 'openPrivate' | 'discardPrivate'>;
  readonly name: string;
  /** Of notes that another page had not heard of when it discarded the draft: those that are nowhere else. */
  readonly stillNeeded: (entries: readonly NoteEntry[]) => readonly NoteEntry[];
}

/** Resolves once what this browser keeps has been read. */
export async function openPrivateNotes({ sync, name, stillNeeded }: Options): Promise<PrivateNotes> {
  const owned = disposers();
  const entries = signal<readonly NoteEntry[]>([]);
  let draft: Y.Doc;
  let over = false;
  owned.add(() => {
    over = true;
  });
  const open = (): Promise<void> => {
    const { doc, loaded } = sync.openPrivate(name);
    draft = doc;
    const read = (): void => {
      if (draft === doc) entries.value = entriesOfDraft(doc);
    };
    // Not at once: what is discarded leaves the disk only after this event.
    const onDestroy = (): void =>
      queueMicrotask(() => {
        if (over || draft !== doc) return;
        const rest = tidied(doc).size > 0 ? stillNeeded(entriesOfDraft(doc)) : [];
        void open();
        if (rest.length > 0) keepNotes(draft, rest);
        entries.value = entriesOfDraft(draft);
      });
    doc.on('update', read);
    doc.on('destroy', onDestroy);
    owned.add(() => {
      doc.off('update', read);
      doc.off('destroy', onDestroy);
    });
    return loaded.then(read);
  };
  await open();
  return {
    entries,
    doc: () => draft,
    async discard(gone) {
      const doc = draft;
      dropNotes(doc, gone);
      // What this version can't read stays where it is.
      if (doc.getMap('notes').size > 0) return;
      tidied(doc).set('tidied', true);
      await sync.discardPrivate(name);
    },
    dispose: owned.dispose,
  };
}
