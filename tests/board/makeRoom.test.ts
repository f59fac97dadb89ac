import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottom, boxAt, contains, left, overlap, top } from '../../src/base/box.ts';
import { changesOf } from '../../src/board/changePlan.ts';
import { placeForNote } from '../../src/board/freePlace.ts';
import { harvest } from '../../src/board/harvest.ts';
import { planMakeRoom } from '../../src/board/makeRoom.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import { runChanges } from '../../src/board/runChanges.ts';
import type { ItemId, LaneId } from '../../src/workshop/ids.ts';
import { lanesOf } from '../../src/workshop/lens.ts';
import { type DroppedSheet, droppedSheet } from '../support/dropped.ts';
import { virtualClock } from '../support/virtualClock.ts';

const lane = (id: string) => id as LaneId;

const sheetOf = (sheet: DroppedSheet) => {
  const { columns, anchors, items } = sheet.reading();
  return { columns, anchors, items, frame: sheet.frame() };
};
const run = (sheet: DroppedSheet, plan: Parameters<typeof runChanges>[0]) => {
  const clock = virtualClock();
  return clock.until(runChanges(plan, sheet.board, { clock }));
};
const placeIn = (sheet: DroppedSheet, id: LaneId) => placeForNote(sheet.reading(), id);
/** Writes a note where `placeForNote` says, as the panel does. */
async function add(sheet: DroppedSheet, id: LaneId, text: string): Promise<ItemId | null> {
  const place = placeIn(sheet, id);
  if (place.kind !== 'free') return null;
  const corner = sheet.frame().box;
  const box = { ...place.box, x: place.box.x + left(corner), y: place.box.y + top(corner) };
  const note = await sheet.board.create({ kind: 'sticky', box, text, colour: 'gray' });
  await sheet.board.putInFrame(sheet.frame().id, note.id);
  return note.id;
}
async function fill(sheet: DroppedSheet, id: LaneId): Promise<number> {
  let count = 0;
  while ((await add(sheet, id, `${id} ${count}`)) !== null) count += 1;
  return count;
}
const membership = (sheet: DroppedSheet) => {
  const { lanes, border, strays } = harvest(sheet.reading());
  return {
    lanes: lanes.map(({ lane, notes }) => [lane.id, notes.map(({ text }) => text)]),
    border: border.map(({ note }) => note.text),
    strays: strays.map(({ text }) => text),
  };
};
const boxes = (sheet: DroppedSheet) => new Map([...sheet.board.items].map(([id, { box }]) => [id, box]));

describe('a free place', () => {
  test('is beside what is there already, and a note put there counts for the lane', async () => {
    for (const lens of ['pillars', 'responsibilities'] as const) {
      const sheet = await droppedSheet({ lens });
      for (const { id } of lanesOf(sheet.columns)) {
        // One blank note waits, and there is room for three.
        expect([id, (await fill(sheet, id)) >= 2]).toEqual([id, true]);
        expect([id, placeIn(sheet, id)]).toEqual([id, { kind: 'full' }]);
      }
      const stickies = [...sheet.board.items.values()].filter(({ kind }) => kind === 'sticky');
      const crossing = stickies.filter((a) => stickies.some((b) => a !== b && overlap(a.box, b.box)));
      expect(crossing).toEqual([]);
      const { lanes, border, strays } = harvest(sheet.reading());
      expect([border, strays]).toEqual([[], []]);
      for (const { lane, notes } of lanes)
        expect(notes.map(({ text }) => text)).toEqual(notes.map((_, index) => `${lane.id} ${index}`));
    }
  });

  test('is none in a lane whose header is gone', async () => {
    const sheet = await droppedSheet();
    sheet.board.take(sheet.id('lane:execution/being-glue'));
    expect(placeIn(sheet, lane('execution/being-glue'))).toEqual({ kind: 'no-lane' });
  });
});

