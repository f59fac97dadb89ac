/** Putting what is brought in into lanes: blank stickies first, room made at once, stickies moved, and all of it undone. */
import { describe, expect, test } from 'vitest';
import { boxAt, contains, overlap } from '../../../src/base/box.ts';
import { planRoom } from '../../../src/board/bringIn/planRoom.ts';
import { type PutOptions, putIntoLanes, takeBack, type Wish } from '../../../src/board/bringIn/run.ts';
import { changesOf } from '../../../src/board/changePlan.ts';
import { harvest } from '../../../src/board/harvest.ts';
import { itemsInFrame } from '../../../src/board/inFrame.ts';
import { BoardRefusal } from '../../../src/board/port.ts';
import { type ItemId, type LaneId, laneId } from '../../../src/workshop/ids.ts';
import { type DroppedSheet, droppedSheet } from '../../support/dropped.ts';
import { virtualClock } from '../../support/virtualClock.ts';

const direction = laneId('big-picture', 'technical-direction');
const mentoring = laneId('leveling-up', 'mentorship-and-sponsorship');

const sheetOf = (sheet: DroppedSheet) => {
  const { columns, anchors } = sheet.reading();
  const frame = sheet.frame();
  return { columns, anchors, frame, items: itemsInFrame(frame, [...sheet.board.items.values()]) };
};
const lanesOf = (sheet: DroppedSheet) => {
  const { columns, anchors, frame, items } = sheetOf(sheet);
  const read = harvest({ columns, anchors, frame: frame.box, items });
  expect([read.border, read.strays, read.problems]).toEqual([[], [], []]);
  return Object.fromEntries(
    read.lanes
      .filter(({ notes }) => notes.length > 0)
      .map(({ lane, notes }) => [lane.id, notes.map(({ text }) => text)]),
  );
};
const stateOf = (sheet: DroppedSheet) =>
  [...sheet.board.items.values()].map(({ id, box, text, frame }) => ({ id, box, text, frame }));

const words = (lane: LaneId, text: string): Wish => ({ key: text, lane, text, sticky: null });
const sticky = (lane: LaneId, id: ItemId): Wish => ({ key: id, lane, text: 'moved', sticky: id });

function run(sheet: DroppedSheet, wishes: readonly Wish[], options: Partial<PutOptions> = {}) {
  const clock = virtualClock();
  return clock.until(
    putIntoLanes(wishes, {
      board: sheet.board,
      clock,
      hasRoom: () => true,
      look: async () => sheetOf(sheet),
      makeRoom: true,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...options,
    }),
  );
}
const back = (
  sheet: DroppedSheet,
  result: Parameters<typeof takeBack>[0],
  spoken: readonly ItemId[] = [],
) => {
  const clock = virtualClock();
  return clock.until(
    takeBack(result, { board: sheet.board, clock, isSpokenAbout: (id) => spoken.includes(id) }),
  );
};

/** Three stickies of another board's frame, beside the sheet, one of them large. */
async function oldBoard(sheet: DroppedSheet) {
  const { board } = sheet;
  const frame = await board.create({ kind: 'frame', box: boxAt(9_000, 0, 3_000, 1_000), title: 'Old board' });
  const made: ItemId[] = [];
  for (const [at, width] of [199, 600, 120].entries()) {
    const box = boxAt(9_100 + at * 700, 100, width, width * 1.14);
    const { id } = await board.create({ kind: 'sticky', box, text: `Old ${at}`, colour: 'cyan' });
    board.edit(id, { box, createdBy: 'somebody' });
    if (at < 2) await board.putInFrame(frame.id, id);
    made.push(id);
  }
  return made;
}

