import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxAt, contains, left, moved, overlap, top } from '../../src/base/box.ts';
import { changesOf } from '../../src/board/changePlan.ts';
import { harvest } from '../../src/board/harvest.ts';
import { planMakeRoom } from '../../src/board/makeRoom.ts';
import { planRepair } from '../../src/board/repair.ts';
import { runChanges } from '../../src/board/runChanges.ts';
import type { ItemId, LaneId } from '../../src/workshop/ids.ts';
import { lanesOf } from '../../src/workshop/lens.ts';
import { isBorderKey } from '../../src/workshop/piece.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { type DroppedSheet, droppedSheet } from '../support/dropped.ts';
import { details } from '../support/sheets.ts';
import { virtualClock } from '../support/virtualClock.ts';

type Lens = 'pillars' | 'responsibilities';

/** A sheet with a written note in each lane, and the ids that a record keeps. */
async function written(lens: Lens = 'pillars') {
  const sheet = await droppedSheet({ lens });
  for (const { id } of lanesOf(sheet.columns)) sheet.write(id, `note in ${id}`);
  return sheet;
}
const anchorsOf = (sheet: DroppedSheet) => new Map([...sheet.anchors].filter(([key]) => isBorderKey(key)));
const plan = (sheet: DroppedSheet, lens: Lens = 'pillars', anchors = anchorsOf(sheet)) => {
  const { columns, items } = sheet.reading();
  return planRepair({ columns, anchors, items, frame: sheet.frame() }, staffRole, { ...details, lens });
};
const run = (sheet: DroppedSheet, changes: ReturnType<typeof plan>) => {
  const clock = virtualClock();
  return clock.until(runChanges(changes, sheet.board, { clock }));
};
const shift = (sheet: DroppedSheet, id: ItemId, dx: number, dy: number) => {
  const item = sheet.board.items.get(id);
  if (item) sheet.board.edit(id, { box: moved(item.box, dx, dy), local: moved(item.local, dx, dy) });
};
/** As far as the frame allows: what is dragged out of it is no longer its child. */
const shiftInside = (sheet: DroppedSheet, id: ItemId, dx: number, dy: number) => {
  const item = sheet.board.items.get(id);
  const { width, height } = sheet.frame().box;
  if (!item) return;
  const within = (centre: number, size: number, limit: number) =>
    Math.max(size / 2, Math.min(limit - size / 2, centre));
  const x = within(item.local.x + dx, item.local.width, width);
  const y = within(item.local.y + dy, item.local.height, height);
  shift(sheet, id, x - item.local.x, y - item.local.y);
};
const boxes = (sheet: DroppedSheet): ReadonlyMap<ItemId, Box> =>
  new Map([...sheet.board.items].map(([id, { box }]) => [id, box]));
const membership = (sheet: DroppedSheet, anchors = sheet.anchors) => {
  const { lanes, border, strays, problems } = harvest({ ...sheet.reading(), anchors });
  return {
    lanes: lanes.map(({ lane, notes }) => [lane.id, notes.map(({ text }) => text)]),
    border,
    strays,
    problems,
  };
};
/** Everything in a column, as a lasso takes it. */
const inColumn = (sheet: DroppedSheet, column: string) => {
  const header = sheet.board.items.get(sheet.id(`column:${column}`));
  if (!header) throw new Error('no header');
  const from = header.local;
  return sheet
    .reading()
    .items.filter(
      ({ box }) =>
        left(box) >= left(from) - 2 && left(box) < left(from) + from.width && top(box) >= top(from) - 2,
    )
    .map(({ id }) => id);
};

