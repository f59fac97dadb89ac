import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openStep } from '../../../src/annotations/heldWords.ts';
import { authorsIn, sayAuthors } from '../../../src/annotations/session/authors.ts';

test('how writers are shown is said once for a step, and never changed for what was written in it', () => {
  const doc = new Y.Doc();
  expect(authorsIn(doc, 'one')).toBe('named');
  sayAuthors(doc, 'one', 'hidden');
  sayAuthors(doc, 'one', 'role');
  sayAuthors(doc, 'two', 'named');
  expect(['one', 'two', null].map((step) => authorsIn(doc, step))).toEqual(['hidden', 'named', 'named']);
  doc.getMap('authors').set('three', 'initials');
  expect(authorsIn(doc, 'three')).toBe('hidden');
});

test('what somebody lets out of a step by themselves is shown as in the step that hid most', () => {
  const doc = new Y.Doc();
  expect(authorsIn(doc, openStep)).toBe('named');
  sayAuthors(doc, 'one', 'role');
  expect(authorsIn(doc, openStep)).toBe('role');
  sayAuthors(doc, 'two', 'hidden');
  sayAuthors(doc, 'three', 'role');
  expect(authorsIn(doc, openStep)).toBe('hidden');
});
