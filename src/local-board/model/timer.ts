/**
 * The board's timer: one for everybody. Only the moment at which it runs out is kept while it runs, so that whoever
 * knows the server's time knows what is left, and nothing has to tick. Times in milliseconds, moments since 1970.
 */
import { refuse } from './refusal.ts';

export type TimerState =
  | { readonly status: 'STOPPED'; readonly total: number }
  | { readonly status: 'STARTED'; readonly total: number; readonly endsAt: number }
  | { readonly status: 'PAUSED'; readonly total: number; readonly rest: number };

export type TimerStep =
  | { readonly how: 'start' | 'prolong'; readonly duration: number }
  | { readonly how: 'pause' | 'resume' | 'stop' };

export type TimerEvent = 'start' | 'update' | 'finish';

/** Ours; longer than any meeting. */
export const longestTimer = 24 * 3_600_000;

export const noTimer: TimerState = { status: 'STOPPED', total: 0 };

export const restOf = (timer: TimerState, now: number): number => {
  if (timer.status === 'STOPPED') return 0;
  // A clock that was put back must not show more than there ever was.
  const rest = timer.status === 'PAUSED' ? timer.rest : timer.endsAt - now;
  return Math.min(timer.total, Math.max(0, rest));
};

/** As the SDK hands it out. */
export const timerAsMiro = (timer: TimerState, now: number) => ({
  status: timer.status,
  restDuration: restOf(timer, now),
  totalDuration: timer.total,
});

function checked(duration: number, already = 0): number {
  if (!(duration > 0)) refuse('input', 'The duration of a timer must be greater than 0 milliseconds.');
  if (already + duration > longestTimer)
    refuse('input', `A timer runs for at most ${longestTimer} milliseconds.`);
  return duration;
}

/** The next state and what is told of it. Refuses (see refusal.ts) what makes no sense in this state. */
export function stepTimer(
  timer: TimerState,
  step: TimerStep,
  now: number,
): { readonly timer: TimerState; readonly event: TimerEvent } {
  const running = timer.status === 'STARTED' && timer.endsAt > now;
  switch (step.how) {
    case 'start': {
      if (running || timer.status === 'PAUSED') refuse('input', 'The timer has already been started.');
      const total = checked(step.duration);
      return { timer: { status: 'STARTED', total, endsAt: now + total }, event: 'start' };
    }
    case 'pause':
      if (!running) return refuse('input', 'The timer is not running.');
      return {
        timer: { status: 'PAUSED', total: timer.total, rest: restOf(timer, now) },
        event: 'update',
      };
    case 'resume':
      if (timer.status !== 'PAUSED') return refuse('input', 'The timer is not paused.');
      return {
        timer: { status: 'STARTED', total: timer.total, endsAt: now + timer.rest },
        event: 'update',
      };
    case 'prolong': {
      if (!running && timer.status !== 'PAUSED') return refuse('input', 'The timer has not been started.');
      const more = checked(step.duration, timer.total);
      const total = timer.total + more;
      return {
        timer:
          timer.status === 'PAUSED'
            ? { ...timer, total, rest: timer.rest + more }
            : { ...timer, total, endsAt: timer.endsAt + more },
        event: 'update',
      };
    }
    case 'stop':
      if (!running && timer.status !== 'PAUSED') return refuse('input', 'The timer has not been started.');
      return { timer: { status: 'STOPPED', total: timer.total }, event: 'finish' };
    default:
      return step satisfies never;
  }
}
