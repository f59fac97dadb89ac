import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import {
  leaveOut,
  markNote,
  readThemeMarks,
  takeIn,
  unmarkNote,
} from '../../../src/annotations/themes/themeMarks.ts';
import { itemId } from '../../../src/workshop/ids.ts';
import { copyOf, erin, noon, one } from '../builders.ts';

const note = itemId('a/strange:id');
const mark = { theme: 'coaching', note, touches: true, at: noon } as const;

describe('what somebody marks about themes', () => {
  test('is read as it was said, whatever is in the note’s id', () => {
    const doc = new Y.Doc();
    markNote(doc, mark);
    leaveOut(doc, { theme: 'strategy', reason: 'The lead does it', at: one });
    expect(readThemeMarks(copyOf(doc))).toEqual({
      notes: [mark],
      role: [{ theme: 'strategy', reason: 'The lead does it', at: one }],
      unknown: 0,
    });
    expect(readDesk(doc, erin).unknown).toBe(0);
  });

  test('can be taken back', () => {
    const doc = new Y.Doc();
    markNote(doc, mark);
    leaveOut(doc, { theme: 'strategy', reason: '', at: one });
    unmarkNote(doc, 'coaching', note);
    takeIn(doc, 'strategy');
    expect(readThemeMarks(doc)).toEqual({ notes: [], role: [], unknown: 0 });
  });

  test('from a later version is counted and kept', () => {
    const doc = new Y.Doc();
    const map = doc.getMap('themes');
    map.set('note:courage/n1', { touches: true, at: noon });
    map.set('role:coaching', { reason: 4, at: noon });
    map.set('coaching', true);
    expect(readThemeMarks(doc)).toEqual({ notes: [], role: [], unknown: 3 });
    takeIn(doc, 'strategy');
    expect(map.size).toBe(3);
  });
});