describe('repairing the layout', () => {
  test.each(['pillars', 'responsibilities'] as const)(
    'finds nothing to do on an orderly sheet by %s',
    async (lens) => {
      const sheet = await written(lens);
      expect(changesOf(plan(sheet, lens))).toEqual([]);
    },
  );

  test('finds nothing to do after room was made', async () => {
    const sheet = await written();
    for (const lane of ['execution/exploration', 'side/one-job', 'side/not-doing']) {
      const { columns, anchors, items } = sheet.reading();
      await run(sheet, planMakeRoom({ columns, anchors, items, frame: sheet.frame() }, lane as LaneId));
    }
    expect(changesOf(plan(sheet))).toEqual([]);
  });

  test('finds nothing to do when somebody moved the whole content within a larger frame', async () => {
    const sheet = await written();
    const frame = sheet.frame();
    const box = boxAt(left(frame.box), top(frame.box), frame.box.width + 500, frame.box.height + 500);
    sheet.board.edit(frame.id, { box, local: box });
    for (const { id } of sheet.reading().items) shift(sheet, id, 300, 200);
    expect(changesOf(plan(sheet))).toEqual([]);
  });

  test('puts a header that was dragged by accident back alone, and its notes count as before', async () => {
    for (const key of [
      'lane:execution/being-glue',
      'column:leveling-up',
      'lane:side/needs',
      'lane:side/one-job',
    ]) {
      const sheet = await written();
      const before = { boxes: boxes(sheet), membership: membership(sheet) };
      shift(sheet, sheet.id(key), 150, key.startsWith('column') ? 80 : -170);
      const repair = plan(sheet);
      expect(changesOf(repair).map((change) => change.kind === 'change' && change.id)).toEqual([
        sheet.id(key),
      ]);
      await run(sheet, repair);
      expect([boxes(sheet), membership(sheet)]).toEqual([before.boxes, before.membership]);
    }
  });

  test('puts back prompts, the title and whatever else no record names', async () => {
    const sheet = await written();
    const before = boxes(sheet);
    for (const key of ['prompt:execution/exploration', 'title', 'meaning:big-picture', 'how'])
      shift(sheet, sheet.id(key), 90, 40);
    await run(sheet, plan(sheet));
    expect(boxes(sheet)).toEqual(before);
  });

  test('brings deleted headers back in their places, and their notes count for them again', async () => {
    const sheet = await written();
    const before = membership(sheet);
    const gone = ['lane:execution/being-glue', 'prompt:execution/being-glue', 'column:execution', 'title'];
    const places = gone.map((key) => sheet.board.items.get(sheet.id(key))?.box);
    for (const key of gone) sheet.board.take(sheet.id(key));
    expect(membership(sheet).problems.length).toBe(2);
    const result = await run(sheet, plan(sheet));
    expect([...result.created.keys()].toSorted()).toEqual(gone.toSorted());
    const back = gone.map((key) => sheet.board.items.get(result.created.get(key) ?? ('' as ItemId))?.box);
    expect(back).toEqual(places);
    expect(membership(sheet, new Map([...sheet.anchors, ...result.created]))).toEqual(before);
  });

  test('brings every header back when all of them are gone', async () => {
    const sheet = await written();
    const before = { boxes: [...boxes(sheet).values()], membership: membership(sheet) };
    for (const { id, kind } of sheet.reading().items) if (kind !== 'sticky') sheet.board.take(id);
    const result = await run(sheet, plan(sheet));
    const order = (a: Box, b: Box) => a.y - b.y || a.x - b.x;
    expect([...boxes(sheet).values()].toSorted(order)).toEqual(before.boxes.toSorted(order));
    expect(membership(sheet, new Map([...sheet.anchors, ...result.created]))).toEqual(before.membership);
  });

  test('takes notes along when a column was moved with everything in it', async () => {
    const sheet = await written();
    const before = { boxes: boxes(sheet), membership: membership(sheet) };
    for (const id of inColumn(sheet, 'execution')) shift(sheet, id, 240, 60);
    const after = await run(sheet, plan(sheet));
    expect([boxes(sheet), membership(sheet)]).toEqual([before.boxes, before.membership]);
    expect(changesOf(after.undo).length).toBe(8);
  });

  test('takes notes along when two columns changed places', async () => {
    const sheet = await written();
    const before = boxes(sheet);
    const [one, two] = [inColumn(sheet, 'execution'), inColumn(sheet, 'leveling-up')];
    for (const id of one) shift(sheet, id, 737, 0);
    for (const id of two) shift(sheet, id, -737, 0);
    const swapped = membership(sheet);
    await run(sheet, plan(sheet));
    expect(boxes(sheet)).toEqual(before);
    expect(membership(sheet)).toEqual(swapped);
  });

  test('leaves a lane longer that somebody pulled longer by hand, together with what is in it', async () => {
    const sheet = await written();
    const frame = sheet.frame();
    const box = boxAt(left(frame.box), top(frame.box), frame.box.width, frame.box.height + 400);
    sheet.board.edit(frame.id, { box, local: box });
    for (const key of ['lane', 'prompt']) shift(sheet, sheet.id(`${key}:execution/being-glue`), 0, 333);
    shift(sheet, sheet.id('blank:execution/being-glue:0'), 0, 333);
    expect(changesOf(plan(sheet))).toEqual([]);
  });

  test('leaves words that somebody changed', async () => {
    const sheet = await written();
    const id = sheet.id('prompt:execution/exploration');
    sheet.board.edit(id, { text: 'Our own question?' });
    shift(sheet, id, 30, 10);
    await run(sheet, plan(sheet));
    expect(sheet.board.items.get(id)?.text).toBe('Our own question?');
    expect(changesOf(plan(sheet))).toEqual([]);
  });

  test('after any accident leaves no problem, no overlap, nothing outside and no note lost, and can be undone', async () => {
    const damage = fc.array(
      fc.tuple(
        fc.nat(),
        fc.option(
          fc.record({ dx: fc.integer({ min: -600, max: 600 }), dy: fc.integer({ min: -400, max: 400 }) }),
        ),
      ),
      { minLength: 1, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('pillars' as const, 'responsibilities' as const),
        damage,
        async (lens, hits) => {
          const sheet = await written(lens);
          const keys = [...sheet.anchors.keys()].filter((key) => key !== 'frame' && !key.startsWith('blank'));
          for (const [index, by] of hits) {
            const id = sheet.id(keys[index % keys.length] ?? 'title');
            if (by === null) sheet.board.take(id);
            else shiftInside(sheet, id, by.dx, by.dy);
          }
          const disturbed = boxes(sheet);
          const result = await run(sheet, plan(sheet, lens));
          expect(result.kind).toBe('done');

          const anchors = new Map([...sheet.anchors, ...result.created]);
          const { lanes, border, strays, problems } = membership(sheet, anchors);
          expect(problems).toEqual([]);
          const counted = lanes.flatMap(([, texts]) => texts).length + border.length + strays.length;
          expect(counted).toBe(lanesOf(sheet.columns).length);
          const headers = sheet.reading().items.filter(({ kind }) => kind !== 'sticky');
          const thin = (box: Box) => ({ ...box, width: box.width - 0.01, height: box.height - 0.01 });
          const crossing = headers.flatMap((a, index) =>
            headers
              .slice(index + 1)
              .filter((b) => overlap(thin(a.box), thin(b.box)))
              .map((b) => `${a.text} × ${b.text}`),
          );
          expect(crossing).toEqual([]);
          const inside = boxAt(0, 0, sheet.frame().box.width, sheet.frame().box.height);
          expect(headers.filter(({ box }) => !contains(inside, thin(box)))).toEqual([]);
          // A note that lay in no lane may lie in one now and want room: one more repair at most.
          const again = await run(sheet, plan(sheet, lens, anchors));
          expect(changesOf(plan(sheet, lens, anchors))).toEqual([]);
          await run(sheet, again.undo);

          await run(sheet, result.undo);
          expect(boxes(sheet)).toEqual(disturbed);
        },
      ),
      { seed: 20_261_123, numRuns: 120 },
    );
  });
});
