/** The sheets of a session on the board: tidy, inside the budget, stopped and taken up again without doubles. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, bottom, contains, left, overlap, right, top } from '../../../src/base/box.ts';
import {
  dropMany,
  type ManyOptions,
  type ManyProgress,
  type ManySheets,
} from '../../../src/board/cohort/dropMany.ts';
import { gap, gridFor, placeOf } from '../../../src/board/cohort/grid.ts';
import { overviewSize, planOverview } from '../../../src/board/cohort/overview.ts';
import type { BoardPort } from '../../../src/board/port.ts';
import { budgetMeter } from '../../../src/sync/meter.ts';
import { type ItemId, type SheetId, sheetId } from '../../../src/workshop/ids.ts';
import { staffRole } from '../../../src/workshop/templates/staffRole.ts';
import { type FakeBoard, fakeBoard } from '../../support/fakeBoard.ts';
import { details } from '../../support/sheets.ts';
import { type VirtualClock, virtualClock } from '../../support/virtualClock.ts';

const names = Array.from(
  { length: 30 },
  (_, at) => `Engineer ${String.fromCharCode(65 + (at % 26))}${at} Example`,
);
const link = (frame: ItemId | undefined) => `https://miro.com/app/board/b/?moveToWidget=${frame ?? ''}`;

function many(count: number): ManySheets {
  const sheets = names.slice(0, count).map((engineer, place) => ({
    details: { ...details, id: sheetId(`sheet-${place}`), engineer },
    place,
  }));
  return {
    template: staffRole,
    writing: 'board',
    sheets,
    overview: (frames) => ({
      title: 'Our session',
      subtitle: `${count} sheets`,
      rows: sheets.map(({ details: { id, engineer } }) => ({
        name: engineer,
        link: link(frames.get(id)),
        about: 'Max',
      })),
    }),
  };
}

/** A facilitator's page: counts what it spends as the app does; `dies` after so many calls, without a word. */
function page(board: FakeBoard, clock: VirtualClock, { dies = Number.POSITIVE_INFINITY } = {}) {
  const meter = budgetMeter(clock.now, () => 0.5);
  const spent: { readonly at: number; readonly credits: number }[] = [];
  let calls = 0;
  const counted = new Proxy(board, {
    get(target, name) {
      const method = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...given: unknown[]) => {
        calls += 1;
        const credits = name === 'readAll' ? 500 : name === 'remove' ? 100 : 50;
        meter.count(credits);
        spent.push({ at: clock.now(), credits });
        const result: unknown = Reflect.apply(method, target, given);
        // The board may have done it all the same.
        return calls >= dies ? new Promise(() => undefined) : result;
      };
    },
  }) as BoardPort;
  const kept: { spot: ManyOptions['spot']; overview: ItemId | null } = {
    spot: null,
    overview: null,
  };
  const told: ManyProgress[] = [];
  const dropped: SheetId[] = [];
  const abort = new AbortController();
  return {
    ...{ spent, told, dropped, kept, abort, meter },
    run: (what: ManySheets, before = kept) =>
      dropMany(what, counted, {
        ...{ clock, hasRoom: meter.free, signal: abort.signal, spot: before.spot, was: before.overview },
        onSpot(spot) {
          kept.spot = spot;
        },
        onOverview(frame) {
          kept.overview = frame;
        },
        onProgress: (progress) => void told.push(progress),
        onDropped: ({ record }) => void dropped.push(record.details.id),
      }),
  };
}

const frames = (board: FakeBoard) => [...board.items.values()].filter(({ kind }) => kind === 'frame');
const outside = (board: FakeBoard) =>
  [...board.items.values()].filter(({ kind, frame }) => kind !== 'frame' && frame === null);

function expectWhole(board: FakeBoard, count: number): void {
  expect(frames(board)).toHaveLength(count + 1);
  expect(board.records.size).toBe(count);
  expect(outside(board)).toEqual([]);
  const inEach = frames(board).map(
    ({ id }) => [...board.items.values()].filter(({ frame }) => frame === id).length,
  );
  expect(new Set(inEach).size).toBe(count === 0 ? 1 : 2);
}

describe('places', () => {
  const sizes = fc.record({
    width: fc.integer({ min: 2_200, max: 7_000 }),
    height: fc.integer({ min: 1_400, max: 6_000 }),
  });

  test('of any number of sheets of any size don’t touch, lie inside the whole, and stay when more come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        sizes,
        fc.integer({ min: 200, max: 3_000 }),
        (count, cell, head) => {
          const { grid, size } = gridFor(count, cell, head);
          const corner = { x: -500, y: 900 };
          const whole: Box = {
            x: corner.x + size.width / 2,
            y: corner.y + size.height / 2,
            ...size,
          };
          const boxes = Array.from({ length: count }, (_, at) => placeOf({ ...grid, corner }, at, cell));
          for (const [at, box] of boxes.entries()) {
            expect(contains(whole, box)).toBe(true);
            expect(top(box)).toBeGreaterThanOrEqual(corner.y + head + gap);
            for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
          }
        },
      ),
      { seed: 20_261_210, numRuns: 100 },
    );
  });

  test('of thirty sheets fit a screen about as well as one does', () => {
    const { size, grid } = gridFor(30, { width: 4_000, height: 2_500 }, 1_200);
    expect(grid.across).toBe(6);
    expect(Math.abs(Math.log(size.width / size.height / 1.6))).toBeLessThan(0.3);
  });
});

