/**
 * Notes that somebody writes for nobody's eyes yet: a document of their browser only (`noteDraftName`).
 *
 *   notes  note id → { lane, text, order, at }
 */
import * as Y from 'yjs';
import type { LaneId } from '../../workshop/ids.ts';
import { asText, clip, longest, put, sorted } from '../entries.ts';
import { operate } from '../schema.ts';
import { compareTimes, later } from '../times.ts';
import {
  byOrder,
  type DraftNote,
  draftNoteFrom,
  entryOfNote,
  type NoteEntry,
  noteOfEntry,
} from './draftNote.ts';

const notesIn = (draft: Y.Doc): Y.Map<unknown> => draft.getMap('notes');

/** What lies in the draft, what this version can't read aside. */
export const readDraft = (draft: Y.Doc): readonly DraftNote[] =>
  entriesOfDraft(draft)
    .flatMap((entry) => noteOfEntry(entry) ?? [])
    .sort(byOrder);

export function entriesOfDraft(draft: Y.Doc): readonly NoteEntry[] {
  return sorted(notesIn(draft)).flatMap(([id, value]): NoteEntry[] => {
    const fields: unknown = value instanceof Y.Map ? value.toJSON() : null;
    const at = value instanceof Y.Map ? asText(value.get('at')) : null;
    return at === null ? [] : [{ id, at, fields: fields as NoteEntry['fields'] }];
  });
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

export interface NoteWritten {
  /** Random, from the caller. */
  readonly id: string;
  readonly lane: LaneId;
  readonly text: string;
  readonly at: string;
}

/** At the end of its lane. */
export const writeNote = (draft: Y.Doc, { id, lane, text, at }: NoteWritten): boolean =>
  operate(draft, 'write-note', () => {
    if (text.trim() === '' || notesIn(draft).has(id)) return;
    const order = Math.max(0, ...inLane(draft, lane).map((note) => note.order)) + 1;
    notesIn(draft).set(id, new Y.Map(Object.entries(entryOfNote({ id, lane, text, order, at }).fields)));
  });

export const rewordNote = (
  draft: Y.Doc,
  { id, text, at }: { readonly id: string; readonly text: string; readonly at: string },
): boolean =>
  operate(draft, 'reword-note', () => {
    const note = notesIn(draft).get(id);
    if (!(note instanceof Y.Map) || text.trim() === '' || note.get('text') === text) return;
    put(note, 'text', clip(text, longest.text));
    put(note, 'at', later(at, asText(note.get('at'))));
  });

export interface NoteMoved {
  readonly id: string;
  readonly lane: LaneId;
  /** Its place among the others of the lane, from 0; past the last one is the end. */
  readonly index: number;
  readonly at: string;
}

export const moveDraftNote = (draft: Y.Doc, { id, lane, index, at }: NoteMoved): boolean =>
  operate(draft, 'move-note', () => {
    const note = notesIn(draft).get(id);
    if (!(note instanceof Y.Map) || !draftNoteFrom(id, note)) return;
    const others = inLane(draft, lane)
      .map((other) => other.id)
      .filter((other) => other !== id);
    others.splice(Math.max(0, index), 0, id);
    put(note, 'lane', clip(lane, longest.name));
    put(note, 'at', later(at, asText(note.get('at'))));
    others.forEach((other, place) => {
      const entry = notesIn(draft).get(other);
      if (entry instanceof Y.Map) put(entry, 'order', place + 1);
    });
  });

export const removeNote = (draft: Y.Doc, id: string): boolean =>
  operate(draft, 'remove-note', () => notesIn(draft).delete(id));

/** Takes these notes into the draft; of one and the same the newer stays. */
export const keepNotes = (draft: Y.Doc, entries: readonly NoteEntry[]): boolean =>
  operate(draft, 'keep-notes', () => {
    const known = new Map(entriesOfDraft(draft).map((entry) => [entry.id, entry.at]));
    for (const { id, at, fields } of entries) {
      const present = known.get(id);
      if (present !== undefined && compareTimes(present, at) >= 0) continue;
      notesIn(draft).set(id, new Y.Map(Object.entries(fields)));
    }
  });

/** Takes these notes out of the draft, unless they were changed since. */
export function dropNotes(draft: Y.Doc, entries: readonly NoteEntry[]): void {
  const gone = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
  draft.transact(() => {
    for (const entry of entriesOfDraft(draft))
      if (gone.get(entry.id) === JSON.stringify(entry)) notesIn(draft).delete(entry.id);
  }, 'annotations/drop-notes');
}

const inLane = (draft: Y.Doc, lane: LaneId): readonly DraftNote[] =>
  readDraft(draft).filter((note) => note.lane === lane);
