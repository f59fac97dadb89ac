import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ItemReading } from '../../src/annotations/mirror.ts';
import {
  changeDetails,
  markGone,
  mirrorItems,
  placeSheet,
  readSheet,
} from '../../src/annotations/sheetDocument.ts';
import {
  forgetTag,
  planNext,
  recordTag,
  startSheet,
  switchTags,
  takeOwnership,
} from '../../src/annotations/sheetOperations.ts';
import { itemId, sheetId, tagId } from '../../src/workshop/ids.ts';
import { copyOf, erin, mona, noon, one, pia, two } from './builders.ts';

const details = {
  id: sheetId('s1'),
  template: 'staff-role',
  lens: 'pillars',
  title: 'Staff Engineer',
  team: 'Credit',
  level: 'L6',
  engineer: 'Erin Example',
  reviewers: ['Mona Example'],
  createdAt: noon,
} as const;
const place = {
  frame: itemId('f1'),
  size: { width: 4000, height: 2400 },
  anchors: new Map([['title', itemId('t1')]]),
};

const reading = (id: string, text: string, modifiedAt = noon): ItemReading => ({
  id: itemId(id),
  kind: 'sticky',
  box: { x: 10, y: 20, width: 200, height: 200 },
  text,
  colour: 'yellow',
  modifiedAt,
  modifiedBy: 'erin',
});

const textsOf = (doc: Y.Doc) =>
  [...readSheet(doc).items.values()].map(({ id, text, gone }) => ({ id, text, gone }));

describe('a sheet', () => {
  test('is empty before its header has arrived', () => {
    expect(readSheet(new Y.Doc())).toEqual({
      details: null,
      engineer: null,
      frame: null,
      size: null,
      anchors: new Map(),
      items: new Map(),
      tags: { on: false, by: null, at: null, ids: new Map(), full: 0 },
      brought: [],
      closings: [],
      next: null,
      relayout: null,
      blind: { on: false, step: null, by: null, shown: new Set() },
      writing: { on: false, step: null, by: null, shown: new Set() },
      schema: 1,
      unknown: 0,
      newer: false,
    });
  });

  test('says what it is about, where it lies and what its notes say, elsewhere too', () => {
    const doc = new Y.Doc();
    startSheet(doc, { details, engineer: erin, place });
    mirrorItems(doc, erin, [reading('n1', 'a note')]);
    switchTags(doc, { on: true, by: erin, at: one });
    recordTag(doc, tagId('g1'), 'JD: agreed');
    recordTag(doc, tagId('g2'), 'JD: open');
    forgetTag(doc, tagId('g2'));
    expect(readSheet(copyOf(doc))).toEqual({
      details,
      engineer: erin,
      ...place,
      items: new Map([['n1', { ...reading('n1', 'a note'), gone: false }]]),
      tags: { on: true, by: erin, at: one, ids: new Map([['g1', 'JD: agreed']]), full: 0 },
      brought: [],
      closings: [],
      next: null,
      relayout: null,
      blind: { on: false, step: null, by: null, shown: new Set() },
      writing: { on: false, step: null, by: null, shown: new Set() },
      schema: 1,
      unknown: 0,
      newer: false,
    });
  });

  test('changes single details and moves to another frame', () => {
    const doc = new Y.Doc();
    startSheet(doc, { details, engineer: erin, place });
    changeDetails(doc, { team: 'Payments', reviewers: ['Mona Example', 'Max Example'] });
    placeSheet(doc, { ...place, frame: itemId('f2'), anchors: new Map([['header', itemId('h1')]]) });
    expect(readSheet(doc)).toMatchObject({
      details: { ...details, team: 'Payments', reviewers: ['Mona Example', 'Max Example'] },
      frame: 'f2',
      anchors: new Map([['header', 'h1']]),
    });
  });

  test('keeps its owner once it has one', () => {
    const doc = new Y.Doc();
    takeOwnership(doc, erin);
    takeOwnership(doc, mona);
    expect(readSheet(doc).engineer).toBe(erin);
  });

  test('of a newer schema is read as far as possible and never written', () => {
    const doc = new Y.Doc();
    startSheet(doc, { details, engineer: erin, place });
    doc.getMap('about').set('schema', 3);
    const before = Y.encodeStateAsUpdate(doc);
    const written = [
      mirrorItems(doc, erin, [reading('n1', 'a note')]),
      switchTags(doc, { on: true, by: erin, at: one }),
      changeDetails(doc, { team: 'Other' }),
    ];
    expect(written).toEqual([false, false, false]);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(readSheet(doc)).toMatchObject({ details, schema: 3, newer: true });
  });

  test('counts and keeps what it can not read, through writing and travelling', () => {
    const doc = new Y.Doc();
    startSheet(doc, { details, engineer: erin, place });
    doc.getMap('items').set('n9@erin', { kind: 'hologram', depth: 3 });
    doc.getMap('anchors').set('odd', 7);
    doc.getMap('details').set('colour', 'mauve');
    doc.getText('summary').insert(0, 'a newer idea');
    const there = copyOf(doc);
    mirrorItems(there, mona, [reading('n1', 'a note', two), reading('n9', 'now a sticky', two)]);
    changeDetails(there, { team: 'Other' });
    const back = copyOf(there);
    expect(readSheet(back).unknown).toBe(3);
    expect(back.getMap('items').get('n9@erin')).toEqual({ kind: 'hologram', depth: 3 });
    expect(back.getMap('anchors').get('odd')).toBe(7);
    expect(back.getMap('details').get('colour')).toBe('mauve');
    expect(back.getText('summary').toString()).toBe('a newer idea');
  });
});

