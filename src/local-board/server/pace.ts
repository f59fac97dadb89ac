/**
 * How fast one window may talk. What is over the pace waits, in order, and the window's socket is not read meanwhile,
 * so that the sender is slowed by the network itself: nothing is dropped and nothing is refused. One window that
 * floods the server leaves time for the others.
 */
import type { Clock } from '../../base/clock.ts';
import type { Disposer } from '../../base/disposer.ts';

export interface Pace {
  /** Tokens a second, and how many may have been saved up. */
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * Several times what one window reaches that waits for its answers, so only a flood meets it. A message costs one
 * token, and one more for every 4 KB: 20 MB a second.
 */
export const usualPace: Pace = { perSecond: 5_000, burst: 10_000 };
const bytesPerToken = 4096;

export const costOf = (bytes: number): number => 1 + Math.floor(bytes / bytesPerToken);

/** `take` gives the milliseconds to wait before there is enough; 0 when it was taken. */
export function createBucket({ perSecond, burst }: Pace, now: () => number) {
  let tokens = burst;
  let at = now();
  return {
    take(cost: number): number {
      const time = now();
      // A clock that was set back gives nothing and takes nothing.
      tokens = Math.min(burst, tokens + (Math.max(0, time - at) / 1000) * perSecond);
      at = time;
      // What costs more than was ever saved up goes when everything is.
      const needed = Math.min(cost, burst);
      if (tokens >= needed) {
        tokens -= needed;
        return 0;
      }
      return Math.max(1, Math.ceil(((needed - tokens) / perSecond) * 1000));
    },
  };
}

export interface PacedLine<Message> {
  /** Handles the message now, or as soon as the pace allows. */
  push(message: Message, bytes: number): void;
  dispose: Disposer;
}

export function paced<Message>(
  pace: Pace,
  clock: Clock,
  line: { handle(message: Message): void; pause(): void; resume(): void },
): PacedLine<Message> {
  const bucket = createBucket(pace, clock.now);
  // No longer than what the socket had read when it was paused.
  const waiting: { readonly message: Message; readonly cost: number }[] = [];
  let stop: Disposer | undefined;
  let over = false;

  function goOn(): void {
    stop = undefined;
    for (let first = waiting[0]; first && !over; first = waiting[0]) {
      const wait = bucket.take(first.cost);
      if (wait > 0) {
        stop = clock.after(wait, goOn);
        return;
      }
      waiting.shift();
      line.handle(first.message);
    }
    if (!over) line.resume();
  }

  return {
    push(message, bytes) {
      if (over) return;
      const cost = costOf(bytes);
      const wait = waiting.length > 0 ? 1 : bucket.take(cost);
      if (wait === 0) return line.handle(message);
      waiting.push({ message, cost });
      if (stop) return;
      line.pause();
      stop = clock.after(wait, goOn);
    },
    dispose() {
      over = true;
      waiting.length = 0;
      stop?.();
    },
  };
}
