/** Votes in their room. They stay with the board; what each person voted for is told to that person only. */
import type { LiveAct, Voting } from '../../client/liveProtocol.ts';
import { refuse } from '../../model/refusal.ts';
import {
  ballotOf,
  castVote,
  resultOf,
  startVote,
  type Vote,
  voteLimits,
  votersOf,
} from '../../model/votes.ts';
import {
  done,
  type LiveAnswer,
  type LivePorts,
  type LiveSeat,
  onlyEditors,
  onlyPaid,
  refusing,
} from './ports.ts';

const name = 'votes';

export type VoteAct = Extract<LiveAct, { readonly do: `vote-${string}` | 'voting-results' }>;

export function createVotes(ports: LivePorts) {
  /** Oldest first; at most the last one is open. Written by `become` below, in the same shape. */
  let votes = (ports.kept.get(name) as readonly Vote[] | undefined) ?? [];

  const running = () => votes.find(({ state }) => state === 'open');
  const results = () => votes.filter(({ state }) => state === 'finished').map(resultOf);

  function votingFor({ userId }: LiveSeat): Voting {
    const vote = running();
    return {
      running: vote
        ? {
            title: vote.title,
            startedBy: vote.createdBy.userName,
            items: vote.items,
            perPerson: vote.perPerson,
            mine: ballotOf(vote, userId),
            voters: votersOf(vote),
          }
        : null,
      finished: results(),
    };
  }

  const greet = (seat: LiveSeat) => seat.tell({ news: 'voting', voting: votingFor(seat) });

  function become(next: readonly Vote[]): void {
    const kept = next.slice(-voteLimits.kept);
    ports.keep(name, kept);
    votes = kept;
    for (const seat of ports.seats()) greet(seat);
  }

  const changed = (vote: Vote) => become(votes.map((one) => (one.id === vote.id ? vote : one)));
  const open = () => running() ?? refuse('input', 'No vote is running.');

  return {
    greet,
    act(seat: LiveSeat, act: VoteAct): LiveAnswer {
      const { plan, access } = seat.switches();
      if (plan === 'free') return onlyPaid('voting');
      if (act.do === 'voting-results') return { ids: [], value: results() };
      if (access === 'view') return onlyEditors;
      return refusing(() => {
        switch (act.do) {
          case 'vote-start': {
            const vote = startVote(
              {
                id: ports.newId(),
                title: act.title,
                createdBy: { userId: seat.userId, userName: seat.name },
                createdAt: new Date(ports.now()).toISOString(),
                items: act.items,
                perPerson: act.perPerson,
              },
              running(),
              ports.isItem,
            );
            become([...votes, vote]);
            return done;
          }
          case 'vote-cast':
            changed(castVote(open(), seat.userId, act.item, act.how));
            return done;
          case 'vote-finish':
            changed({ ...open(), state: 'finished' });
            return done;
          default:
            return act satisfies never;
        }
      });
    },
  };
}
