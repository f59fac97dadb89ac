/** Laying a sheet out by the other lens: whatever people did to it by hand, every note keeps its lane, there and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, bottom, boxAt, left, moved, overlap, right, top } from '../../src/base/box.ts';
import type { SheetChange } from '../../src/board/changePlan.ts';
import { type HarvestItem, harvest } from '../../src/board/harvest.ts';
import type { SheetOnBoard } from '../../src/board/makeRoom.ts';
import { piecesOf, planRelayout, type Relayout, reversed } from '../../src/board/relayout.ts';
import { parseRelayout, relayoutJson } from '../../src/board/relayoutJson.ts';
import { madeHeaders, misread, stepsLeft } from '../../src/board/relayoutSteps.ts';
import { type ItemId, itemId } from '../../src/workshop/ids.ts';
import { layoutSheet } from '../../src/workshop/layout.ts';
import { sheetColumns } from '../../src/workshop/lens.ts';
import type { Lens } from '../../src/workshop/sheet.ts';
import type { Template } from '../../src/workshop/template.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { details, someTemplate } from '../support/sheets.ts';

const run = { seed: 20_261_130, numRuns: 30 };
const other = (lens: Lens): Lens => (lens === 'pillars' ? 'responsibilities' : 'pillars');

interface Sheet extends SheetOnBoard {
  readonly template: Template;
  readonly lens: Lens;
}

/** A dropped sheet, its headers' ids by key. */
function fresh(template: Template, lens: Lens): Sheet {
  const layout = layoutSheet(template, { ...details, lens });
  const items = layout.pieces.map(
    ({ appearance }, index): HarvestItem => ({
      id: itemId(String(1000 + index)),
      kind: appearance.kind,
      box: appearance.box,
      text: appearance.text,
    }),
  );
  return {
    template,
    lens,
    columns: sheetColumns(template, lens),
    anchors: new Map(layout.pieces.map(({ key }, index) => [key, itemId(String(1000 + index))])),
    frame: { id: itemId('1'), box: boxAt(-300, 800, layout.width, layout.height) },
    items,
  };
}

const inside = (sheet: Sheet, { width, height }: Box, x: number, y: number): Box => {
  const within = (share: number, size: number, whole: number) => size / 2 + share * Math.max(0, whole - size);
  return {
    x: within(x, width, sheet.frame.box.width),
    y: within(y, height, sheet.frame.box.height),
    width,
    height,
  };
};
const share = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.constantFrom(
  { width: 199, height: 228 },
  { width: 120, height: 137 },
  { width: 640, height: 733 },
);
const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('note' as const),
      x: share,
      y: share,
      size,
      blank: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('shift' as const),
      which: fc.nat(),
      dx: fc.integer({ min: -220, max: 220 }),
      dy: fc.integer({ min: -220, max: 220 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reword' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('take' as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('thing' as const),
      x: share,
      y: share,
      of: fc.constantFrom('shape', 'text', 'other'),
      size: fc.constantFrom(
        { width: 60, height: 40 },
        { width: 300, height: 150 },
        { width: 1900, height: 900 },
      ),
    }),
  },
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(sheet: Sheet, edits: readonly Edit[]): Sheet {
  let items = [...sheet.items];
  const shapes = (): HarvestItem[] => items.filter(({ kind }) => kind === 'shape' || kind === 'text');
  const pick = (which: number): HarvestItem | undefined => shapes()[which % Math.max(1, shapes().length)];
  const change = (one: HarvestItem | undefined, fields: Partial<HarvestItem>): void => {
    items = items.map((item) => (item === one ? { ...item, ...fields } : item));
  };
  for (const [index, one] of edits.entries()) {
    const id = itemId(String(5000 + index));
    if (one.kind === 'note') {
      const box = inside(sheet, { x: 0, y: 0, ...one.size }, one.x, one.y);
      items.push({ id, kind: 'sticky', box, text: one.blank ? ' ' : `note ${index}` });
    } else if (one.kind === 'thing') {
      const box = inside(sheet, { x: 0, y: 0, ...one.size }, one.x, one.y);
      items.push({ id, kind: one.of, box, text: `thing ${index}` });
    } else if (one.kind === 'shift') {
      const item = pick(one.which);
      const box = item && moved(item.box, one.dx, one.dy);
      const { width, height } = sheet.frame.box;
      if (box && left(box) >= 0 && top(box) >= 0 && right(box) <= width && bottom(box) <= height)
        change(item, { box });
    } else if (one.kind === 'reword') change(pick(one.which), { text: `somebody’s words ${index}` });
    else items = items.filter((item) => item !== pick(one.which));
  }
  return { ...sheet, items };
}

