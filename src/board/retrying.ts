/**
 * Calls to the board that survive a bad moment. When the board says "too many", all calls under way wait together
 * (Miro's budget is per user and renews by the minute); other trouble is tried again a few times. A call that failed
 * without a word may have done its work all the same; nobody can know.
 */
import type { Clock } from '../base/clock.ts';
import { BoardRefusal } from './port.ts';

/** Waits after each refusal for rate (ms); together longer than the minute after which credits renew. */
const rateWaits = [1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000];
/** Waits after other failures that may pass (ms). */
const otherWaits = [250, 1_000, 3_000];

/** Why a call was not made: somebody cancelled. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

const mayPass = (error: unknown): boolean =>
  !(error instanceof BoardRefusal) || error.reason === 'refused' || error.reason === 'offline';

/** Resolves after `delay`, or at once when the signal fires. */
function pause(clock: Clock, delay: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      cancel();
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.after(delay, finish);
    signal?.addEventListener('abort', finish);
    if (signal?.aborted) finish();
  });
}

export type Attempt = <T>(call: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * `onPause` is told when the board asks to slow down, and when it goes on. `passes`: which failures besides that are
 * tried again.
 */
export function retrying(
  clock: Clock,
  onPause?: (paused: boolean) => void,
  passes: (error: unknown) => boolean = mayPass,
): Attempt {
  let pausedUntil = 0;
  return async (call, signal) => {
    let refusals = 0;
    let failures = 0;
    for (;;) {
      while (clock.now() < pausedUntil && !signal?.aborted)
        await pause(clock, pausedUntil - clock.now(), signal);
      if (signal?.aborted) throw new Cancelled('Cancelled before the call was made.');
      try {
        const result = await call();
        onPause?.(false);
        return result;
      } catch (error) {
        const rate = error instanceof BoardRefusal && error.reason === 'rate';
        const delay = rate ? rateWaits[refusals] : passes(error) ? otherWaits[failures] : undefined;
        if (delay === undefined) throw error;
        if (rate) {
          refusals += 1;
          pausedUntil = Math.max(pausedUntil, clock.now() + delay);
          onPause?.(true);
        } else {
          failures += 1;
          await pause(clock, delay, signal);
        }
      }
    }
  };
}
