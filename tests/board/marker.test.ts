import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/base/json.ts';
import { findSheets, marksToRead } from '../../src/board/findSheets.ts';
import { parseRecord } from '../../src/board/marker.ts';
import { markJson, parseMark, titleMarkJson } from '../../src/board/marks.ts';
import { findAnchors } from '../../src/board/matchPieces.ts';
import { planDrop } from '../../src/board/plan.ts';
import { isWhole, recogniseSheet } from '../../src/board/recognise.ts';
import { recordJson } from '../../src/board/recordJson.ts';
import { itemId, type SheetId, sheetId } from '../../src/workshop/ids.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { droppedSheet } from '../support/dropped.ts';
import { details } from '../support/sheets.ts';

const record = { frame: itemId('1'), anchors: new Map([['lane:side/needs', itemId('2')]]), details };
const json = recordJson(record) as { readonly [key: string]: Json };

describe('a sheet’s record', () => {
  test('comes back as it was written', () => {
    expect(parseRecord(details.id, JSON.parse(JSON.stringify(json)))).toEqual({
      ok: true,
      value: { ...record, unknown: 0 },
    });
  });

  test('keeps only the items that borders are read from', () => {
    const anchors = new Map(
      ['title', 'prompt:a/b', 'lane:a/b', 'column:a', 'frame'].map((key) => [key, itemId(key)]),
    );
    const parsed = parseRecord(details.id, recordJson({ ...record, anchors }));
    expect(parsed.ok && [...parsed.value.anchors.keys()]).toEqual(['lane:a/b', 'column:a']);
  });

  test.each(['pillars', 'responsibilities'] as const)(
    'of a sheet by %s is so small that thirty fit into the 30 KB that Miro gives an app',
    (lens) => {
      const about = { ...details, lens, id: sheetId('7b0c9d0e-5f0a-4c7e-9d2a-1f3a5b7c9d0e') };
      // Ids of nineteen digits, of which only the first eight are alike.
      const id = (index: number) =>
        itemId(`34587645${String(12_345_678_901 + index * 7_654_321_098).slice(-11)}`);
      const keys = planDrop(staffRole, about, { centre: { x: 0, y: 0 } }).commands.map(({ key }) => key);
      const anchors = new Map(keys.map((key, index) => [key, id(index)]));
      const size = JSON.stringify(recordJson({ frame: id(99), anchors, details: about })).length;
      expect(size * 30).toBeLessThan(30_000);
    },
  );

  test('gives every id back whole, whatever the ids have in common', () => {
    const some = fc.uniqueArray(fc.string({ unit: fc.constantFrom('1', '2'), minLength: 1 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(some, (ids) => {
        const anchors = new Map(ids.map((id, index) => [`lane:a/${index}`, itemId(id)]));
        const parsed = parseRecord(details.id, recordJson({ ...record, anchors }));
        expect(parsed.ok && parsed.value.anchors).toEqual(anchors);
      }),
      { seed: 20_261_123 },
    );
  });

  test('is read entry by entry: a damaged anchor costs that anchor only', () => {
    const parsed = parseRecord(details.id, {
      ...json,
      stem: '',
      anchors: { 'lane:a/b': 7, 'lane:side/needs': '2' },
    });
    expect(parsed).toEqual({ ok: true, value: { ...record, unknown: 1 } });
  });

  test.each([
    [
      { ...json, v: 2 },
      { kind: 'newer', version: 2 },
    ],
    [
      { ...json, v: 'one' },
      { kind: 'damaged', path: 'v', expected: 'a version number' },
    ],
    [
      { ...json, frame: null },
      { kind: 'damaged', path: 'frame', expected: 'the id of an item' },
    ],
    [
      { ...json, lens: 'rainbow' },
      { kind: 'damaged', path: 'lens', expected: 'pillars or responsibilities' },
    ],
    ['hello', { kind: 'damaged', path: '', expected: 'an object' }],
    [null, { kind: 'damaged', path: '', expected: 'an object' }],
  ])('is refused with the reason when it cannot be used: %j', (value, error) => {
    expect(parseRecord(details.id, value as Json)).toEqual({ ok: false, error });
  });
});

describe('a mark', () => {
  test('comes back as it was written, and anything else is none', () => {
    const mark = { sheet: details.id, key: 'lane:a/b' };
    expect(parseMark(markJson(mark))).toEqual({ ...mark, about: null });
    expect(
      [undefined, null, 'x', {}, { sheet: 1, key: 'a' }].map((value) => parseMark(value as Json)),
    ).toEqual(Array(5).fill(null));
  });

  test('on the title says what the sheet is about, and one that can’t be read says nothing of it', () => {
    expect(parseMark(titleMarkJson(details))).toEqual({ sheet: details.id, key: 'title', about: details });
    const damaged = { ...(titleMarkJson(details) as object), about: { template: 7 } };
    expect(parseMark(damaged)).toEqual({ sheet: details.id, key: 'title', about: null });
  });

  test.each(['👩‍💻', '"', '\u0007', '\ud800', 'ß'])(
    'on the title is below the 6 KB that Miro gives an item, were everything full of %j',
    (sign) => {
      const full = sign.repeat(1000);
      const worst = { ...details, title: full, team: full, level: full, engineer: full };
      const mark = titleMarkJson({ ...worst, reviewers: Array(50).fill(full) });
      // Written out in the longest form that JSON has for a sign.
      const written = JSON.stringify(mark).replace(
        /[^\u0020-\u007e]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      expect(new TextEncoder().encode(JSON.stringify({ rolewright: mark })).length).toBeLessThan(6 * 1024);
      expect(written.length).toBeLessThan(12 * 1024);
    },
  );
});

/** The sheet's frame and items once more, with new ids, as Miro duplicates them with their marks. */
async function withCopy() {
  const sheet = await droppedSheet();
  const items = [...sheet.board.items.values()];
  const other = (id: string) => itemId(`9${id}`);
  const copies = items.map((item) => ({
    ...item,
    id: other(item.id),
    frame: item.frame && other(item.frame),
  }));
  const marks = new Map(
    [...sheet.board.marks].flatMap(([id, mark]) => [[id, mark] as const, [other(id), mark] as const]),
  );
  const frame = copies.find(({ kind }) => kind === 'frame');
  if (!frame) throw new Error('no copy');
  return { sheet, items, copies, marks, frame };
}
const kinds = (found: ReturnType<typeof findSheets>) =>
  found.map((sheet) => [sheet.kind, 'frame' in sheet ? sheet.frame.id : null]);

describe('finding sheets', () => {
  test('tells a sheet that is here from one whose frame was deleted', async () => {
    const { board, frame } = await droppedSheet();
    const items = [...board.items.values()];
    expect(kinds(findSheets(board.records, items))).toEqual([['here', frame().id]]);
    const without = items.filter(({ kind }) => kind !== 'frame');
    expect(kinds(findSheets(board.records, without))).toEqual([['deleted', null]]);
  });

  test('notices a copied frame by its marks, of which it reads four', async () => {
    const { sheet, items, copies, marks, frame } = await withCopy();
    const all = [...items, ...copies];
    const asked = marksToRead(sheet.board.records, all);
    expect(asked.length).toBe(4);
    const read = new Map(asked.map((id) => [id, marks.get(id)]));
    expect(kinds(findSheets(sheet.board.records, all, read))).toEqual([
      ['here', sheet.frame().id],
      ['copy', frame.id],
    ]);
  });

  test('knows what a frame from another board is about, by the mark on its title', async () => {
    const { copies, marks, frame } = await withCopy();
    const [found] = findSheets(new Map(), copies, marks);
    const title = copies.find(({ text }) => text === details.title)?.id;
    expect(found).toEqual({ kind: 'copy', of: details.id, frame, about: details, title });
  });

  test('notices it even when the copy’s title was deleted', async () => {
    const { sheet, items, copies, marks, frame } = await withCopy();
    const all = [...items, ...copies.filter(({ text }) => text !== details.title)];
    const read = new Map(marksToRead(sheet.board.records, all).map((id) => [id, marks.get(id)]));
    expect(kinds(findSheets(sheet.board.records, all, read)).at(-1)).toEqual(['copy', frame.id]);
  });

  test('finds a sheet again on a copied board, where every id is new', async () => {
    const { sheet, copies, marks, frame } = await withCopy();
    expect(kinds(findSheets(sheet.board.records, copies, marks))).toEqual([['refound', frame.id]]);
  });

  test('finds the header items of a copied sheet by what they say, in both lenses and while notes are private', async () => {
    for (const lens of ['pillars', 'responsibilities'] as const)
      for (const writing of ['board', 'panel'] as const) {
        const sheet = await droppedSheet({ lens }, { writing });
        const anchors = findAnchors(staffRole, { ...details, lens }, sheet.reading().items);
        const expected = [...sheet.anchors].filter(([key]) => key !== 'frame' && !key.startsWith('blank:'));
        expect([...anchors].toSorted()).toEqual(expected.toSorted());
      }
  });

  test.each(['pillars', 'responsibilities'] as const)(
    'recognises the template of an older sheet by %s, whose marks say nothing of it',
    async (lens) => {
      const sheet = await droppedSheet({ lens });
      const stranger = {
        id: details.id,
        frame: sheet.frame(),
        title: sheet.id('title'),
        items: sheet.reading().items,
      };
      const known = recogniseSheet([staffRole], stranger);
      expect(known).toEqual({
        ...details,
        lens,
        level: '',
        reviewers: [],
        createdAt: sheet.frame().modifiedAt,
      });
      if (!known) throw new Error('not recognised');
      expect(isWhole(staffRole, known, stranger.items)).toBe(true);

      const headings = stranger.items.filter(({ kind }) => kind === 'shape');
      const half = { ...stranger, items: headings.filter((_, index) => index % 3 === 0) };
      expect([recogniseSheet([staffRole], half), isWhole(staffRole, known, half.items)]).toEqual([
        null,
        false,
      ]);
    },
  );

  test('reads no marks on a board where every frame is on record', async () => {
    const { board } = await droppedSheet();
    expect(marksToRead(board.records, [...board.items.values()])).toEqual([]);
  });

  test('keeps a record it cannot read, and says why', () => {
    const records = new Map<SheetId, Json>([[sheetId('s'), { v: 9 }]]);
    expect(findSheets(records, [])).toEqual([
      { kind: 'unreadable', id: 's', failure: { kind: 'newer', version: 9 } },
    ]);
  });
});
