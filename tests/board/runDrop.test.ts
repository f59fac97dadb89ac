import { describe, expect, test } from 'vitest';
import { parseRecord } from '../../src/board/marker.ts';
import { planDrop } from '../../src/board/plan.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import { type Progress, runDrop } from '../../src/board/runDrop.ts';
import { isBorderKey } from '../../src/workshop/piece.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { type FakeBoardOptions, fakeBoard } from '../support/fakeBoard.ts';
import { details } from '../support/sheets.ts';
import { virtualClock } from '../support/virtualClock.ts';

const plan = planDrop(staffRole, details, { centre: { x: 0, y: 0 } });
const total = plan.commands.length + 1;

function setUp(options: FakeBoardOptions = {}) {
  const clock = virtualClock();
  const board = fakeBoard({ clock, latency: 60, ...options });
  const progress: Progress[] = [];
  const cancel = new AbortController();
  const drop = () =>
    clock.until(
      runDrop(plan, board, {
        clock,
        signal: cancel.signal,
        onProgress: (step) => progress.push(step),
      }),
    );
  return { clock, board, progress, cancel, drop };
}
const left = (board: ReturnType<typeof fakeBoard>) => ({
  items: board.items.size,
  marks: board.marks.size,
  records: board.records.size,
});

describe('a drop', () => {
  test('puts every piece on the board, inside the frame, where the plan says', async () => {
    const { board, drop } = setUp();
    const result = await drop();
    if (result.kind !== 'dropped') throw new Error(result.kind);
    expect(result.anchors.size).toBe(total);
    for (const { key, item } of plan.commands) {
      const id = result.anchors.get(key);
      const there = id && board.items.get(id);
      expect([key, there?.box, there?.frame]).toEqual([key, item.box, result.frame]);
    }
  });

  test('costs two calls per item, one for the frame, three marks and one record', async () => {
    const { board, drop } = setUp();
    await drop();
    const count = (method: string) => board.calls.filter((call) => call.method === method).length;
    expect({
      create: count('create'),
      putInFrame: count('putInFrame'),
      writeMark: count('writeMark'),
      writeSheetRecord: count('writeSheetRecord'),
      all: board.calls.length,
    }).toEqual({
      create: total,
      putInFrame: total - 1,
      writeMark: 3,
      writeSheetRecord: 1,
      all: 2 * total + 3,
    });
  });

  test('keeps six calls under way and never more', async () => {
    const { board, drop } = setUp();
    await drop();
    expect(board.busiest()).toBe(6);
  });

  test('writes the record last, with the header items it can be read by', async () => {
    const { board, drop } = setUp();
    const result = await drop();
    if (result.kind !== 'dropped') throw new Error(result.kind);
    expect(board.calls.at(-1)).toEqual({ method: 'writeSheetRecord', about: details.id });
    expect(parseRecord(details.id, board.records.get(details.id) ?? null)).toEqual({
      ok: true,
      value: {
        frame: result.frame,
        details,
        anchors: new Map([...result.anchors].filter(([key]) => isBorderKey(key))),
        unknown: 0,
      },
    });
  });

  test('tells its progress in items', async () => {
    const { progress, drop } = setUp();
    await drop();
    expect(progress).toEqual(
      Array.from({ length: total }, (_, index) => ({
        phase: 'placing',
        slowed: false,
        done: index + 1,
        total,
      })),
    );
  });

  test('waits and goes on when the board says that the minute’s credits are used up', async () => {
    let fullUntil = 0;
    const { board, clock, progress, drop } = setUp({
      refuse: (_, n) => {
        if (n === 30) fullUntil = clock.now() + 45_000;
        return clock.now() < fullUntil ? new BoardRefusal('rate', 'Credits per minute used up.') : null;
      },
    });
    const before = clock.now();
    expect((await drop()).kind).toBe('dropped');
    expect(board.items.size).toBe(total);
    expect(clock.now() - before).toBeGreaterThan(45_000);
    // Whoever watches is told that it waits, and that it goes on.
    expect([progress.some(({ slowed }) => slowed), progress.at(-1)?.slowed]).toEqual([true, false]);
    // While it waits it asks a handful of times, not once per item.
    expect(board.calls.length - (2 * total + 3)).toBeLessThan(6 * 7);
  });

  test('tries again when a call fails once', async () => {
    const { board, drop } = setUp({ refuse: (_, n) => (n % 10 === 0 ? new Error('Timed out.') : null) });
    expect((await drop()).kind).toBe('dropped');
    expect(board.items.size).toBe(total);
  });
});

describe('a drop that does not work out', () => {
  test('takes everything back when it is cancelled half-way', async () => {
    const { board, progress, cancel, drop } = setUp({ onCall: (_, n) => n === 50 && cancel.abort() });
    expect(await drop()).toEqual({ kind: 'cancelled', leftBehind: [] });
    expect(left(board)).toEqual({ items: 0, marks: 0, records: 0 });
    expect(progress.at(-1)?.phase).toBe('taking-back');
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
  });

  test('leaves nothing behind wherever it is cancelled', async () => {
    for (let at = 1; at <= 2 * total + 3; at += 1) {
      const { board, cancel, drop } = setUp({ latency: 0, onCall: (_, n) => n === at && cancel.abort() });
      const result = await drop();
      // Once the record is being written the sheet is complete.
      const complete = result.kind === 'dropped';
      expect([at, complete, left(board).items]).toEqual([at, at === 2 * total + 3, complete ? total : 0]);
    }
  });

  test('leaves nothing behind wherever the board stops it for good', async () => {
    for (let at = 1; at <= 2 * total + 3; at += 1) {
      const { board, drop } = setUp({
        latency: 0,
        refuse: (_, n) => (n === at ? new BoardRefusal('no-access', 'You may only look.') : null),
      });
      expect(await drop()).toEqual({
        kind: 'failed',
        reason: 'no-access',
        message: 'You may only look.',
        leftBehind: [],
      });
      expect([at, left(board)]).toEqual([at, { items: 0, marks: 0, records: 0 }]);
    }
  });

  test('says what it could not take back', async () => {
    const { board, drop } = setUp({
      refuse: ({ method }, n) =>
        (method === 'create' && n > 20) || method === 'remove'
          ? new BoardRefusal('no-access', 'Nothing more.')
          : null,
    });
    const result = await drop();
    expect(result.kind === 'failed' && result.leftBehind.toSorted()).toEqual(
      [...board.items.keys()].toSorted(),
    );
    expect(board.items.size).toBeGreaterThan(0);
  });

  test('gives up after a few tries when an item is refused again and again, and keeps no timer', async () => {
    const { board, clock, drop } = setUp({
      refuse: ({ method }, n) => (method === 'create' && n > 20 ? new Error('Lost.') : null),
    });
    expect(await drop()).toEqual({ kind: 'failed', reason: 'refused', message: 'Lost.', leftBehind: [] });
    expect([board.items.size, clock.pending]).toEqual([0, 0]);
  });

  test('stops at once when it is cancelled while waiting for credits', async () => {
    const { clock, board, cancel, drop } = setUp({
      refuse: ({ method }, n) => (method !== 'remove' && n > 5 ? new BoardRefusal('rate', 'Used up.') : null),
      onCall: (_, n) => n === 20 && cancel.abort(),
    });
    const before = clock.now();
    expect(await drop()).toEqual({ kind: 'cancelled', leftBehind: [] });
    expect(board.items.size).toBe(0);
    expect(clock.now() - before).toBeLessThan(30_000);
  });
});