const looksOf = ({ from, to }: Pick<Relayout, 'from' | 'to'>, { template, items }: Sheet) => ({
  old: piecesOf(from, template, details, items),
  new: piecesOf(to, template, details, items),
});

let made = 0;
/** As the board does it, which lets nothing lie outside the frame. */
function applied(sheet: Sheet, changes: readonly SheetChange[]): Sheet {
  const [dx, dy] = [-left(sheet.frame.box), -top(sheet.frame.box)];
  let items = [...sheet.items];
  let frame = sheet.frame.box;
  for (const change of changes) {
    if (change.kind === 'remove') items = items.filter(({ id }) => id !== change.id);
    else if (change.kind === 'create') {
      made += 1;
      const { item } = change;
      const text = 'text' in item ? item.text : '';
      items.push({ id: itemId(String(90_000 + made)), kind: item.kind, box: moved(item.box, dx, dy), text });
    } else if (change.id === sheet.frame.id) frame = change.to.box ?? frame;
    else {
      const { box, text } = change.to;
      const fields = { ...(box ? { box: moved(box, dx, dy) } : {}), ...(text === undefined ? {} : { text }) };
      items = items.map((item) => (item.id === change.id ? { ...item, ...fields } : item));
    }
    const outside = ({ box }: HarvestItem) =>
      left(box) < -1e-6 ||
      top(box) < -1e-6 ||
      right(box) > frame.width + 1e-6 ||
      bottom(box) > frame.height + 1e-6;
    expect(items.filter(outside)).toEqual([]);
  }
  return { ...sheet, items, frame: { ...sheet.frame, box: frame } };
}

/** `most`: so many changes are made and the rest refused. */
function carriedOut(relayout: Relayout, sheet: Sheet, most = Number.POSITIVE_INFINITY): Sheet {
  const { plan, loose } = stepsLeft(relayout, looksOf(relayout, sheet), sheet);
  const first = [...plan.stages.flat(), ...loose];
  const half = applied(sheet, first.slice(0, most));
  const { settle } = stepsLeft(relayout, looksOf(relayout, half), half);
  return most < first.length ? half : applied(half, settle.stages.flat().slice(0, most - first.length));
}

/** Once nothing is left to do: it is read by the new lens. */
function finished(relayout: Relayout, sheet: Sheet): Sheet {
  const { plan, loose, settle, made } = stepsLeft(relayout, looksOf(relayout, sheet), sheet);
  const brief = (c: SheetChange) =>
    c.kind === 'create'
      ? `create ${c.key}`
      : c.kind === 'change'
        ? `${c.id} ${JSON.stringify(c.from)} > ${JSON.stringify(c.to)}`
        : `remove ${c.id}`;
  expect([...plan.stages.flat(), ...loose, ...settle.stages.flat()].map(brief)).toEqual([]);
  const anchors = new Map([...sheet.anchors].filter(([key]) => !relayout.drop.has(key)));
  for (const [key, id] of made.ids) anchors.set(key, id);
  return { ...sheet, lens: relayout.to, columns: sheetColumns(sheet.template, relayout.to), anchors };
}

const switched = (
  sheet: Sheet,
): { after: Sheet; relayout: Relayout; plan: ReturnType<typeof planRelayout> } => {
  const plan = planRelayout(sheet, sheet.template, { ...details, lens: sheet.lens }, other(sheet.lens));
  const after = finished(plan.relayout, carriedOut(plan.relayout, sheet));
  return { after, relayout: plan.relayout, plan };
};

