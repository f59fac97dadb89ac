/** Everything live on one board, as its room sees it: one place to ask, to greet, and to say goodbye. */
import type { LiveAct } from '../client/liveProtocol.ts';
import type { Answer } from '../client/protocol.ts';
import type { Refusal } from '../model/refusal.ts';
import type { LiveAnswer, LivePorts, LiveSeat } from './livePorts.ts';
import { createTimer } from './timer.ts';

export type Live = ReturnType<typeof createLive>;

const noToken = (error: unknown): Refusal => ({
  group: 'backend',
  message: `The ID token could not be made: ${error instanceof Error ? error.message : String(error)}`,
});

export function createLive(ports: LivePorts) {
  const timer = createTimer(ports);

  return {
    start: timer.start,
    /** The window has just been welcomed. */
    joined(seat: LiveSeat): void {
      timer.greet(seat);
    },
    act(seat: LiveSeat, act: LiveAct): LiveAnswer {
      switch (act.do) {
        case 'timer':
          return timer.act(seat, act.step);
        case 'timer-get':
          return timer.act(seat);
        case 'id-token':
          return ports
            .idToken(act.app, seat.userId)
            .then((value): Answer | Refusal => ({ ids: [], value }))
            .catch(noToken);
        default:
          return act satisfies never;
      }
    },
    dispose: timer.dispose,
  };
}
