/**
 * Notes that lie on a desk and are not for everybody's eyes yet: at *done* what somebody wrote unseen goes there in one
 * go, and the app shows it once the others are done, too (revealed.ts). It stays there afterwards, so that everybody can
 * see whose a sticky is and what else was said.
 *
 *   notes          "<step>/<note id>@<time>" → { lane, text, order, at }
 *   notesDone      step → when its owner said so; null when they took it back
 *   notesReleased  step → true: its owner shows these notes, whatever others do
 *   notesCounted   step → how many notes its owner has written so far
 *
 * Two devices, or two tries, put the same values under the same keys; of one note the newest counts.
 */
import type * as Y from 'yjs';
import { asNumber, asText, field, parseEntries, put, sorted } from '../entries.ts';
import { openStep } from '../heldWords.ts';
import { operate } from '../schema.ts';
import { compareTimes } from '../times.ts';
import { type DraftNote, type NoteEntry, noteOfEntry } from './draftNote.ts';
import type { heldNoteRoots } from './roots.ts';

const root = (doc: Y.Doc, name: (typeof heldNoteRoots)[number]): Y.Map<unknown> => doc.getMap(name);

// Ids come from outside; escaped, they hold no sign that parts the key.
const part = (id: string): string => encodeURIComponent(id.toWellFormed());
const keyOf = (step: string, { id, at }: NoteEntry): string => `${part(step)}/${part(id)}@${at}`;

interface HeldEntry extends NoteEntry {
  readonly step: string;
  readonly key: string;
}

function parseHeld(key: string, fields: unknown): HeldEntry | null {
  const found = /^([^/]+)\/([^@]+)@(.*)$/s.exec(key);
  const at = asText(field(fields, 'at'));
  if (!found || at === null || found[3] !== at) return null;
  try {
    return {
      key,
      step: decodeURIComponent(found[1] ?? ''),
      id: decodeURIComponent(found[2] ?? ''),
      at,
      fields: fields as NoteEntry['fields'], // an object: it has a time
    };
  } catch {
    return null; // not escaped as ours are
  }
}

const heldIn = (doc: Y.Doc): readonly HeldEntry[] => parseEntries(root(doc, 'notes'), parseHeld).values;

export interface HeldNote {
  readonly step: string;
  readonly note: DraftNote;
}

export interface HeldNotes {
  /** A note that was changed meanwhile may be there twice; the newer counts. */
  readonly notes: readonly HeldNote[];
  readonly done: ReadonlySet<string>;
  readonly released: ReadonlySet<string>;
  readonly counted: ReadonlyMap<string, number>;
}

export function readHeldNotes(doc: Y.Doc): HeldNotes {
  const marked = (name: 'notesDone' | 'notesReleased'): ReadonlySet<string> =>
    new Set(sorted(root(doc, name)).flatMap(([step, value]) => (value === null ? [] : [step])));
  return {
    notes: heldIn(doc).flatMap((entry): HeldNote[] => {
      const note = noteOfEntry(entry);
      return note ? [{ step: entry.step, note }] : [];
    }),
    done: marked('notesDone'),
    released: marked('notesReleased'),
    counted: new Map(
      sorted(root(doc, 'notesCounted')).flatMap(([step, value]) => {
        const count = asNumber(value);
        return count === null ? [] : [[step, count] as const];
      }),
    ),
  };
}

/** What its owner holds of these steps. */
export const heldNoteEntries = (doc: Y.Doc, steps: readonly string[]): readonly NoteEntry[] =>
  heldIn(doc)
    .filter(({ step }) => steps.includes(step))
    .map(({ id, at, fields }) => ({ id, at, fields }));

/** Of these notes, the ones that the desk has neither in this form nor in a newer one. */
export function missingOnDesk(doc: Y.Doc, entries: readonly NoteEntry[]): readonly NoteEntry[] {
  if (entries.length === 0) return entries;
  const there = new Map<string, string>();
  for (const { id, at } of heldIn(doc)) {
    const known = there.get(id);
    if (known === undefined || compareTimes(at, known) > 0) there.set(id, at);
  }
  return entries.filter(({ id, at }) => {
    const known = there.get(id);
    return known === undefined || compareTimes(at, known) > 0;
  });
}

// Operations on one's own desk. Each runs one transaction and returns false, having written nothing, on a newer document.

/** Inside a transaction. Of one note, the newest stays. */
function hold(doc: Y.Doc, step: string, entries: readonly NoteEntry[]): void {
  const notes = root(doc, 'notes');
  const newest = new Map<string, HeldEntry>();
  for (const one of heldIn(doc)) {
    const known = newest.get(one.id);
    if (one.step === step && (!known || compareTimes(one.at, known.at) > 0)) newest.set(one.id, one);
  }
  for (const entry of entries) {
    const known = newest.get(entry.id);
    const age = known ? compareTimes(entry.at, known.at) : 1;
    if (age < 0) continue;
    const key = keyOf(step, entry);
    if (known && known.key !== key) notes.delete(known.key);
    if (JSON.stringify(notes.get(key)) !== JSON.stringify(entry.fields)) notes.set(key, entry.fields);
    newest.set(entry.id, { ...entry, step, key });
  }
}

/** What was found in this browser after *done*: it goes to the desk beside the rest. */
export const holdNotes = (doc: Y.Doc, step: string, entries: readonly NoteEntry[]): boolean =>
  operate(doc, 'hold-notes', () => hold(doc, step, entries));

export interface NotesDone {
  readonly step: string;
  readonly at: string;
  readonly entries: readonly NoteEntry[];
  /** Steps whose notes everybody sees already. */
  readonly shown: ReadonlySet<string>;
}

/** All of it in one transaction, so whoever sees that its owner is done has every note. Doing it again changes nothing. */
export const sayNotesDone = (doc: Y.Doc, { step, at, entries, shown }: NotesDone): boolean =>
  operate(doc, 'say-notes-done', () => {
    // What was written in an earlier step that ended before anybody saw it belongs to this one now.
    const left = heldIn(doc).filter(
      (one) =>
        ![step, openStep].includes(one.step) &&
        !shown.has(one.step) &&
        !root(doc, 'notesReleased').has(one.step),
    );
    hold(doc, step, left);
    for (const { key } of left) root(doc, 'notes').delete(key);
    hold(doc, step, entries);
    if (asText(root(doc, 'notesDone').get(step)) === null) root(doc, 'notesDone').set(step, at);
    root(doc, 'notesCounted').delete(step);
  });

/** Its owner shows what they hold of a step, whatever others do. */
export const releaseNotes = (doc: Y.Doc, steps: readonly string[]): boolean =>
  operate(doc, 'release-notes', () => {
    for (const step of steps) put(root(doc, 'notesReleased'), step, true);
  });

export const countNotes = (doc: Y.Doc, step: string, count: number): boolean =>
  operate(doc, 'count-notes', () => put(root(doc, 'notesCounted'), step, count));

/** Not done after all: the notes leave the desk. They are in the owner's browser by now (`keepNotes`). */
export const takeBackNotesDone = (doc: Y.Doc, steps: readonly string[]): boolean =>
  operate(doc, 'take-back-notes-done', () => {
    for (const { key, step } of heldIn(doc)) if (steps.includes(step)) root(doc, 'notes').delete(key);
    for (const step of steps) if (root(doc, 'notesDone').has(step)) put(root(doc, 'notesDone'), step, null);
  });
