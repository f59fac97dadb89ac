/** The closed rounds of a sheet and the signatures under them, in the names that people read. */
import type { ClosedRound, NumberedRound } from '../annotations/numberedRounds.ts';
import type { Participant } from '../annotations/participants.ts';
import type { RoundContent } from '../annotations/round.ts';
import type { Hash } from '../annotations/sha256.ts';
import type { SignedRound } from '../annotations/signOffs.ts';
import type { UserId } from '../workshop/ids.ts';
import type { PastRound, Person } from './document.ts';

export interface RoundsTold {
  readonly rounds: readonly NumberedRound[];
  readonly signed: readonly SignedRound[];
  /** Who is on the sheet now. */
  readonly participants: readonly Participant[];
  /** What a round says; null where it has not arrived. */
  readonly contentOf: (hash: Hash) => RoundContent | null;
}

export function pastRounds({ rounds, signed, participants, contentOf }: RoundsTold): readonly PastRound[] {
  const now = new Map(participants.map((one) => [one.user, one]));
  const entry = (title: string, { hash, number, at, by }: ClosedRound): PastRound => {
    const content = contentOf(hash);
    const then = new Map(content?.people.map((one) => [one.user, one]));
    const personBy = (user: UserId): Person => {
      const [today, earlier] = [now.get(user), then.get(user)];
      const name = today?.name || earlier?.name || '';
      return { name, role: today?.role ?? earlier?.role ?? null, confirmed: today?.confirmed ?? false };
    };
    const under = signed.find((one) => one.hash === hash);
    return {
      ...{ title, number, hash, at },
      by: by.map((user) => personBy(user).name),
      note: content?.note ?? '',
      agreement: content && { notes: content.agreed.all.total, agreed: content.agreed.all.agreed },
      // The role is that in which they signed.
      signatures: (under?.signatures ?? []).map(({ user, role, at: when, trust }) => ({
        who: { ...personBy(user), role, confirmed: true },
        at: when,
        trust,
      })),
      signed: under?.signed ?? false,
      waitingFor: (under?.waitingFor ?? []).map((user) => personBy(user).name),
    };
  };
  return rounds.flatMap((round) => [
    entry(`Round ${round.number}`, round),
    ...round.beside.map((twin, at) =>
      entry(`Round ${round.number}${String.fromCharCode('b'.charCodeAt(0) + at)}`, twin),
    ),
  ]);
}