test('an overview holds every line, whatever the names', () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    name: 'W'.repeat(60 - at),
    link: link(undefined),
    about: at % 2 ? 'Max, Mona' : '',
  }));
  const words = { title: 'A session', subtitle: '', rows };
  const { frame, items } = planOverview(words, { x: 0, y: 0 });
  expect(items.filter((item) => item.link)).toHaveLength(30);
  for (const [at, item] of items.entries()) {
    expect(contains(frame.box, item.box)).toBe(true);
    for (const other of items.slice(at + 1)) expect(overlap(item.box, other.box)).toBe(false);
  }
  expect(overviewSize(words)).toEqual({ width: frame.box.width, height: frame.box.height });
});

describe('thirty sheets', () => {
  test('are all there, apart from each other, with an overview that leads to each, and never over the budget', async () => {
    const clock = virtualClock();
    const board = fakeBoard({ clock, latency: 60 });
    const { run, spent, told, dropped } = page(board, clock);
    const result = await clock.until(run(many(30)));
    if (result.kind !== 'done') throw new Error(result.kind);
    expectWhole(board, 30);
    expect(dropped).toHaveLength(30);
    const boxes = frames(board).map(({ box }) => box);
    for (const [at, box] of boxes.entries())
      for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
    const lines = [...board.items.values()]
      .filter(({ frame }) => frame === result.overview)
      .map(({ text }) => text);
    expect(names.every((name) => lines.includes(name))).toBe(true);
    for (const { at } of spent) {
      const minute = spent.filter((one) => one.at >= at && one.at < at + 60_000);
      expect(minute.reduce((sum, { credits }) => sum + credits, 0)).toBeLessThanOrEqual(80_000);
    }
    const shown = told.map(({ sheets, share }) => sheets + share);
    expect([shown[0], Math.max(...shown), told.some(({ waiting }) => waiting)]).toEqual([0, 30, true]);
    expect(Math.min(...boxes.map(left))).toBe(left(boxes.reduce((a, b) => (right(b) < right(a) ? b : a))));
    expect(Math.min(...boxes.map(top))).toBeLessThan(Math.min(...boxes.map(bottom)));
  });
});

test('a page that is closed at any moment leaves nothing that the next try does not mend, without doubles', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 3, max: 330 }),
      fc.integer({ min: 3, max: 330 }),
      async (first, second) => {
        const clock = virtualClock();
        const board = fakeBoard({ clock, latency: 60 });
        const kept = page(board, clock).kept;
        for (const dies of [first, second]) {
          const dying = page(board, clock, { dies });
          void dying.run(many(3), kept);
          await clock.advance(60_000);
          Object.assign(kept, {
            spot: dying.kept.spot ?? kept.spot,
            overview: dying.kept.overview ?? kept.overview,
          });
        }
        const result = await clock.until(page(board, clock).run(many(3), kept));
        expect(result.kind).toBe('done');
        expectWhole(board, 3);
      },
    ),
    { seed: 20_261_211, numRuns: 60 },
  );
});

test('a drop that is cancelled keeps whole sheets, takes the half one back, and goes on later', async () => {
  const clock = virtualClock();
  const board = fakeBoard({ clock, latency: 60 });
  const first = page(board, clock);
  const running = first.run(many(4));
  await clock.advance(1_700);
  first.abort.abort();
  expect((await clock.until(running)).kind).toBe('cancelled');
  expect([board.records.size, frames(board).length, outside(board)]).toEqual([1, 1, []]);
  const again = await clock.until(page(board, clock).run(many(4), first.kept));
  expect(again.kind).toBe('done');
  expectWhole(board, 4);
});

test('somebody who is added later gets a sheet in the next place, and a line in the overview', async () => {
  const clock = virtualClock();
  const board = fakeBoard({ clock, latency: 60 });
  const first = page(board, clock);
  await clock.until(first.run(many(3)));
  const before = new Map(frames(board).map(({ text, box }) => [text, box]));
  const result = await clock.until(page(board, clock).run(many(4), first.kept));
  expect(result.kind).toBe('done');
  expectWhole(board, 4);
  for (const { text, box } of frames(board))
    if (before.has(text) && text !== 'Our session') expect(box).toEqual(before.get(text));
  const boxes = frames(board).map(({ box }) => box);
  for (const [at, box] of boxes.entries())
    for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
});

test('what somebody wrote on meanwhile is never taken away', async () => {
  const clock = virtualClock();
  const board = fakeBoard({ clock, latency: 60 });
  const dying = page(board, clock, { dies: 70 });
  void dying.run(many(1));
  await clock.advance(60_000);
  const note = [...board.items.values()].find(({ kind }) => kind === 'sticky');
  if (!note) throw new Error('No note was placed');
  board.edit(note.id, { text: 'Mine' });
  const result = await clock.until(page(board, clock).run(many(1), dying.kept));
  expect(result.kind).toBe('done');
  expect(board.items.get(note.id)?.text).toBe('Mine');
});
