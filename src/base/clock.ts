/** Time and timers as an argument, so that tests decide what time it is and nothing sleeps. */
import type { Disposer } from './disposer.ts';

export interface Clock {
  /** Milliseconds since 1970, by this machine's clock, which may be wrong by hours. */
  now(): number;
  /** Runs `task` once after `delay` milliseconds; the disposer cancels it. */
  after(delay: number, task: () => void): Disposer;
}

/** Waits on a clock. */
export const wait = (clock: Clock, delay: number): Promise<void> =>
  new Promise((resolve) => clock.after(delay, resolve));
