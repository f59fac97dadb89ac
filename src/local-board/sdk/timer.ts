/** The board's timer, as an app sees it. */
import type { Board } from '@mirohq/websdk-types';
import type { EventHub } from './eventHub.ts';
import type { Transport } from './transport.ts';

/** All that an app can reach; Miro's class has protected members besides. */
type Timer = Pick<Board['timer'], keyof Board['timer']>;

export function createTimer(transport: Transport, hub: EventHub): Timer {
  const ask = async <T>(...call: Parameters<Transport['call']>): Promise<T> =>
    (await transport.call(...call)) as T;
  return {
    get: () => ask('TIMER_GET'),
    start: (duration) => ask('TIMER_START', { duration }),
    stop: () => ask('TIMER_STOP'),
    pause: () => ask('TIMER_PAUSE'),
    resume: () => ask('TIMER_RESUME'),
    prolong: (duration) => ask('TIMER_PROLONG', { duration }),
    isStarted: () => ask('TIMER_IS_STARTED'),
    on: (event, handler) => hub.on(`timer:${event}`, handler),
    off: (event, handler) => hub.off(`timer:${event}`, handler),
  };
}
