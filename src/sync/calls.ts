/**
 * Calls to the board: a few at a time, none for ever, and what their failures mean. Looks at outcomes only; what is
 * tried again, and when, is its callers' business.
 */

import { wait } from '../base/clock.ts';
import { type Observable, observable } from '../base/observable.ts';
import { callTimeout, freeLook, parallelCalls, slowAnswer } from './limits.ts';
import { asFields } from './parse.ts';
import type { Meter } from './ports.ts';
import type { Timers } from './timers.ts';

export type Failure = 'rate' | 'no-access' | 'no-answer' | 'refused';

/** How calls of one kind go. */
export type Health = 'well' | 'slow' | 'offline' | 'refused';

/** A call that gave no answer in time. It may still take effect later. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export function failureOf(error: unknown): Failure {
  if (error instanceof NoAnswer) return 'no-answer';
  const reason = asFields(error)?.reason;
  if (reason === 'offline') return 'no-answer';
  return reason === 'rate' || reason === 'no-access' ? reason : 'refused';
}

/** So many plain noes in a row mean that it keeps saying no. */
const patience = 3;

export interface Calls {
  /** Rejects with whatever the call rejects with, or when no answer comes. Its outcome counts for `reading`. */
  read<T>(call: () => Promise<T>): Promise<T>;
  /** The same, and its outcome counts for `health`. */
  write(call: () => Promise<void>): Promise<void>;
  /** The same for what may get lost: its outcome counts for nothing. */
  send(call: () => Promise<void>): Promise<void>;
  /** How writing goes. */
  readonly health: Observable<Health>;
  readonly reading: Observable<Health>;
  /** Whether a call failed for the budget only: nothing is wrong, it is a matter of waiting. */
  isForBudget(error: unknown): boolean;
  /** Background work waits here while the budget is near its end. */
  whenFree(): Promise<void>;
}

export function boardCalls(timers: Timers, meter: Meter): Calls {
  const queue: (() => void)[] = [];
  let running = 0;

  async function run<T>(call: () => Promise<T>): Promise<T> {
    if (running >= parallelCalls) await new Promise<void>((resolve) => queue.push(resolve));
    running += 1;
    try {
      return await new Promise<T>((resolve, reject) => {
        const cancel = timers.after(callTimeout, () => reject(new NoAnswer('No answer from the board')));
        call().then(resolve, reject).finally(cancel);
      });
    } finally {
      running -= 1;
      queue.shift()?.();
    }
  }

  /** Calls of one kind, and how they go. */
  function way() {
    const health = observable<Health>('well');
    let noes = 0;
    function judge(failure: Failure): Health {
      if (failure === 'rate') return 'slow';
      if (failure === 'no-access') return 'refused';
      if (failure === 'no-answer') return 'offline';
      if (meter.near()) return 'slow';
      noes += 1;
      return noes >= patience ? 'refused' : health.get();
    }
    async function go<T>(call: () => Promise<T>): Promise<T> {
      const stopWaiting = timers.after(slowAnswer, () => {
        if (health.get() === 'well') health.set('slow');
      });
      try {
        const answer = await run(call);
        noes = 0;
        health.set('well');
        return answer;
      } catch (error) {
        health.set(judge(failureOf(error)));
        throw error;
      } finally {
        stopWaiting();
      }
    }
    return { health, go };
  }

  const reads = way();
  const writes = way();

  return {
    read: reads.go,
    write: writes.go,
    send: run,
    health: writes.health,
    reading: reads.health,
    isForBudget(error) {
      const failure = failureOf(error);
      return failure === 'rate' || (failure === 'refused' && meter.near());
    },
    async whenFree() {
      while (!meter.free()) await wait(timers, freeLook);
    },
  };
}