test('words go onto the blank sticky first, then beside it, and make room where the lane ends', async () => {
  const sheet = await droppedSheet();
  const before = stateOf(sheet);
  const all = Array.from({ length: 9 }, (_, at) => words(direction, `Note ${at}`));
  const result = await run(sheet, [...all, words(mentoring, 'Mentor')]);
  expect([result.kind, result.put.length, result.skipped]).toEqual(['done', 10, []]);
  expect(result.put.map(({ done }) => done.kind)).toEqual(['written', ...Array(8).fill('made'), 'written']);
  expect(lanesOf(sheet)).toEqual({ [direction]: all.map(({ text }) => text), [mentoring]: ['Mentor'] });
  const { items, frame } = sheetOf(sheet);
  const notes = items.filter(({ kind }) => kind === 'sticky');
  for (const [at, note] of notes.entries())
    for (const other of notes.slice(at + 1)) expect(overlap(note.box, other.box)).toBe(false);
  for (const { box } of items)
    expect(contains(boxAt(0, 0, frame.box.width, frame.box.height), box)).toBe(true);
  expect((await back(sheet, result)).length).toBe(10);
  expect(stateOf(sheet)).toEqual(before);
});

test('stickies are moved themselves, made no larger than a note, and moved back into their frame', async () => {
  const sheet = await droppedSheet();
  const old = await oldBoard(sheet);
  const before = stateOf(sheet);
  const result = await run(
    sheet,
    old.map((id) => sticky(mentoring, id)),
  );
  expect(result.put.length).toBe(3);
  const items = old.map((id) => sheet.board.items.get(id));
  expect(items.map((item) => [item?.frame, item?.createdBy, item?.colour])).toEqual(
    Array(3).fill([sheet.frame().id, 'somebody', 'cyan']),
  );
  expect(items.map((item) => item?.box.width)).toEqual([199, 199, 120]);
  expect(lanesOf(sheet)[mentoring]?.toSorted()).toEqual(['Old 0', 'Old 1', 'Old 2']);
  await back(sheet, result);
  expect(stateOf(sheet)).toEqual(before);
});

test('what was changed, moved on or spoken about since stays when it is undone', async () => {
  const sheet = await droppedSheet();
  const [first] = await oldBoard(sheet);
  if (!first) throw new Error('No sticky');
  const wishes = [
    words(direction, 'a'),
    words(direction, 'b'),
    words(direction, 'c'),
    sticky(mentoring, first),
  ];
  const result = await run(sheet, wishes);
  const [a, b, , moved] = result.put.map(({ done }) => done.id);
  if (!a || !b || !moved) throw new Error('Not put');
  sheet.board.edit(a, { text: 'rewritten' });
  const { box } = sheet.board.items.get(moved) ?? sheet.frame();
  sheet.board.edit(moved, { box: { ...box, x: box.x + 40 } });
  const gone = await back(sheet, result, [b]);
  expect(gone.map((done) => (done.kind === 'moved' ? 'moved' : done.text))).toEqual(['c']);
  expect(lanesOf(sheet)).toEqual({ [direction]: ['rewritten', 'b'], [mentoring]: ['Old 0'] });
});

