/** Which note is which sticky: the same for everybody, also where two put the same note there at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  alikeKey,
  announceRun,
  chooseForAlike,
  doublesOf,
  endRun,
  forgetPlaced,
  noteKey,
  originsOf,
  readPlacing,
  recordPlaced,
  recordSideTag,
  stickiesOf,
} from '../../../src/annotations/noteDrafts/placements.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import { itemId, tagId, userId } from '../../../src/workshop/ids.ts';
import { copyOf, erin, max, noon, one, two } from '../builders.ts';

const here = () => false;
const key = noteKey({ user: erin, id: 'a' });
const placed = (run: string, item: string | null, at = noon, also = false) => ({
  note: key,
  run,
  item: item === null ? null : itemId(item),
  also,
  at,
});
const sync = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

test('two who put the same note there unaware of each other: one sticky counts, the other is known as a double', () => {
  const [sheet, other] = [new Y.Doc(), new Y.Doc()];
  recordPlaced(sheet, [placed('r1', 'i1', two)]);
  recordPlaced(other, [placed('r2', 'i2', one)]);
  sync(sheet, other);
  for (const doc of [sheet, other]) {
    const { placements } = readPlacing(doc);
    expect(stickiesOf(placements, here).get(key)?.item).toBe('i2');
    expect(doublesOf(placements, here).map(({ item }) => item)).toEqual(['i1']);
    // Whose sticky somebody deleted, the other one takes its place.
    const gone = (item: string) => item === 'i2';
    expect(stickiesOf(placements, gone).get(key)?.item).toBe('i1');
    expect(doublesOf(placements, gone)).toEqual([]);
  }
  forgetPlaced(sheet, [placed('r1', null)]);
  expect(doublesOf(readPlacing(sheet).placements, here)).toEqual([]);
});

test('what is about to be put there is no sticky yet', () => {
  const sheet = new Y.Doc();
  recordPlaced(sheet, [placed('r1', null)]);
  const { placements } = readPlacing(sheet);
  expect([placements.length, stickiesOf(placements, here).size]).toEqual([1, 0]);
});

test('a sticky tells whose it is, and who said it in other words', () => {
  const sheet = new Y.Doc();
  const also = { ...placed('r1', 'i1', noon, true), note: noteKey({ user: max, id: 'b' }) };
  recordPlaced(sheet, [also, placed('r1', 'i1')]);
  expect(originsOf(readPlacing(sheet).placements, here).get(itemId('i1'))).toEqual([
    { note: key, user: erin, also: false },
    { note: also.note, user: max, also: true },
  ]);
  expect(doublesOf(readPlacing(sheet).placements, here)).toEqual([]);
});

test('choices, the run of now and tags are kept, and nothing that this version cannot read is lost', () => {
  const sheet = new Y.Doc();
  const notes = [key, noteKey({ user: max, id: 'b' })];
  chooseForAlike(sheet, { notes, keep: { kind: 'one', note: key }, by: erin, at: noon });
  announceRun(sheet, { run: 'r1', by: erin, beat: 1 });
  recordSideTag(sheet, tagId('t:1'), 'from Erin');
  sheet.getMap('placing').set('alike:odd', { keep: 'thrice' });
  sheet.getMap('placing').set('note:%E0%A4%A/b@c', { item: 'x', at: noon });
  const read = readPlacing(copyOf(sheet));
  expect(read.choices).toEqual(new Map([[alikeKey(notes.toReversed()), { kind: 'one', note: key }]]));
  expect([read.run, [...read.tags], read.unknown]).toEqual([
    { run: 'r1', by: erin, beat: 1 },
    [['t:1', 'from Erin']],
    2,
  ]);
  endRun(sheet, 'another');
  expect(readPlacing(sheet).run?.run).toBe('r1');
  endRun(sheet, 'r1');
  expect(readPlacing(sheet).run).toBeNull();
  expect([sheet.getMap('placing').size, readSheet(sheet).unknown]).toEqual([4, 0]);
});

test('everybody agrees on the stickies, whatever was recorded in which order, whatever the ids look like', () => {
  const id = fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }).filter((text) => text.isWellFormed());
  const record = fc.record({
    user: id,
    note: id,
    run: id,
    item: fc.option(fc.constantFrom('i1', 'i2', 'i3')),
    also: fc.boolean(),
    at: fc.constantFrom(noon, one, two, 'no time'),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), fc.array(fc.boolean()), (records, halves) => {
      const docs = [new Y.Doc(), new Y.Doc()] as const;
      records.forEach(({ user, note, item, ...rest }, i) => {
        const made = { ...rest, note: noteKey({ user: userId(user), id: note }), item: item && itemId(item) };
        recordPlaced(docs[halves[i] ? 1 : 0], [made]);
      });
      sync(...docs);
      const [a, b] = docs.map((doc) => readPlacing(doc));
      expect(a).toEqual(b);
      expect(a?.unknown).toBe(0);
      const known = new Set<string>(records.flatMap(({ item }) => (item ? [item] : [])));
      const all = [
        ...stickiesOf(a?.placements ?? [], here).values(),
        ...doublesOf(a?.placements ?? [], here),
      ];
      for (const { item } of all) expect(known.has(item)).toBe(true);
    }),
    { seed: 20261123 },
  );
});
