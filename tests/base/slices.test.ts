import { expect, test } from 'vitest';
import { atOnce, inSlices, type Work } from '../../src/base/slices.ts';
import { manualClock } from '../../src/local-board/manualClock.ts';

/** Counts to ten; each step takes so many milliseconds. */
function* counting(passes: () => void): Work<number> {
  let sum = 0;
  for (let at = 1; at <= 10; at += 1) {
    sum += at;
    passes();
    yield;
  }
  return sum;
}

test('work without a break has the same end as in slices', async () => {
  const nothing = () => undefined;
  expect(atOnce(counting(nothing))).toBe(55);
  expect(await inSlices(counting(nothing), manualClock(0))).toBe(55);
});

test('whatever waits gets its turn between two slices, and none where all is done within one', async () => {
  let now = 0;
  let breaks = 0;
  const clock = {
    now: () => now,
    after(_delay: number, task: () => void) {
      breaks += 1;
      queueMicrotask(task);
      return () => undefined;
    },
  };
  const takes = (ms: number) => () => {
    now += ms;
  };
  await inSlices(counting(takes(8)), clock);
  expect(breaks).toBe(5);
  breaks = 0;
  await inSlices(counting(takes(1)), clock);
  expect(breaks).toBe(0);
});
