/** Timers that end with their owner, and random times. */
import type { Clock } from '../base/clock.ts';
import { type Disposer, once } from '../base/disposer.ts';

export interface Timers {
  now(): number;
  after(delay: number, task: () => void): Disposer;
  /** Cancels all, and sets none from now on. */
  dispose(): void;
  readonly disposed: boolean;
}

export function timersOn(clock: Clock): Timers {
  const waiting = new Set<Disposer>();
  let disposed = false;
  return {
    now: () => clock.now(),
    after(delay, task) {
      if (disposed) return () => {};
      const cancel = clock.after(delay, () => {
        waiting.delete(dispose);
        task();
      });
      const dispose = once(() => {
        waiting.delete(dispose);
        cancel();
      });
      waiting.add(dispose);
      return dispose;
    },
    dispose() {
      disposed = true;
      for (const cancel of [...waiting]) cancel();
    },
    get disposed() {
      return disposed;
    },
  };
}

/** From 0 up to 1, as Math.random gives. */
export type Random = () => number;

export const between = (random: Random, { least, most }: { least: number; most: number }): number =>
  least + random() * (most - least);

/** Growing waits, give or take a fifth, so that many don't come back at the same moment. */
export const backOff = (
  random: Random,
  failures: number,
  { first, most }: { first: number; most: number },
): number => Math.min(most, first * 2 ** Math.max(0, failures - 1)) * (0.8 + 0.4 * random());

/** A short random id. */
export const randomId = (random: Random): string =>
  Array.from({ length: 2 }, () =>
    Math.floor(random() * 36 ** 5)
      .toString(36)
      .padStart(5, '0'),
  ).join('');