describe('making room', () => {
  test('in any lane gives room for a row, keeps every note in its lane, and can be undone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('pillars' as const, 'responsibilities' as const),
        fc.nat(),
        fc.array(fc.nat(), { maxLength: 4 }),
        async (lens, which, others) => {
          const sheet = await droppedSheet({ lens });
          const lanes = lanesOf(sheet.columns);
          const full = lanes[which % lanes.length]?.id ?? lane('none');
          await fill(sheet, full);
          for (const other of others) await fill(sheet, lanes[other % lanes.length]?.id ?? full);
          const before = { boxes: boxes(sheet), membership: membership(sheet) };

          const result = await run(sheet, planMakeRoom(sheetOf(sheet), full));
          expect(result.kind).toBe('done');
          expect(membership(sheet)).toEqual(before.membership);
          expect(placeIn(sheet, full).kind).toBe('free');
          const inside = boxAt(0, 0, sheet.frame().box.width, sheet.frame().box.height);
          expect(sheet.reading().items.filter(({ box }) => !contains(inside, box))).toEqual([]);

          expect((await run(sheet, result.undo)).kind).toBe('done');
          expect(boxes(sheet)).toEqual(before.boxes);
        },
      ),
      { seed: 20_261_123, numRuns: 40 },
    );
  });

  test('moves only what lies below in the same column, and says what and where before it does', async () => {
    const sheet = await droppedSheet();
    const plan = planMakeRoom(sheetOf(sheet), lane('execution/exploration'));
    const moves = changesOf(plan).map((change) =>
      change.kind === 'change'
        ? [change.what, (change.to.box?.y ?? 0) - (change.from.box?.y ?? 0)]
        : [change.kind, 0],
    );
    const glue = sheet.columns.flatMap(({ lanes }) => lanes).find(({ id }) => id === 'execution/being-glue');
    expect(moves.slice(1).toSorted()).toEqual(
      [
        ['A blank note', 252],
        ['Being glue', 252],
        [glue?.prompt, 252],
      ].toSorted(),
    );
    expect(moves[0]?.[0]).toBe('The frame');
  });

  test('makes the frame larger before anything moves down', async () => {
    const sheet = await droppedSheet();
    const [first, second] = planMakeRoom(sheetOf(sheet), lane('execution/exploration')).stages;
    const lowest = Math.max(
      ...(second ?? []).map((change) =>
        change.kind === 'change' && change.to.box ? bottom(change.to.box) : 0,
      ),
    );
    const frame = first?.[0]?.kind === 'change' ? first[0].to.box : undefined;
    expect(frame && bottom(frame) - lowest).toBe(72);
    expect(frame && [left(frame), top(frame)]).toEqual([left(sheet.frame().box), top(sheet.frame().box)]);
  });

  test('in the lowest lane only makes the frame larger', async () => {
    const sheet = await droppedSheet();
    const plan = planMakeRoom(sheetOf(sheet), lane('leveling-up/mentorship-and-sponsorship'));
    expect(changesOf(plan).map((change) => change.what)).toEqual(['The frame']);
  });

  test('is no plan for a lane that has no header', async () => {
    const sheet = await droppedSheet();
    expect(planMakeRoom(sheetOf(sheet), lane('no/such'))).toEqual({ stages: [] });
  });
});

describe('running changes', () => {
  test('hands back how to undo what was done when the board stops half-way', async () => {
    const sheet = await droppedSheet();
    const before = boxes(sheet);
    const plan = planMakeRoom(sheetOf(sheet), lane('side/not-doing'));
    let left = 3;
    const clock = virtualClock();
    const refusing = {
      ...sheet.board,
      change: (...args: Parameters<typeof sheet.board.change>) => {
        left -= 1;
        return left < 0 ? Promise.reject(new BoardRefusal('no-access', 'No.')) : sheet.board.change(...args);
      },
    };
    const result = await clock.until(runChanges(plan, refusing, { clock, parallel: 1 }));
    expect([result.kind, changesOf(result.undo).length]).toEqual(['failed', 3]);
    await run(sheet, result.undo);
    expect(boxes(sheet)).toEqual(before);
  });

  test('tells its progress, change by change', async () => {
    const sheet = await droppedSheet();
    const plan = planMakeRoom(sheetOf(sheet), lane('side/not-doing'));
    const total = changesOf(plan).length;
    const seen: number[] = [];
    const clock = virtualClock();
    await clock.until(runChanges(plan, sheet.board, { clock, onProgress: ({ done }) => seen.push(done) }));
    expect(seen).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  });
});
