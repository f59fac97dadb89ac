/** The board's timer. What it may do when is the room's to say. */
import type { TimerStep } from '../../model/timer.ts';
import { numberIn, type Payload } from '../payload.ts';
import type { Calls, Handler } from './desk.ts';

const step =
  (read: (payload: Payload) => TimerStep): Handler =>
  async ({ client }, payload, bill) =>
    (await client.live.act({ do: 'timer', step: read(payload) }, bill)).value;

export const timerCalls = {
  TIMER_GET: async ({ client }, _payload, bill) => (await client.live.act({ do: 'timer-get' }, bill)).value,
  async TIMER_IS_STARTED({ client }, _payload, bill) {
    const { value } = await client.live.act({ do: 'timer-get' }, bill);
    return (value as { readonly status?: unknown } | undefined)?.status === 'STARTED';
  },
  TIMER_START: step((payload) => ({ how: 'start', duration: numberIn(payload, 'duration') })),
  TIMER_PROLONG: step((payload) => ({ how: 'prolong', duration: numberIn(payload, 'duration') })),
  TIMER_STOP: step(() => ({ how: 'stop' })),
  TIMER_PAUSE: step(() => ({ how: 'pause' })),
  TIMER_RESUME: step(() => ({ how: 'resume' })),
} satisfies Calls<string>;
