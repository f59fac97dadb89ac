/** A draft as a file: what is saved is read again, and whatever else somebody chooses is refused with a reason. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type DraftFile, draftJson, parseDraftFile } from '../../../src/annotations/noteDrafts/draftFile.ts';
import { entryOfNote } from '../../../src/annotations/noteDrafts/draftNote.ts';
import { keepNotes, readDraft } from '../../../src/annotations/noteDrafts/draftNotes.ts';
import { sheetId } from '../../../src/workshop/ids.ts';
import { erin, noon } from '../builders.ts';
import { direction } from './notes.ts';

const note = { id: 'a', lane: direction, text: 'Cut the nightly job\nto 2 h 🙂', order: 1, at: noon };
const file: DraftFile = {
  sheet: sheetId('s1'),
  title: 'Staff Engineer · Credit',
  by: { user: erin, name: 'Erin Example' },
  at: noon,
  notes: [note],
};

test('a draft is read as it was saved, and taken in twice nothing is doubled', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (texts) => {
      const notes = texts.map((text, i) => ({ id: `n${i}`, lane: direction, text, order: i + 1, at: noon }));
      const read = parseDraftFile(draftJson({ ...file, notes }));
      expect(read).toEqual({ ok: true, value: { ...file, notes } });
      const draft = new Y.Doc();
      for (const _ of [1, 2]) keepNotes(draft, notes.map(entryOfNote));
      expect(readDraft(draft)).toEqual(notes);
    }),
    { seed: 20261123 },
  );
});

test('what is no draft is refused, and said to be so', () => {
  const json = draftJson(file);
  const kinds = (text: string) => {
    const read = parseDraftFile(text);
    return read.ok ? 'ok' : read.error.kind === 'damaged' ? read.error.path : read.error.kind;
  };
  expect(kinds(`\ufeff${json}`)).toBe('ok');
  expect(kinds('Dear diary')).toBe('not-json');
  expect(kinds('null')).toBe('not-ours');
  expect(kinds(json.replace('rolewright-notes', 'rolewright-sheet'))).toBe('not-ours');
  expect(kinds(json.replace('"version": 1', '"version": 2'))).toBe('newer');
  expect(kinds(json.replace('"version": 1', '"version": "1"'))).toBe('version');
  expect(kinds(json.replace('"order": 1', '"order": "1"'))).toBe('notes[0].order');
  expect(kinds(draftJson({ ...file, notes: [{ ...note, text: ' ' }] }))).toBe('notes[0].text');
  expect(kinds(draftJson({ ...file, notes: [note, note] }))).toBe('notes[1]');
  expect(kinds('x'.repeat(5_000_001))).toBe('too-large');
  expect(kinds('{"format":"rolewright-notes","version":1,"__proto__":{"notes":[]}}')).toBe('sheet');
});
