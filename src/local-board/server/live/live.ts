/** Everything live on one board, as its room sees it: one place to ask, to greet, and to say goodbye. */
import type { LiveAct, Looked } from '../../client/liveProtocol.ts';
import type { Answer } from '../../client/protocol.ts';
import type { Refusal } from '../../model/refusal.ts';
import { createAttention } from './attention.ts';
import type { LiveAnswer, LivePorts, LiveSeat } from './ports.ts';
import { createSessions } from './sessions.ts';
import { createTimer } from './timer.ts';
import { createVotes } from './votes.ts';

export type Live = ReturnType<typeof createLive>;

const noToken = (error: unknown): Refusal => ({
  group: 'backend',
  message: `The ID token could not be made: ${error instanceof Error ? error.message : String(error)}`,
});

export function createLive(ports: LivePorts) {
  const timer = createTimer(ports);
  const sessions = createSessions(ports);
  const attention = createAttention(ports, sessions);
  const votes = createVotes(ports);

  return {
    start: timer.start,
    /** The window has just been welcomed. */
    joined(seat: LiveSeat): void {
      for (const part of [timer, sessions, attention, votes]) part.greet(seat);
    },
    left(seat: LiveSeat): void {
      sessions.left(seat);
      attention.left(seat);
    },
    /** What a window says of itself by and by. */
    present(seat: LiveSeat, cursor: object | null, viewport: Looked | undefined): void {
      if (cursor) attention.moved(seat);
      if (viewport) attention.looked(seat, viewport);
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
        case 'follow':
        case 'follow-answer':
        case 'unfollow':
        case 'unfollow-others':
        case 'following':
        case 'zoom-to':
          return attention.act(seat, act);
        case 'vote-start':
        case 'vote-cast':
        case 'vote-finish':
        case 'voting-results':
          return votes.act(seat, act);
        default:
          return sessions.act(seat, act);
      }
    },
    dispose(): void {
      for (const part of [timer, sessions, attention]) part.dispose();
    },
  };
}
