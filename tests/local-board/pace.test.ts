/** How fast one window may talk: a flood is slowed, nothing of it is lost, and others go on meanwhile. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../src/local-board/manualClock.ts';
import { costOf, createBucket, paced } from '../../src/local-board/server/pace.ts';

describe('a pace', () => {
  test('is a burst at once and then so many a second, whatever came before', () => {
    const message = fc.record({
      pause: fc.integer({ min: 0, max: 400 }),
      bytes: fc.integer({ min: 0, max: 40_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (messages, perSecond, burst) => {
          let now = 0;
          let spent = 0;
          const bucket = createBucket({ perSecond, burst }, () => now);
          for (const { pause, bytes } of messages) {
            now += pause;
            const cost = Math.min(costOf(bytes), burst);
            for (let wait = bucket.take(cost); wait > 0; wait = bucket.take(cost)) now += wait;
            spent += cost;
            expect(spent).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6);
          }
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  test('keeps the order, hears everything, and reads no further while it waits', async () => {
    const clock = manualClock(0);
    const heard: number[] = [];
    const reading: string[] = [];
    const line = paced<number>({ perSecond: 10, burst: 3 }, clock, {
      handle: (message) => heard.push(message),
      pause: () => reading.push('paused'),
      resume: () => reading.push('resumed'),
    });
    for (let message = 1; message <= 8; message += 1) line.push(message, 10);
    expect([heard, reading]).toEqual([[1, 2, 3], ['paused']]);
    await clock.advance(200);
    expect(heard).toEqual([1, 2, 3, 4, 5]);
    await clock.advance(1000);
    expect([heard, reading]).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      ['paused', 'resumed'],
    ]);
    line.push(9, 10);
    expect(heard.at(-1)).toBe(9);
  });

  test('large messages count for more', () => {
    expect([0, 4095, 4096, 1024 * 1024].map(costOf)).toEqual([1, 1, 2, 257]);
  });

  test('a line that is closed says nothing more', async () => {
    const clock = manualClock(0);
    const heard: number[] = [];
    const nothing = () => undefined;
    const line = paced<number>({ perSecond: 1, burst: 1 }, clock, {
      handle: (message) => heard.push(message),
      pause: nothing,
      resume: nothing,
    });
    line.push(1, 1);
    line.push(2, 1);
    line.dispose();
    line.push(3, 1);
    await clock.advance(60_000);
    expect(heard).toEqual([1]);
  });
});