describe('the mirror', () => {
  test('takes newer readings and ignores older ones; at the same time the later reading wins', () => {
    const doc = new Y.Doc();
    mirrorItems(doc, erin, [reading('n1', 'second', one)]);
    mirrorItems(doc, mona, [reading('n1', 'first', noon)]);
    mirrorItems(doc, mona, [reading('n1', 'also one', one)]);
    expect(textsOf(doc)).toEqual([{ id: 'n1', text: 'also one', gone: false }]);
    mirrorItems(doc, mona, [reading('n1', 'third', two)]);
    expect(textsOf(doc)).toEqual([{ id: 'n1', text: 'third', gone: false }]);
  });

  test('compares times as times, however they are written', () => {
    const doc = new Y.Doc();
    mirrorItems(doc, erin, [reading('n1', 'at noon', '2026-11-20T12:00:00Z')]);
    mirrorItems(doc, mona, [reading('n1', 'before noon', '2026-11-20T12:30:00.000+01:00')]);
    expect(textsOf(doc)).toEqual([{ id: 'n1', text: 'at noon', gone: false }]);
  });

  test('keeps the words of what is gone, and takes it back when it is read again', () => {
    const doc = new Y.Doc();
    mirrorItems(doc, erin, [reading('n1', 'a note')]);
    markGone(doc, [itemId('n1')]);
    expect(textsOf(doc)).toEqual([{ id: 'n1', text: 'a note', gone: true }]);
    mirrorItems(doc, mona, [reading('n1', 'a note')]);
    expect(textsOf(doc)).toEqual([{ id: 'n1', text: 'a note', gone: false }]);
  });

  test('shows the newest reading of all, whoever read and in whatever order it arrives', () => {
    const people = [erin, mona, pia];
    const step = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom('n1', 'n2'),
      minute: fc.nat(59),
      meet: fc.option(fc.nat(2)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const docs = people.map(() => new Y.Doc());
        const newest = new Map<string, string>();
        for (const { who, what, minute, meet } of steps) {
          const [doc, other, by] = [docs[who], docs[meet ?? who], people[who]];
          if (!doc || !other || !by) throw new Error('No such person');
          const at = `2026-11-20T12:${String(minute).padStart(2, '0')}:00.000Z`;
          mirrorItems(doc, by, [reading(what, `as at ${at}`, at)]);
          if ((newest.get(what) ?? '') < at) newest.set(what, at);
          if (other !== doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        }
        const all = new Y.Doc();
        for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
        const shown = textsOf(all).map(({ id, text }) => [id, text]);
        expect(Object.fromEntries(shown)).toEqual(
          Object.fromEntries([...newest].map(([id, at]) => [id, `as at ${at}`])),
        );
      }),
      { seed: 20261121, numRuns: 200 },
    );
  });
});

describe('the date of the next talk', () => {
  const next = { start: '2026-12-04T09:30:00.000Z', minutes: 45, by: mona, at: noon };

  test('is set, moved and taken away by anybody on the sheet', () => {
    const doc = new Y.Doc();
    planNext(doc, next);
    expect(readSheet(copyOf(doc)).next).toEqual(next);
    planNext(doc, { ...next, start: '2026-12-11' });
    expect(readSheet(doc).next?.start).toBe('2026-12-11');
    planNext(doc, null);
    expect(readSheet(doc)).toMatchObject({ next: null, unknown: 0 });
  });

  test.each(['', 'soon', '2026-02-31', '2026-02-31T09:00Z', '2026-12-04T25:00Z', '2026-12-04T09:30'])(
    'is none where it says %j, and that is counted',
    (start) => {
      const doc = new Y.Doc();
      doc.getMap('plans').set('next', { ...next, start });
      expect(readSheet(doc)).toMatchObject({ next: null, unknown: 1 });
    },
  );

  test('is written once when it is set again to the same', () => {
    const doc = new Y.Doc();
    planNext(doc, next);
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    planNext(doc, { ...next });
    expect(updates).toBe(0);
  });
});
