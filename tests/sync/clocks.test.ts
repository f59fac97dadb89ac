/** How far others' clocks are from one's own, as their messages tell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clocks } from '../../src/sync/clocks.ts';
import { syncWorld } from '../support/syncWorld.ts';

const hour = 3_600_000;

/** Messages come every twelve seconds, each so late (ms); the other clock is `ahead`. */
function heard(ahead: number, delays: readonly number[], own: { now: number } = { now: 1_000 * hour }) {
  const other = clocks(() => own.now);
  for (const delay of delays) {
    own.now += 12_000;
    other.heard('laptop', own.now - delay + ahead);
  }
  return { other, own, ahead: () => other.ahead.get().get('laptop') };
}

describe('another device’s clock', () => {
  test('is known to the quickest of its last messages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30 * hour, max: 30 * hour }),
        fc.array(fc.integer({ min: 20, max: 12_000 }), { minLength: 1, maxLength: 10 }),
        (ahead, delays) => {
          const quickest = Math.min(...delays);
          const known = heard(ahead, delays).ahead() ?? Number.NaN;
          // An estimate is told anew only when it has moved by a tenth of a second.
          expect(Math.abs(known - (ahead - quickest))).toBeLessThanOrEqual(100);
        },
      ),
      { seed: 20_261_204, numRuns: 300 },
    );
  });

  test('that is put forward is known at the next message, one that is put back after three', () => {
    const { other, own, ahead } = heard(0, [50, 50, 50]);
    const hear = (now: number) => {
      own.now += 12_000;
      other.heard('laptop', own.now - 50 + now);
    };
    hear(hour);
    expect(ahead()).toBe(hour - 50);
    hear(0);
    hear(0);
    expect(ahead()).toBe(hour - 50);
    hear(0);
    expect(ahead()).toBe(-50);
  });

  test('is not taken to be put back when messages waited and come all at once', () => {
    const { other, own, ahead } = heard(0, [50, 50, 50]);
    own.now += 5 * 60_000;
    // Sent over five minutes while this computer slept, and all heard now.
    for (let late = 5 * 60_000; late > 0; late -= 30_000) other.heard('laptop', own.now - late);
    expect(ahead()).toBeGreaterThanOrEqual(-30_000);
    own.now += 12_000;
    other.heard('laptop', own.now - 50);
    expect(ahead()).toBe(-50);
  });

  test('is measured anew soon after one’s own was put right', () => {
    const { other, own, ahead } = heard(hour, [50, 50, 50]);
    own.now += hour; // it was an hour behind
    other.heard('laptop', own.now - 50);
    expect(ahead()).toBe(-50);
  });
});

describe('between browsers', () => {
  test('clocks an hour off are known to a second in every page, also where messages are late or lost', async () => {
    const { clock, network, device } = syncWorld(7);
    const [erins, monas] = [device('erin'), device('mona')];
    erins.setClock(hour);
    monas.setClock(-hour / 2);
    network.set({ loss: 0.3, delay: { least: 40, most: 1_200 } });
    const erin = erins.openPage().sync;
    const [first, second] = [monas.openPage().sync, monas.openPage().sync];
    for (const sync of [erin, first, second]) sync.open('doc');
    for (let beat = 0; beat < 30; beat += 1) {
      erin.tell({ beat });
      first.tell({ beat });
      await clock.advance(4_000);
    }
    for (const sync of [first, second])
      expect(Math.abs((sync.clocks.get().get(erin.device) ?? 0) - 1.5 * hour)).toBeLessThan(1_000);
    expect(Math.abs((erin.clocks.get().get(first.device) ?? 0) + 1.5 * hour)).toBeLessThan(1_000);
    expect(first.clocks.get().has(second.device)).toBe(false);
  });
});
