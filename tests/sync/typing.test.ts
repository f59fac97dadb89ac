/** What it costs to type without pause, in calls and credits, and how soon others see it on a virtual clock. */
import { expect, test } from 'vitest';
import { typeTogether } from '../../bench/support/typing.ts';
import { budgets } from '../../src/sync/limits.ts';

test.each([
  ['two people stay far below their own budget', 2, 270_000 * 2],
  ['twelve people stay below one budget for all', 12, budgets.hour],
] as const)(
  '%s, and half of the words are seen within 1.5 seconds',
  async (_what, count, allowed) => {
    const { edits, calls, credits, minutes, delays, joining } = await typeTogether(count, 3, 1);
    expect(edits).toBe(count * 300 * minutes);
    expect(calls / edits).toBeLessThan(0.3);
    expect((credits / minutes) * 60).toBeLessThan(allowed);
    expect(delays[Math.floor(delays.length / 2)]).toBeLessThanOrEqual(1_500);
    expect(joining).toBeLessThanOrEqual(15);
  },
  60_000,
);
