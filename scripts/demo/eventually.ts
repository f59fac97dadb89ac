/** Waits until something has come about between two people; fails with what was waited for. */

import { wait } from '../../src/base/clock.ts';
import { systemClock } from '../../src/base/systemClock.ts';

/** Milliseconds between two looks, and in all. */
const pace = 25;
const patience = 30_000;

export async function eventually<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
  const end = systemClock.now() + patience;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (systemClock.now() > end) throw new Error(`Waited ${patience / 1000} s in vain: ${what}`);
    await wait(systemClock, pace);
  }
}
