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
  const timers = timerHeap();

  async function run(timer: Timer): Promise<void> {
    timers.take();
    now = timer.at;
    timer.task();
    await settle();
  }

  return {
    now: () => now,
    after(delay, task) {
      const timer = { at: now + Math.max(0, delay), turn: turns++, task };
      timers.add(timer);
      return once(() => timers.cancel(timer));
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let timer = timers.next(); timer && timer.at <= until; timer = timers.next()) await run(timer);
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
        const timer = timers.next();
        if (!timer) throw new Error('The promise has not settled, and no timer is left to wait for.');
        await run(timer);
      }
      return promise;
    },
    get pending() {
      return timers.size();
    },
  };
}

const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn);

/** The next timer at the root; an hour with a hundred people sets millions. Cancelled ones are dropped on the way. */
function timerHeap() {
  const heap: Timer[] = [];
  const waiting = new Set<Timer>();

  function swap(i: number, j: number): void {
    [heap[i], heap[j]] = [heap[j] as Timer, heap[i] as Timer];
  }
  const isBefore = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && (b === undefined || before(a, b));
  };

  function rise(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!isBefore(i, parent)) return;
      swap(i, parent);
      i = parent;
    }
  }
  function sink(): void {
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      const child = isBefore(left + 1, left) ? left + 1 : left;
      if (!isBefore(child, i)) return;
      swap(i, child);
      i = child;
    }
  }
  function drop(): Timer | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return first;
  }

  function next(): Timer | undefined {
    while (heap[0] && !waiting.has(heap[0])) drop();
    return heap[0];
  }

  return {
    next,
    take(): void {
      const timer = next();
      if (timer) waiting.delete(timer);
      drop();
    },
    add(timer: Timer): void {
      waiting.add(timer);
      heap.push(timer);
      rise(heap.length - 1);
    },
    cancel: (timer: Timer): void => void waiting.delete(timer),
    size: (): number => waiting.size,
  };
}
