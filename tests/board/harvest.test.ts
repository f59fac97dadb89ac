import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxAt, left, top } from '../../src/base/box.ts';
import { type Harvest, type HarvestItem, harvest } from '../../src/board/harvest.ts';
import { type ItemId, itemId, type LaneId } from '../../src/workshop/ids.ts';
import { layoutSheet } from '../../src/workshop/layout.ts';
import { lanesOf, sheetColumns } from '../../src/workshop/lens.ts';
import { noteSize } from '../../src/workshop/spacing.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { details, someDetails, someTemplate } from '../support/sheets.ts';

const lane = (id: string) => id as LaneId;

/** The default sheet as items, without blank notes; tests move them and add notes. */
function sheet(lens: 'pillars' | 'responsibilities' = 'pillars', template = staffRole, about = details) {
  const layout = layoutSheet(template, { ...about, lens }, { blanksPerLane: 0 });
  const items = new Map<string, HarvestItem>(
    layout.pieces.map(({ key, appearance }) => [
      key,
      { id: itemId(key), kind: appearance.kind, box: appearance.box, text: appearance.text },
    ]),
  );
  const anchors = new Map<string, ItemId>([...items].map(([key, { id }]) => [key, id]));
  const columns = sheetColumns(template, lens);
  const rooms = new Map(layout.rooms.map(({ lane, box }) => [lane, box]));
  const room = (id: string) => {
    const box = rooms.get(lane(id));
    if (!box) throw new Error(`no lane ${id}`);
    return box;
  };
  const frame = { width: layout.width, height: layout.height };
  return {
    items,
    room,
    rooms,
    frame,
    columns,
    read: (notes: readonly HarvestItem[]) =>
      harvest({ columns, anchors, frame, items: [...items.values(), ...notes] }),
    move(key: string, dx: number, dy: number) {
      const item = items.get(key);
      if (item) items.set(key, { ...item, box: { ...item.box, x: item.box.x + dx, y: item.box.y + dy } });
    },
  };
}

/** A note whose centre lies there. */
const note = (id: string, x: number, y: number, text = id): HarvestItem => ({
  id: itemId(id),
  kind: 'sticky',
  box: { x, y, width: noteSize.width, height: noteSize.height },
  text,
});
const first = (id: string, box: { x: number; y: number; width: number; height: number }) =>
  note(id, left(box) + 130, top(box) + 140);

/** What counts, in short: note ids by lane, empty lanes left out. */
const short = ({ lanes, border, strays, blanks, problems }: Harvest) => ({
  lanes: Object.fromEntries(
    lanes
      .filter(({ notes }) => notes.length > 0)
      .map(({ lane, notes }) => [lane.id, notes.map(({ id }) => id)]),
  ),
  border: border.map(({ note, between }) => [note.id, between.toSorted()]),
  strays: strays.map(({ id }) => id),
  blanks,
  problems,
});
const nothing = { lanes: {}, border: [], strays: [], blanks: 0, problems: [] };

