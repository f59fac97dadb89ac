/** A clock on which the test decides what time it is. Timers run in the order of their times, one after another. */
import type { Clock } from '../../src/base/clock.ts';
import { once } from '../../src/base/disposer.ts';

interface Timer {
  readonly at: number;
  /** Timers of the same time run in the order they were set. */
  readonly turn: number;
  readonly task: () => void;
}

export interface VirtualClock extends Clock {
  /** Lets promises settle, then lets `milliseconds` pass, running each timer that falls due at its time. */
  advance(milliseconds: number): Promise<void>;
  /** Lets time pass, timer by timer, until the promise settles. Fails when there is nothing left to wait for. */
  until<T>(promise: Promise<T>): Promise<T>;
  /** How many timers wait. */
  readonly pending: number;
}

/** All promise callbacks that wait run before a timer of the machine's own does; this waits for one of no length. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });

export function virtualClock(start = Date.parse('2026-11-20T12:00:00.000Z')): VirtualClock {
  let now = start;
  let turns = 0;
  const timers = new Set<Timer>();

  function nextDue(until: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (timer.at > until) continue;
      if (!next || timer.at < next.at || (timer.at === next.at && timer.turn < next.turn)) next = timer;
    }
    return next;
  }

  return {
    now: () => now,
    after(delay, task) {
      const timer = { at: now + Math.max(0, delay), turn: turns++, task };
      timers.add(timer);
      return once(() => timers.delete(timer));
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        now = timer.at;
        timer.task();
        await settle();
      }
      now = until;
    },
    async until(promise) {
      let settled = false;
      const finish = () => {
        settled = true;
      };
      promise.then(finish, finish);
      await settle();
      while (!settled) {
        const timer = nextDue(Number.POSITIVE_INFINITY);
        if (!timer) throw new Error('The promise has not settled, and no timer is left to wait for.');
        timers.delete(timer);
        now = timer.at;
        timer.task();
        await settle();
      }
      return promise;
    },
    get pending() {
      return timers.size;
    },
  };
}
