/**
 * A note that is not on the board yet: what somebody writes unseen, in their browser at first (draftNotes.ts), then on
 * their desk (heldNotes.ts). It has an id of its own; on the board its sticky has another (placements.ts).
 */
import type { LaneId } from '../../workshop/ids.ts';
import type { Fields } from '../deskEntries.ts';
import { plainFields } from '../deskEntries.ts';
import { asNumber, asText, clip, longest } from '../entries.ts';

export interface DraftNote {
  /** Random; nobody else's note has it. */
  readonly id: string;
  readonly lane: LaneId;
  readonly text: string;
  /** Among the notes of its lane the smallest comes first. */
  readonly order: number;
  /** When it was changed last, by its owner's clock. */
  readonly at: string;
}

/** A note as it lies in a document, with its fields as they are: a newer version's, too. */
export interface NoteEntry {
  readonly id: string;
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Null for what this version can't read, and for notes without words: nothing is lost by leaving them out. */
export function draftNoteFrom(id: string, fields: Fields): DraftNote | null {
  const [lane, text, at] = [asText(fields.get('lane')), asText(fields.get('text')), asText(fields.get('at'))];
  const order = asNumber(fields.get('order'));
  if (id === '' || lane === null || text === null || at === null || order === null) return null;
  return text.trim() === '' ? null : { id, lane: lane as LaneId, text, order, at };
}

/** The lanes of a template are known elsewhere; here a lane is a word that names one. */
export const noteOfEntry = ({ id, fields }: NoteEntry): DraftNote | null =>
  draftNoteFrom(id, plainFields(fields));

export const entryOfNote = ({ id, ...note }: DraftNote): NoteEntry => ({
  id,
  at: note.at,
  fields: { ...note, text: clip(note.text, longest.text), lane: clip(note.lane, longest.name) },
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same order for everybody, also where two devices gave two notes one place. */
export const byOrder = (a: DraftNote, b: DraftNote): number =>
  a.order - b.order || compare(a.at, b.at) || compare(a.id, b.id);
