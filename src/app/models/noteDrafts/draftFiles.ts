/** Somebody's own draft as a file, and back. Whatever the file is, nothing is lost and nothing comes twice. */
import { type DraftFailure, draftJson, parseDraftFile } from '../../../annotations/noteDrafts/draftFile.ts';
import { type DraftNote, entryOfNote, type NoteEntry } from '../../../annotations/noteDrafts/draftNote.ts';
import { fileName } from '../../../export/fileName.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { TakingIn } from './state.ts';

interface Options extends Pick<SheetContext, 'id' | 'me' | 'view' | 'platform' | 'now' | 'tell'> {
  readonly own: () => readonly DraftNote[];
}

export type FileRead =
  | Exclude<TakingIn, { kind: 'taken' }>
  | { readonly kind: 'notes'; readonly entries: readonly NoteEntry[] };

export function draftFiles({ id, me, view, platform, now, tell, own }: Options) {
  return {
    save(): void {
      const current = view.peek();
      const notes = own();
      if (!current || notes.length === 0) return;
      const at = now();
      const by = { user: me.id, name: me.name };
      const text = draftJson({ sheet: id, title: current.label.slice(0, 500).toWellFormed(), by, at, notes });
      const { title, team } = current.details;
      const name = fileName({ title, team, at, timeZone: platform.timeZone, told: ['draft'] }, 'notes.json');
      platform.save({ name, type: 'application/json', bytes: new TextEncoder().encode(text) });
      tell({
        tone: 'info',
        message: 'Your notes are saved as a file. Whoever gets it can read them, so mind where you keep it.',
      });
    },

    read(text: string, sure: boolean): FileRead {
      const file = parseDraftFile(text);
      if (!file.ok) return { kind: 'refused', words: failureWords(file.error) };
      const { sheet, title, by, notes } = file.value;
      if (!sure && by.user !== me.id)
        return {
          kind: 'ask',
          words: `These are notes of ${by.name || 'somebody else'}. Take them in as your own?`,
        };
      if (!sure && sheet !== id)
        return {
          kind: 'ask',
          words: `These notes were written for another sheet, “${title}”. Take them in here?`,
        };
      return { kind: 'notes', entries: notes.map(entryOfNote) };
    },

    takenWords: (fresh: number): string =>
      fresh === 0
        ? 'All of it is here already; nothing came twice.'
        : `${fresh === 1 ? 'One note is' : `${fresh} notes are`} in this browser now.`,
  };
}

function failureWords(failure: DraftFailure): string {
  switch (failure.kind) {
    case 'too-large':
      return 'This file is far too large to be somebody’s notes. Choose the one you saved here.';
    case 'not-json':
    case 'not-ours':
      return 'This is not a file of notes. Choose the one you saved here: its name ends in .notes.json.';
    case 'newer':
      return 'This file was saved by a newer version of Rolewright. Reload the board, then try again.';
    case 'damaged':
      return `This file is damaged (at ${failure.path || 'its beginning'}), so nothing was taken in. Save it again where it was written.`;
  }
}