describe('when the board says no', () => {
  test('to one note, the others go on, and it is told which one stays', async () => {
    const sheet = await droppedSheet();
    const [first, second] = await oldBoard(sheet);
    if (!first || !second) throw new Error('No stickies');
    sheet.board.take(second);
    const board = {
      ...sheet.board,
      change: async (...[id, wish]: Parameters<typeof sheet.board.change>) => {
        if (id === first) throw new BoardRefusal('refused', 'Locked.');
        return sheet.board.change(id, wish);
      },
    };
    const frame = sheet.board.items.get(first)?.frame;
    const wishes = [sticky(mentoring, first), sticky(mentoring, second), words(mentoring, 'Mentor')];
    const result = await run(sheet, wishes, { board });
    expect(result.skipped).toEqual([
      { key: first, why: 'kept' },
      { key: second, why: 'gone' },
    ]);
    expect(lanesOf(sheet)).toEqual({ [mentoring]: ['Mentor'] });
    expect(sheet.board.items.get(first)?.frame).toBe(frame);
  });

  test('for good, it ends, tells why, and what was put can be taken back', async () => {
    const sheet = await droppedSheet();
    const before = stateOf(sheet);
    let creations = 0;
    const board = {
      ...sheet.board,
      create: async (...[item]: Parameters<typeof sheet.board.create>) => {
        creations += 1;
        if (creations === 2) throw new BoardRefusal('no-access', 'You may only view.');
        return sheet.board.create(item);
      },
    };
    const wishes = ['a', 'b', 'c', 'd'].map((text) => words(direction, text));
    const result = await run(sheet, wishes, { board });
    expect([result.kind, result.failure?.reason, result.put.map(({ key }) => key)]).toEqual([
      'failed',
      'no-access',
      ['a', 'b'],
    ]);
    await back(sheet, result);
    expect(stateOf(sheet)).toEqual(before);
  });

  test('because there were too many calls, it waits and tells so', async () => {
    const sheet = await droppedSheet();
    let refused = false;
    const board = {
      ...sheet.board,
      change: async (...asked: Parameters<typeof sheet.board.change>) => {
        if (!refused) {
          refused = true;
          throw new BoardRefusal('rate', 'Rate limit');
        }
        return sheet.board.change(...asked);
      },
    };
    const slowed: boolean[] = [];
    const result = await run(sheet, [words(direction, 'a')], {
      board,
      onProgress: (progress) => slowed.push(progress.slowed),
    });
    expect([result.kind, slowed.includes(true), slowed.at(-1)]).toEqual(['done', true, false]);
  });
});

test('it waits while the budget has no room, and may be stopped then', async () => {
  const sheet = await droppedSheet();
  let asked = 0;
  const result = await run(sheet, [words(direction, 'a')], { hasRoom: () => ++asked > 3 });
  expect([result.kind, asked > 3]).toEqual(['done', true]);
  const control = new AbortController();
  const stopped = await run(sheet, [words(direction, 'b'), words(direction, 'c')], {
    signal: control.signal,
    onProgress: ({ done }) => done === 1 && control.abort(),
  });
  expect([stopped.kind, stopped.put.map(({ key }) => key)]).toEqual(['cancelled', ['b']]);
});

test('a blank sticky that somebody writes on meanwhile is left to them', async () => {
  const sheet = await droppedSheet();
  const looked = sheetOf(sheet);
  sheet.write(direction, 'Theirs');
  let first = true;
  const look = async () => {
    const seen = first ? looked : sheetOf(sheet);
    first = false;
    return seen;
  };
  await run(sheet, [words(direction, 'Mine')], { look });
  expect(lanesOf(sheet)[direction]).toEqual(['Theirs', 'Mine']);
});

test('a lane that is not on the board takes nothing, and lanes with room are left as they are', async () => {
  const sheet = await droppedSheet();
  const nowhere = 'nowhere' as LaneId;
  const wanted = [
    [direction, 2],
    [mentoring, 1],
    [nowhere, 1],
  ] as const;
  const { plan, grown, missing } = planRoom(sheetOf(sheet), new Map(wanted));
  expect([changesOf(plan), grown, missing]).toEqual([[], [], [nowhere]]);
  const result = await run(sheet, [words(nowhere, 'a')]);
  expect(result.skipped).toEqual([{ key: 'a', why: 'no-lane' }]);
});

test('room for a hundred notes moves each thing once', async () => {
  const sheet = await droppedSheet();
  const { plan, grown } = planRoom(
    sheetOf(sheet),
    new Map([
      [direction, 60],
      [mentoring, 40],
    ]),
  );
  // The last lane of a column ends where the frame does, which has grown by then.
  expect(grown).toEqual([direction]);
  const ids = changesOf(plan).map((change) => (change.kind === 'create' ? '' : change.id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe(sheet.frame().id);
});
