import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { askAgain, dismiss, readDismissals, stillHolds } from '../../../src/annotations/ours/dismissals.ts';
import { readDesk } from '../../../src/annotations/readDesk.ts';
import { itemId } from '../../../src/workshop/ids.ts';
import { copyOf, erin, noon, one } from '../builders.ts';

const note = itemId('n1');
const text = 'Set the technical direction';

const holds = (doc: Y.Doc, now: string) => stillHolds(readDismissals(doc).values.get(note), now);

describe('a question set aside', () => {
  test('holds for the words it was given for, also with other spaces, case and full stops', () => {
    const doc = new Y.Doc();
    expect(holds(doc, text)).toBe(false);
    dismiss(doc, note, { text, at: noon });
    expect([holds(doc, text), holds(doc, 'set the technical  direction.')]).toEqual([true, true]);
  });

  test('asks again once the note says something else, and not when it is turned back', () => {
    const doc = new Y.Doc();
    dismiss(doc, note, { text, at: noon });
    expect(holds(doc, 'Set the technical direction of Kestrel')).toBe(false);
    expect(holds(doc, text)).toBe(true);
  });

  test('can be taken back, on another device too', () => {
    const doc = new Y.Doc();
    dismiss(doc, note, { text, at: noon });
    const phone = copyOf(doc);
    askAgain(phone, note);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(phone));
    expect(holds(doc, text)).toBe(false);
    dismiss(doc, note, { text, at: one });
    expect(holds(doc, text)).toBe(true);
  });

  test('of which nothing can be read is counted, kept, and no stranger to the desk', () => {
    const doc = new Y.Doc();
    dismiss(doc, note, { text, at: noon });
    doc.getMap('dismissed').set('n2', 'what a later version writes');
    expect(readDismissals(doc).unknown).toBe(1);
    askAgain(doc, note);
    expect(doc.getMap('dismissed').get('n2')).toBe('what a later version writes');
    expect(readDesk(doc, erin).unknown).toBe(0);
  });
});
