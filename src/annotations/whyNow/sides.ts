/**
 * Who has answered why this role is needed now, who sees whose answer, and whether they see it alike. It follows from all
 * desks and one mark in the sheet.
 *
 * Y1  An answer is on its owner's desk from *done* on. Its owner sees it; others do once all are shown.
 * Y2  All are shown once the engineer and every confirmed manager, at least one of them, are done (as in unseen.ts, U4).
 *     That is never taken back: it has been seen. A manager who comes later hides nothing again.
 * Y3  Only the engineer's and confirmed managers' answers decide whether they see it alike. Peers' inform.
 * Y4  They see it differently where any two of them name another situation, or another horizon. Signs of progress may
 *     differ: two people may well see two of them.
 */
import type { UserId } from '../../workshop/ids.ts';
import type { Desk } from '../desk.ts';
import type { Participant } from '../participants.ts';
import { stepState } from '../unseen.ts';
import { type Answer, type Answered, isSameHorizon, isSameSituation } from './answer.ts';

export interface AnsweredDesk extends Answered {
  readonly desk: Desk;
}

export interface Side {
  readonly person: Participant;
  readonly done: boolean;
  /** As the viewer may see it (Y1). */
  readonly answer: Answer | null;
}

export interface Mismatch {
  readonly situation: boolean;
  readonly horizon: boolean;
}

export interface Sides {
  /** Everybody who may answer, the engineer first. */
  readonly sides: readonly Side[];
  /** Y2, by what lies on the desks now. */
  readonly over: boolean;
  readonly hasManager: boolean;
  /** Y4, of what the viewer may see; null where they see it alike, or it is not known yet. */
  readonly mismatch: Mismatch | null;
}

export interface Looking {
  readonly desks: readonly AnsweredDesk[];
  readonly engineer: UserId | null;
  /** People whose desks were deleted. */
  readonly left?: ReadonlySet<UserId>;
  /** The sheet's mark (Y2). */
  readonly shown: boolean;
  /** Null: as everybody sees it. */
  readonly viewer: UserId | null;
}

const step = 'why-now';

export function sidesOf({ desks, engineer, left, shown, viewer }: Looking): Sides {
  const byOwner = new Map(desks.map((one) => [one.desk.owner, one]));
  const state = stepState(
    step,
    desks.map(({ desk, done }) => ({ desk, done: new Set(done ? [step] : []), looked: new Map() })),
    engineer,
    left,
  );
  const sides = state.people
    .filter(({ person: { role } }) => role !== null && role !== 'facilitator')
    .map(({ person, done }): Side => {
      const seen = shown || person.user === viewer;
      const answer = byOwner.get(person.user)?.answer ?? null;
      return { person, done, answer: seen && done ? answer : null };
    });
  return { sides, over: state.over, hasManager: state.hasManager, mismatch: mismatchOf(sides) };
}

/** Y3, Y4. */
export function mismatchOf(sides: readonly Side[]): Mismatch | null {
  const [first, ...others] = sides.flatMap(({ person, answer }) => (person.counts && answer ? [answer] : []));
  if (!first) return null;
  // Being the same is transitive, so beside the first is enough.
  const situation = others.some((other) => !isSameSituation(first, other));
  const horizon = others.some((other) => !isSameHorizon(first, other));
  return situation || horizon ? { situation, horizon } : null;
}

/** The answer that the sheet goes on with: the engineer's, while nobody who counts names another situation. */
export function sharedAnswer({ sides, mismatch }: Pick<Sides, 'sides' | 'mismatch'>): Answer | null {
  if (mismatch?.situation) return null;
  const counting = sides.filter(({ person, answer }) => person.counts && answer);
  return counting[0]?.answer ?? null;
}
