/** Work that can wait does, while the board's budget has no room for it. Counted in calls. */
import { expect, test } from 'vitest';
import { mirrorKeeper } from '../../src/app/models/board/mirrorKeeper.ts';
import { listenToBoard } from '../../src/app/models/board/mirrorListener.ts';
import type { BoardPort } from '../../src/board/port.ts';
import { itemId, userId } from '../../src/workshop/ids.ts';
import { virtualClock } from '../support/virtualClock.ts';

test('the mirror reads what was touched as soon as there is room again, once', async () => {
  const clock = virtualClock();
  let room = false;
  const asked: unknown[] = [];
  let deselect = (): void => {};
  const ended = () => undefined;
  const board = {
    readAll: async () => [],
    readSome: async (ids: unknown) => {
      asked.push(ids);
      return [];
    },
    readTags: async () => [],
    readMark: async () => undefined,
    readSheetRecords: async () => new Map(),
    onSelection(listener: (items: readonly unknown[]) => void) {
      const box = { x: 0, y: 0, width: 199, height: 228 };
      const note = { id: itemId('note'), kind: 'sticky', box, local: box, frame: null };
      deselect = () => {
        listener([note]);
        listener([]);
      };
      return ended;
    },
    onTouched: () => ended,
    onDeleted: () => ended,
  } as unknown as BoardPort;
  const keeper = mirrorKeeper({ board, clock, me: () => userId('erin'), sheets: () => [] });
  const stop = listenToBoard({ board, clock, hasRoom: () => room }, keeper);
  deselect();
  await clock.advance(60_000);
  expect(asked).toEqual([]);
  room = true;
  await clock.advance(60_000);
  expect(asked).toEqual([[itemId('note')]]);
  stop();
  expect(clock.pending).toBe(0);
});