describe('a harvest', () => {
  test.each(['pillars', 'responsibilities'] as const)(
    'by %s finds each note in the lane it lies in',
    (lens) => {
      const { read, rooms, columns } = sheet(lens);
      const notes = [...rooms].map(([id, box]) => first(`note in ${id}`, box));
      const expected = lanesOf(columns).map(({ id }) => [id, [`note in ${id}`]]);
      expect(short(read(notes))).toEqual({ ...nothing, lanes: Object.fromEntries(expected) });
    },
  );

  test('lists lanes in the template’s order, empty ones too', () => {
    const { read, columns } = sheet();
    expect(read([]).lanes).toEqual(lanesOf(columns).map((lane) => ({ lane, notes: [] })));
  });

  test('reads notes from top to bottom and each row from left to right', () => {
    const { read, room } = sheet();
    const box = room('side/not-doing');
    const at = (id: string, dx: number, dy: number) => note(id, left(box) + dx, top(box) + dy);
    const notes = [at('d', 150, 290), at('c', 580, 130), at('a', 140, 150), at('b', 360, 160)];
    expect(short(read(notes)).lanes).toEqual({ 'side/not-doing': ['a', 'b', 'c', 'd'] });
  });

  test('never counts a note without words, even if it holds spaces nobody sees', () => {
    const { read, room } = sheet();
    const box = room('side/needs');
    const notes = ['', '  \n', '\u200b\u2060', '\u00a0'].map((text, index) => ({
      ...first(`blank ${index}`, box),
      text,
    }));
    expect(short(read(notes))).toEqual({ ...nothing, blanks: 4 });
  });

  test('leaves out what is remembered but gone, and what is no sticky', () => {
    const { read, room } = sheet();
    const there = first('a', room('side/needs'));
    expect(
      short(
        read([
          { ...there, gone: true },
          { ...there, id: itemId('b'), kind: 'text' },
        ]),
      ),
    ).toEqual(nothing);
  });

  test('asks about a note of which two fifths or more lie in the next column', () => {
    const { read, room } = sheet();
    const here = room('big-picture/technical-direction');
    const there = room('execution/exploration');
    const border = (here.x + here.width / 2 + there.x - there.width / 2) / 2;
    const y = here.y;
    const share = (id: string, inside: number) => note(id, border - (inside - 0.5) * noteSize.width, y);
    expect(short(read([share('half', 0.5001), share('58 %', 0.58), share('62 %', 0.62)]))).toEqual({
      ...nothing,
      lanes: { 'big-picture/technical-direction': ['62 %'] },
      border: [
        ['half', ['big-picture/technical-direction', 'execution/exploration']],
        ['58 %', ['big-picture/technical-direction', 'execution/exploration']],
      ],
    });
  });

  test('asks about a note on the border between two lanes of a column', () => {
    const { read, room, items } = sheet();
    const x = room('execution/exploration').x;
    const border = top(items.get('lane:execution/being-glue')?.box ?? boxAt(0, 0, 0, 0));
    expect(
      short(
        read([note('above', x, border - 60), note('on it', x, border + 5), note('below', x, border + 60)]),
      ),
    ).toEqual({
      ...nothing,
      lanes: { 'execution/exploration': ['above'], 'execution/being-glue': ['below'] },
      border: [['on it', ['execution/being-glue', 'execution/exploration']]],
    });
  });

  test('asks about a note stuck on a column’s heading when the column has several lanes', () => {
    const { read, items } = sheet();
    const heading = items.get('column:leveling-up')?.box ?? boxAt(0, 0, 0, 0);
    expect(short(read([note('a', heading.x, heading.y + 40)])).border).toEqual([
      ['a', ['leveling-up/being-glue', 'leveling-up/mentorship-and-sponsorship']],
    ]);
    const by = sheet('responsibilities');
    const single = by.items.get('column:exploration')?.box ?? boxAt(0, 0, 0, 0);
    expect(short(by.read([note('a', single.x, single.y + 40)])).lanes).toEqual({
      'execution/exploration': ['a'],
    });
  });

  test('lists notes on the title and outside the frame as strays', () => {
    const { read, frame } = sheet();
    expect(short(read([note('on the title', 300, 130), note('outside', frame.width + 40, 1500)]))).toEqual({
      ...nothing,
      strays: ['on the title', 'outside'],
    });
  });

  test('follows the header items as they stand now', () => {
    const { read, room, move } = sheet();
    const a = first('a', room('execution/being-glue'));
    move('lane:execution/being-glue', 0, 420);
    expect(short(read([a])).lanes).toEqual({ 'execution/exploration': ['a'] });

    const other = sheet();
    const keys = ['column:execution', 'lane:execution/exploration', 'lane:execution/being-glue'];
    for (const key of keys) other.move(key, 737, 0);
    for (const key of [
      'column:leveling-up',
      'lane:leveling-up/being-glue',
      'lane:leveling-up/mentorship-and-sponsorship',
    ])
      other.move(key, -737, 0);
    const swapped = other.read([first('b', other.room('leveling-up/being-glue'))]);
    expect(short(swapped)).toEqual({ ...nothing, lanes: { 'execution/exploration': ['b'] } });
  });

  test('gives a lane without a header to the lane above it, and says so', () => {
    const { read, room, items } = sheet();
    items.delete('lane:execution/being-glue');
    expect(short(read([first('a', room('execution/being-glue'))]))).toEqual({
      ...nothing,
      lanes: { 'execution/exploration': ['a'] },
      problems: [{ kind: 'missing', key: 'lane:execution/being-glue', mergedInto: 'execution/exploration' }],
    });
  });

  test('gives the first lane without a header to the one below it, and says so', () => {
    const { read, room, items } = sheet();
    items.delete('lane:execution/exploration');
    expect(short(read([first('a', room('execution/exploration'))]))).toEqual({
      ...nothing,
      lanes: { 'execution/being-glue': ['a'] },
      problems: [{ kind: 'missing', key: 'lane:execution/exploration', mergedInto: 'execution/being-glue' }],
    });
  });

  test('reads a column without a heading from its lanes', () => {
    const { read, room, items } = sheet();
    items.delete('column:execution');
    expect(short(read([first('a', room('execution/exploration'))]))).toEqual({
      ...nothing,
      lanes: { 'execution/exploration': ['a'] },
      problems: [{ kind: 'missing', key: 'column:execution', mergedInto: null }],
    });
  });

  test('asks which lane is meant when a column has lost all its lanes’ headers', () => {
    const { read, room, items } = sheet();
    items.delete('lane:execution/exploration');
    items.delete('lane:execution/being-glue');
    expect(short(read([first('a', room('execution/exploration'))])).border).toEqual([
      ['a', ['execution/being-glue', 'execution/exploration']],
    ]);
  });

  test('lists the notes of a column that has lost every header as strays', () => {
    const { read, room, items } = sheet();
    for (const key of items.keys()) if (key.includes('execution')) items.delete(key);
    const result = short(read([first('a', room('execution/exploration'))]));
    expect([result.strays, result.lanes, result.border]).toEqual([['a'], {}, []]);
    expect(result.problems.map(({ key }) => key)).toEqual([
      'column:execution',
      'lane:execution/exploration',
      'lane:execution/being-glue',
    ]);
  });

  test('lists notes below a side lane’s missing header as strays, and never as notes of the top', () => {
    const { read, room, items } = sheet();
    items.delete('lane:side/not-doing');
    expect(short(read([first('a', room('side/not-doing')), first('b', room('side/needs'))]))).toEqual({
      ...nothing,
      lanes: { 'side/needs': ['b'] },
      strays: ['a'],
      problems: [{ kind: 'missing', key: 'lane:side/not-doing', mergedInto: null }],
    });
  });

  test('takes no notice of a lane’s header that was dragged out of its column, and says so', () => {
    const { read, room, move } = sheet();
    move('lane:execution/being-glue', 800, 0);
    expect(short(read([first('a', room('execution/being-glue'))]))).toEqual({
      ...nothing,
      lanes: { 'execution/exploration': ['a'] },
      problems: [
        { kind: 'elsewhere', key: 'lane:execution/being-glue', mergedInto: 'execution/exploration' },
      ],
    });
  });

  test('loses no note, whatever the template, whatever is missing or moved, wherever notes lie', () => {
    const place = fc.record({
      x: fc.integer({ min: -300, max: 6000 }),
      y: fc.integer({ min: -300, max: 6000 }),
    });
    fc.assert(
      fc.property(
        someTemplate,
        someDetails,
        fc.array(place, { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.option(place)), { maxLength: 12 }),
        (template, about, places, damage) => {
          const { read, items, move } = sheet(about.lens, template, about);
          const keys = [...items.keys()];
          for (const [index, to] of damage) {
            const key = keys[index % keys.length] ?? '';
            if (to) move(key, to.x - 1500, to.y - 1500);
            else items.delete(key);
          }
          const notes = places.map(({ x, y }, index) => note(`note ${index}`, x, y));
          const { lanes, border, strays } = read(notes);
          const found = [
            ...lanes.flatMap(({ notes }) => notes),
            ...border.map(({ note }) => note),
            ...strays,
          ];
          expect(found.map(({ id }) => id).toSorted()).toEqual(notes.map(({ id }) => id).toSorted());
        },
      ),
      { seed: 20_261_123, numRuns: 150 },
    );
  });

  test('finds every note that lies in a lane’s room there, whatever the template', () => {
    fc.assert(
      fc.property(someTemplate, someDetails, (template, about) => {
        const { read, rooms } = sheet(about.lens, template, about);
        const notes = [...rooms].map(([id, box]) => first(id, box));
        const expected = Object.fromEntries([...rooms.keys()].map((id) => [id, [id]]));
        expect(short(read(notes))).toEqual({ ...nothing, lanes: expected });
      }),
      { seed: 20_261_123, numRuns: 100 },
    );
  });
});
