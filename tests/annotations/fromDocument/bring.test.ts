/** Words of others that somebody brought in from a document, on the bringer's desk. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRemark } from '../../../src/annotations/deskDocument.ts';
import { bringFromDocument, takeBackFromDocument } from '../../../src/annotations/fromDocument/bring.ts';
import { tidyDesk } from '../../../src/annotations/plainDesk.ts';
import { copyOf, deskOf, engineer, manager, noon, note, one, remark, text } from '../builders.ts';
import { stateHere } from '../sheets.ts';

const from = { name: 'Ines Invented', at: noon };
const word = { id: 'word-1', note: note.id, text: 'For which models?', from, at: one };

describe('what was brought in from a document', () => {
  test('lies on the desk under the name in the document, on every copy of it', () => {
    const doc = new Y.Doc();
    expect(bringFromDocument(doc, [word])).toBe(true);
    expect(deskOf(copyOf(doc)).remarks).toEqual([remark('word-1', { text: word.text, at: one, from })]);
  });

  test('is there once, however often and on however many devices it is brought in', () => {
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    for (const doc of [first, first, second]) bringFromDocument(doc, [word]);
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
    expect(deskOf(first).remarks.map(({ id }) => id)).toEqual(['word-1']);
  });

  test('is taken back, and nothing that its owner said themselves with it', () => {
    const doc = new Y.Doc();
    bringFromDocument(doc, [word]);
    addRemark(doc, { id: 'mine', note: note.id, text: 'Mine', at: noon });
    takeBackFromDocument(doc, ['word-1', 'mine', 'nothing']);
    expect(deskOf(doc).remarks.map(({ id }) => id)).toEqual(['mine']);
    // And it may come again.
    bringFromDocument(doc, [word]);
    expect(deskOf(doc).remarks).toHaveLength(2);
  });

  test('is never shown as the bringer’s own, where the name can’t be read', () => {
    const doc = new Y.Doc();
    bringFromDocument(doc, [word]);
    doc.getMap<Y.Map<unknown>>('remarks').get('word-1')?.set('from', 'somebody');
    expect(deskOf(doc)).toMatchObject({ remarks: [], unknown: 1 });
  });

  test('keeps its name in files and in rounds', () => {
    const brought = remark('word-1', { text: word.text, at: one, from });
    expect(tidyDesk(manager({ remarks: [brought] })).remarks).toEqual([brought]);
    const desks = [engineer(), manager({ remarks: [brought] })];
    const state = stateHere({ notes: { [note.id]: { text } }, desks });
    expect(state.notes[0]?.threads[0]?.remarks[0]).toMatchObject({ by: 'mona', from });
  });
});
