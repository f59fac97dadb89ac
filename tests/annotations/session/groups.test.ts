/** Groups of look-alike notes (G1 to G3), and the walk through what is open, in a sheet's document. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  groupNotes,
  nameGroup,
  placesOf,
  putBack,
  readGroups,
  ungroupNotes,
} from '../../../src/annotations/session/groups.ts';
import { parkNote, readWalk, walkTo } from '../../../src/annotations/session/walk.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import { type ItemId, itemId } from '../../../src/workshop/ids.ts';

const notes = ['a', 'b', 'c', 'd', 'e'].map(itemId);
const [a, b, c, d, e] = notes as [ItemId, ItemId, ItemId, ItemId, ItemId];
const at = '2026-11-20T12:00:00.000Z';
const groupsIn = (doc: Y.Doc, there: readonly ItemId[] = notes) =>
  readGroups(doc, there).groups.map(({ name, notes: own }) => [name, own.join('')]);
const exchange = (x: Y.Doc, y: Y.Doc): void => {
  Y.applyUpdate(x, Y.encodeStateAsUpdate(y));
  Y.applyUpdate(y, Y.encodeStateAsUpdate(x));
};

describe('groups', () => {
  test('are made, named, joined and taken apart; a note is in one at most (G1)', () => {
    const doc = new Y.Doc();
    groupNotes(doc, [c, a], 'g1');
    nameGroup(doc, 'g1', '  One   source of truth ', at);
    groupNotes(doc, [d, e], 'g2');
    expect(groupsIn(doc)).toEqual([
      ['One source of truth', 'ac'],
      ['', 'de'],
    ]);
    groupNotes(doc, [a, d, e], 'g2');
    // A group of one is none (G2).
    expect(groupsIn(doc)).toEqual([['', 'ade']]);
    groupNotes(doc, [b], 'g1');
    expect(groupsIn(doc)).toEqual([
      ['', 'ade'],
      ['One source of truth', 'bc'],
    ]);
    ungroupNotes(doc, [a, d, e]);
    expect(groupsIn(doc)).toEqual([['One source of truth', 'bc']]);
  });

  test('keep a note that went and comes back (G2)', () => {
    const doc = new Y.Doc();
    groupNotes(doc, [a, b], 'g1');
    expect([groupsIn(doc, [a, c]), groupsIn(doc)]).toEqual([[], [['', 'ab']]]);
  });

  test('are undone only where nobody has moved a note since', () => {
    const doc = new Y.Doc();
    groupNotes(doc, [a, b], 'g1');
    const before = placesOf(doc, [a, b, c]);
    groupNotes(doc, [a, b, c], 'g2');
    const after = placesOf(doc, [a, b, c]);
    groupNotes(doc, [c, d], 'g3');
    putBack(doc, before, after);
    expect(groupsIn(doc)).toEqual([
      ['', 'ab'],
      ['', 'cd'],
    ]);
  });

  test('of two people who group at once are the same for both, and lose no note', () => {
    const pick = fc.subarray(notes, { minLength: 2 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(pick, fc.constantFrom('g1', 'g2', 'g3'), fc.boolean()), { maxLength: 8 }),
        (done) => {
          const [x, y] = [new Y.Doc(), new Y.Doc()];
          for (const [some, group, first] of done) groupNotes(first ? x : y, some, group);
          exchange(x, y);
          exchange(x, y);
          expect(readGroups(x, notes)).toEqual(readGroups(y, notes));
          const grouped = readGroups(x, notes).groups.flatMap((group) => group.notes);
          expect(new Set(grouped).size).toBe(grouped.length);
        },
      ),
    );
  });

  test('that can’t be read are counted, and known to the reader of sheets', () => {
    const doc = new Y.Doc();
    groupNotes(doc, [a, b], 'g1');
    walkTo(doc, a, at);
    doc.getMap('groups').set('x', 5);
    doc.getMap('groupNames').set('g1', 'no object');
    expect(readGroups(doc, notes)).toEqual({ groups: [{ id: 'g1', name: '', notes: [a, b] }], unknown: 2 });
    expect(readSheet(doc).unknown).toBe(0);
    doc.getMap('about').set('schema:9', true);
    expect([groupNotes(doc, [c, d], 'g2'), ungroupNotes(doc, [a]), nameGroup(doc, 'g1', 'x', at)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a walk', () => {
  test('is at one note, and keeps what is parked', () => {
    const doc = new Y.Doc();
    expect(readWalk(doc)).toEqual({ now: null, parked: new Set(), unknown: 0 });
    walkTo(doc, a, at);
    parkNote(doc, a, true);
    parkNote(doc, b, true);
    parkNote(doc, b, false);
    walkTo(doc, c, at);
    expect(readWalk(doc)).toEqual({ now: c, parked: new Set([a]), unknown: 0 });
    walkTo(doc, null, at);
    expect(readWalk(doc).now).toBeNull();
    const before = Y.encodeStateAsUpdate(doc);
    walkTo(doc, null, at);
    parkNote(doc, d, false);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});
