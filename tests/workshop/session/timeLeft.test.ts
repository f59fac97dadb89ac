/** How much time is left by somebody else's clock. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as run from '../../../src/workshop/session/session.ts';
import { clockWords, timeLeftHere } from '../../../src/workshop/session/timeLeft.ts';
import { minute, noon, session } from './sessions.ts';

const hour = 60 * minute;
const started = run.byClock(run.start(session(), noon), { clock: 'laptop', before: noon, now: noon });

describe('the time left', () => {
  test('is the same for everybody whose offset is known, whatever their clocks say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30 * hour, max: 30 * hour }),
        fc.integer({ min: 0, max: 20 * minute }),
        (off, passed) => {
          // My clock is `off` from the holder's.
          expect(timeLeftHere(started, noon + passed + off, -off)).toEqual({
            kind: 'left',
            ms: 5 * minute - passed,
            running: true,
          });
        },
      ),
    );
  });

  test('is not told wrong while the offset is not known', () => {
    expect(timeLeftHere(started, noon + minute, null)).toMatchObject({ kind: 'left', ms: 4 * minute });
    expect(timeLeftHere(started, noon - hour, null)).toEqual({ kind: 'unknown' });
    expect(timeLeftHere(started, noon + 20 * hour, null)).toEqual({ kind: 'unknown' });
    const paused = run.pause(started, noon + minute);
    expect(timeLeftHere(paused, noon - hour, null)).toEqual({ kind: 'left', ms: 4 * minute, running: false });
  });

  test('is nobody’s before and after', () => {
    expect(timeLeftHere(session(), noon, 0)).toEqual({ kind: 'none' });
    expect(timeLeftHere(run.end(started, noon), noon, 0)).toEqual({ kind: 'none' });
  });

  test.each([
    [12 * minute + 4_001, '12:05'],
    [minute, '1:00'],
    [59_999, '1:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-1_000, '+0:01'],
    [-90_500, '+1:30'],
    [-3_600_000, '+60:00'],
  ])('of %i ms reads %s', (ms, words) => {
    expect(clockWords(ms)).toBe(words);
  });
});
