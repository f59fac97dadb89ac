import { expect, test } from 'vitest';
import { applicationOf, undoOf } from '../../src/annotations/suggestion.ts';
import { note, text } from './builders.ts';

const wording = { proposed: 'Cut it to one hour', original: text };

test('a suggestion for the note as it stands fits', () => {
  expect(applicationOf(wording, { ...note, text: `${text}\n` })).toEqual({
    kind: 'fits',
    change: { note: note.id, before: `${text}\n`, after: 'Cut it to one hour' },
  });
});

test('a suggestion for an earlier text can be applied, but says what it was written for', () => {
  expect(applicationOf(wording, { ...note, text: 'Something else' })).toEqual({
    kind: 'text-changed',
    change: { note: note.id, before: 'Something else', after: 'Cut it to one hour' },
    original: text,
  });
});

test('a suggestion whose words stand there already changes nothing', () => {
  expect(applicationOf(wording, { ...note, text: 'Cut it  to one hour' })).toEqual({ kind: 'already-there' });
});

test('an applied suggestion can be taken back as long as its words stand', () => {
  const applied = { value: 'applied', before: text } as const;
  const now = { ...note, text: wording.proposed };
  expect(undoOf(applied, wording, now)).toEqual({ note: note.id, before: wording.proposed, after: text });
  expect(undoOf(applied, wording, { ...note, text: 'edited since' })).toBe(null);
  expect(undoOf({ value: 'declined', before: null }, wording, now)).toBe(null);
});
