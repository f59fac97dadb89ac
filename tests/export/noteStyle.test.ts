import { expect, test } from 'vitest';
import { noteStyle, plainStyle } from '../../src/export/word/noteStyle.ts';

test('a note’s style is told by its name without spaces, as Word and LibreOffice make it', () => {
  expect(noteStyle('Note', 'light_blue')).toBe('NoteLightBlue');
  expect(noteStyle('NoteState', 'cyan')).toBe('NoteStateCyan');
  expect(noteStyle('NoteDetail', null)).toBe('NoteDetail');
});

test('whoever brings a document back sees past the colour of a pillar, and past nothing else', () => {
  expect(plainStyle('NoteLightBlue')).toBe('Note');
  expect(plainStyle('NoteStateCyan')).toBe('NoteState');
  for (const style of ['Note', 'NoteDetail', 'NoteMauve', 'Notes', 'Talk', '', 'constructor'])
    expect(plainStyle(style)).toBe(style);
});