/** Which lane each note counts for; null where it is asked about. */
function read(sheet: Sheet): ReadonlyMap<ItemId, string | null> {
  const reading = { columns: sheet.columns, anchors: sheet.anchors, frame: sheet.frame.box };
  // Blank notes are nobody's, and stay in their lanes all the same.
  const items = sheet.items.map((item) =>
    item.kind === 'sticky' ? { ...item, text: item.text.trim() || 'blank' } : item,
  );
  const { lanes, border, strays } = harvest({ ...reading, items });
  return new Map(
    [
      ...lanes.flatMap(({ lane, notes }) => notes.map(({ id }) => [id, lane.id as string | null] as const)),
      ...[...border.map(({ note }) => note), ...strays].map(({ id }) => [id, null] as const),
    ].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const templates = fc.oneof(
  { weight: 3, arbitrary: fc.constant(staffRole) },
  { weight: 1, arbitrary: someTemplate },
);
const sheets = fc
  .record({
    template: templates,
    lens: fc.constantFrom<Lens>('pillars', 'responsibilities'),
    edits: fc.array(edit, { maxLength: 60 }),
  })
  .map(({ template, lens, edits }) => edited(fresh(template, lens), edits));

describe('laying a sheet out by the other lens', () => {
  test('keeps every note in its lane, there and back, and asks about the same ones', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const { after, relayout } = switched(sheet);
        expect(read(after)).toEqual(read(sheet));
        expect(misread(relayout, after)).toEqual([]);
        const again = switched(after).after;
        expect(read(again)).toEqual(read(sheet));
      }),
      run,
    );
  });

  test('is undone exactly', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const { after, relayout } = switched(sheet);
        const way = reversed(relayout, madeHeaders(relayout, looksOf(relayout, after).new, after).ids);
        const back = finished(way, carriedOut(way, after));
        const plain = ({ items }: Sheet) =>
          items
            .map(({ kind, text, box }) => [
              kind,
              text,
              ...[box.x, box.y, box.width, box.height].map((v) => Math.round(v * 1000) / 1000),
            ])
            .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
        expect(plain(back)).toEqual(plain(sheet));
        expect(back.frame.box).toEqual(sheet.frame.box);
        expect(read(back)).toEqual(read(sheet));
      }),
      run,
    );
  });

  test('stopped anywhere, it is gone on with or taken back by whoever finds it', () => {
    fc.assert(
      fc.property(sheets, fc.nat({ max: 90 }), fc.boolean(), (sheet, most, onwards) => {
        const plan = planRelayout(sheet, sheet.template, { ...details, lens: sheet.lens }, other(sheet.lens));
        const half = carriedOut(plan.relayout, sheet, most);
        const looks = looksOf(plan.relayout, half);
        const way = onwards
          ? plan.relayout
          : reversed(plan.relayout, madeHeaders(plan.relayout, looks.new, half).ids);
        const end = finished(way, carriedOut(way, half));
        expect(read(end)).toEqual(read(sheet));
      }),
      run,
    );
  });

  test('lets nothing lie on anything else, but what lay there before', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const { after, relayout } = switched(sheet);
        const shrunk = (box: Box): Box => ({ ...box, width: box.width - 0.01, height: box.height - 0.01 });
        const loose = (id: ItemId) => relayout.loose.has(id);
        // Text grows with its words on the board, which no plan knows.
        const solid = after.items.filter(({ id, kind }) => !loose(id) && kind !== 'text');
        const clashes = solid.flatMap((a, index) =>
          solid
            .slice(index + 1)
            .flatMap((b) =>
              overlap(shrunk(a.box), shrunk(b.box)) ? [`${a.id} ${a.text} on ${b.id} ${b.text}`] : [],
            ),
        );
        expect(clashes).toEqual([]);
      }),
      run,
    );
  });

  test('is kept in a document as it is, and read whole or not at all', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const { relayout } = planRelayout(
          sheet,
          sheet.template,
          { ...details, lens: sheet.lens },
          other(sheet.lens),
        );
        const kept = JSON.parse(JSON.stringify(relayoutJson(relayout)));
        expect(parseRelayout(kept, relayout)).toEqual(relayout);
        expect(parseRelayout({ ...kept, v: 2 }, relayout)).toBeNull();
        expect(
          parseRelayout({ ...kept, moves: [...kept.moves, ['n', [1, 2, 3], [1, 2, 3, 4]]] }, relayout),
        ).toBeNull();
      }),
      { ...run, numRuns: 5 },
    );
    for (const value of [null, 'x', [], {}, { v: 1 }])
      expect(parseRelayout(value, fresh(staffRole, 'pillars') as never)).toBeNull();
  });

  test('removes nothing that a person put there or changed', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const { after } = switched(sheet);
        const there = new Set(after.items.map(({ id }) => id));
        const standard = new Set(
          layoutSheet(sheet.template, { ...details, lens: sheet.lens }).pieces.map(({ appearance }) =>
            appearance.text.trim(),
          ),
        );
        const gone = sheet.items.filter(({ id }) => !there.has(id));
        expect(gone.filter(({ id, text }) => id >= itemId('5000') || !standard.has(text.trim()))).toEqual([]);
      }),
      run,
    );
  });
});
