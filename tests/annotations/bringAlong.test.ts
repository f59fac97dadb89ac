/** Other people's words from another board: a record for all to read, which only its owner can make their own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  adopt,
  type BringAlong,
  bringAlong,
  desksIn,
  mostBrought,
} from '../../src/annotations/bringAlong.ts';
import type { Desk } from '../../src/annotations/desk.ts';
import { takeStance } from '../../src/annotations/deskDocument.ts';
import { dismissBrought, dropBrought } from '../../src/annotations/dropBrought.ts';
import { readDesk } from '../../src/annotations/readDesk.ts';
import { rememberNotes } from '../../src/annotations/rememberNotes.ts';
import { mirrorItems, readSheet } from '../../src/annotations/sheetDocument.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { anyDesk } from './archives.ts';
import {
  copyOf,
  desk,
  erin,
  max,
  mona,
  noon,
  note,
  one,
  pia,
  remark,
  stance,
  text,
  two,
} from './builders.ts';

const here = itemId('here 1');
const monas = desk('mona', { claim: 'manager', stances: stance('disagree'), remarks: [remark('r1')] });
const monasHere: Desk = {
  ...monas,
  stances: stance('disagree', { note: here }),
  remarks: [remark('r1', { note: here })],
};
const bring = (doc: Y.Doc, said: Partial<BringAlong> = {}) =>
  bringAlong(doc, {
    desks: [monas],
    ids: new Map([[note.id, here]]),
    here: [],
    by: erin,
    at: two,
    board: 'board 1',
    ...said,
  });
const outcome = { brought: [], nothingNew: [], unwanted: [], tooLarge: [] };
const record = { desk: monasHere, by: erin, at: two, board: 'board 1' };
const recordsIn = (doc: Y.Doc) => readSheet(copyOf(doc)).brought;
const merge = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('bringing words along', () => {
  test('puts others’ words on record for everybody, about the notes as they are called here', () => {
    const doc = new Y.Doc();
    const own = desk('erin', { stances: stance('agree') });
    expect(bring(doc, { desks: [own, monas, desk('max')] })).toEqual({
      ...outcome,
      brought: [mona],
      nothingNew: [max],
    });
    expect(recordsIn(doc)).toEqual([record]);
    expect(readSheet(doc).unknown).toBe(0);
  });

  test('brings nothing twice: neither what is on record nor what its owner has said here', () => {
    const doc = new Y.Doc();
    bring(doc);
    const bytes = Y.encodeStateAsUpdate(doc);
    expect([bring(doc), bring(doc, { by: pia })]).toEqual([
      { ...outcome, nothingNew: [mona] },
      { ...outcome, nothingNew: [mona] },
    ]);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(bytes);
    expect(bring(new Y.Doc(), { here: [monasHere] })).toEqual({ ...outcome, nothingNew: [mona] });
    const newer = stance('agree', { note: here, at: two });
    expect(bring(new Y.Doc(), { here: [{ ...monasHere, stances: newer }] })?.brought).toEqual([]);
  });

  test('adds what a second copy knows more to what the first one brought', () => {
    const doc = new Y.Doc();
    bring(doc);
    bring(doc, { desks: [{ ...monas, stances: new Map(), remarks: [remark('r2', { at: one })] }] });
    expect(recordsIn(doc).map((found) => found.desk)).toEqual([
      {
        ...monasHere,
        remarks: ['r1', 'r2'].map((id) => remark(id, { note: here, at: id === 'r1' ? noon : one })),
      },
    ]);
  });

  test('unites what two bring at the same moment from copies of another age, on everybody’s screen alike', () => {
    fc.assert(
      fc.property(anyDesk(fc.constant('mona')), anyDesk(fc.constant('mona')), (first, second) => {
        const [erins, pias] = [new Y.Doc(), new Y.Doc()];
        bring(erins, { desks: [first] });
        bring(pias, { desks: [second], by: pia });
        merge(erins, pias);
        const [seen] = recordsIn(erins);
        expect(recordsIn(pias)).toEqual(seen ? [seen] : []);
        const ids = new Set([...first.remarks, ...second.remarks].map(({ id }) => id));
        const notes = new Set([...first.stances.keys(), ...second.stances.keys()]);
        expect(new Set(seen?.desk.remarks.map(({ id }) => id))).toEqual(ids);
        expect(seen?.desk.stances.size ?? 0).toBe(
          new Set([...notes].map((id) => (id === note.id ? here : id))).size,
        );
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  test('leaves in the archive what does not fit, says whose, and brings the rest', () => {
    const doc = new Y.Doc();
    const long = 'x'.repeat(10_000);
    const much = Array.from({ length: 60 }, (_, at) => remark(`r${at}`, { text: long }));
    const talkers = ['mona', 'pia'].map((who) => desk(who, { remarks: much }));
    expect(bring(doc, { desks: [...talkers, desk('max', { remarks: [remark('r')] })] })).toEqual({
      ...outcome,
      brought: [max, mona],
      tooLarge: [pia],
    });
    expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(mostBrought * 1.1);
  });

  test('also brings what had been brought to the other board', () => {
    const before = { ...record, desk: desk('mona', { remarks: [remark('r0')] }) };
    const [both] = desksIn({ desks: [monas], brought: [before] });
    expect(both?.remarks.map(({ id }) => id)).toEqual(['r0', 'r1']);
    expect(desksIn({ desks: [], brought: [before] })).toEqual([before.desk]);
  });

  test('writes nothing in a document of a newer version', () => {
    const doc = new Y.Doc();
    doc.getMap('about').set('schema', 9);
    expect([bring(doc), dismissBrought(doc, mona), dropBrought(doc, mona, two)]).toEqual([
      null,
      false,
      false,
    ]);
    expect(recordsIn(doc)).toEqual([]);
  });
});

describe('a record', () => {
  test('that can’t be read, or says it is another’s, is counted and kept', () => {
    const doc = new Y.Doc();
    bring(doc);
    const real = doc.getMap('brought').get('mona@erin');
    doc.getMap('brought').set('mona@pia', real);
    doc.getMap('brought').set('max@erin', 'words');
    doc.getMap('brought').set('pia@erin', { owner: 'pia', by: 'erin', at: noon, board: 7 });
    bring(doc, { desks: [desk('fay', { remarks: [remark('r9')] })] });
    const read = readSheet(copyOf(doc));
    expect([read.unknown, read.brought.map((found) => found.desk.owner)]).toEqual([3, ['fay', 'mona']]);
    expect(copyOf(doc).getMap('brought').size).toBe(5);
  });

  test('with one damaged word keeps the others, and counts it', () => {
    const doc = new Y.Doc();
    bring(doc);
    const real = structuredClone(doc.getMap('brought').toJSON()['mona@erin']);
    real.remarks.push({ id: 'r2', text: 5 });
    doc.getMap('brought').set('mona@erin', real);
    expect(recordsIn(doc)).toEqual([{ ...record, desk: { ...monasHere, unknown: 1 } }]);
  });

  test('may be dismissed, and brought again', () => {
    const doc = new Y.Doc();
    bring(doc);
    dismissBrought(doc, mona);
    expect(recordsIn(doc)).toEqual([]);
    expect(bring(doc)?.brought).toEqual([mona]);
  });

  test('of somebody who wants none is gone for good, also when it is brought elsewhere at that moment', () => {
    const [monasDoc, erins] = [new Y.Doc(), new Y.Doc()];
    bring(erins);
    dropBrought(monasDoc, mona, two);
    merge(monasDoc, erins);
    expect([recordsIn(monasDoc), recordsIn(erins)]).toEqual([[], []]);
    expect(bring(erins)).toEqual({ ...outcome, unwanted: [mona] });
    expect(erins.getMap('brought').size).toBe(0);
  });
});

describe('adopting one’s own words', () => {
  const adoptAs = (sheet: Y.Doc, own: Y.Doc, owner = mona) =>
    adopt({ sheet, desk: own, owner, engineer: erin });

  test('puts them on one’s desk and takes the record away', () => {
    const [sheet, own] = [new Y.Doc(), new Y.Doc()];
    bring(sheet);
    expect(adoptAs(sheet, own)).toEqual({
      taken: 2,
      newerHere: 0,
      aboutGone: 0,
      claim: 'manager',
      confirmed: [],
    });
    expect([readDesk(copyOf(own), mona), recordsIn(sheet)]).toEqual([monasHere, []]);
    expect(adoptAs(sheet, own)).toBe(null);
    expect(bring(sheet, { here: [readDesk(own, mona)] })).toEqual({ ...outcome, nothingNew: [mona] });
  });

  test('on two devices at once makes no doubles', () => {
    const sheet = new Y.Doc();
    bring(sheet);
    const other = copyOf(sheet);
    const [laptop, phone] = [new Y.Doc(), new Y.Doc()];
    takeStance(phone, { note: here, value: 'agree', reason: '', text, at: two });
    adoptAs(sheet, laptop);
    adoptAs(other, phone);
    merge(laptop, phone);
    merge(sheet, other);
    const after = { ...monasHere, stances: stance('agree', { note: here, at: two }) };
    expect([laptop, phone].map((doc) => readDesk(doc, mona))).toEqual([after, after]);
    expect([recordsIn(sheet), recordsIn(other)]).toEqual([[], []]);
  });

  test('leaves the record where the desk can’t take it, and others’ records alone', () => {
    const [sheet, own] = [new Y.Doc(), new Y.Doc()];
    bring(sheet);
    own.getMap('about').set('schema', 9);
    expect([adoptAs(sheet, own), adoptAs(sheet, new Y.Doc(), pia)]).toEqual([null, null]);
    expect(recordsIn(sheet)).toEqual([record]);
  });
});

test('what was spoken about and is not on this board is remembered as gone, and nothing else', () => {
  const doc = new Y.Doc();
  const left = {
    box: { x: 1, y: 2, width: 3, height: 4 },
    colour: 'yellow',
    modifiedAt: noon,
    modifiedBy: 'erin',
  };
  mirrorItems(doc, erin, [{ ...left, id: here, kind: 'sticky', text }]);
  const archived = { ...left, lanes: [], gone: false };
  const notes = [
    { ...archived, id: note.id, text },
    { ...archived, id: itemId('lost'), text: 'spoken about' },
    { ...archived, id: itemId('quiet'), text: 'nobody spoke about it' },
    { ...archived, id: here, text: 'an older text' },
  ];
  const said = [remark('r1'), remark('r2', { note: itemId('lost') }), remark('r3', { note: here })];
  rememberNotes(doc, {
    by: erin,
    notes,
    ids: new Map([[note.id, here]]),
    desks: [desk('mona', { remarks: said })],
  });
  expect([...readSheet(doc).items.values()].map(({ id, gone, text: words }) => [id, gone, words])).toEqual([
    ['here 1', false, text],
    ['lost', true, 'spoken about'],
  ]);
});
