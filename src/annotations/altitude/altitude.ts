/**
 * From which altitude the sheet's engineer asks, and from which they are expected to: from all desks.
 *
 * A1  Problem, questions, and which of them is asked today, are the engineer's own words; nobody else's count.
 * A2  What is expected is what managers marked on their own desks; only confirmed ones' marks count.
 * A3  They see it differently where the counting marks name more than one altitude.
 */
import { type AltitudeId, altitudeIds, stepsBetween } from '../../workshop/altitude/altitudes.ts';
import type { UserId } from '../../workshop/ids.ts';
import type { Desk } from '../desk.ts';
import { type Participant, participantsOf } from '../participants.ts';
import type { AltitudeDesk } from './altitudeDesk.ts';

export interface AltitudeOn {
  readonly desk: Desk;
  readonly altitude: AltitudeDesk;
}

export interface Expectation {
  readonly person: Participant;
  readonly level: AltitudeId;
}

export interface Altitude {
  readonly problem: string;
  readonly questions: Readonly<Record<AltitudeId, string>>;
  /** The engineer's mark (A1). */
  readonly today: Expectation | null;
  /** Managers' marks, whether confirmed or not, in the order of the participants (A2). */
  readonly expected: readonly Expectation[];
  /** How many steps lie between the widest two of the marks that count: 0 where they agree, or one has not marked (A3). */
  readonly apart: number;
}

const none: AltitudeDesk = {
  texts: { problem: '', staff: '', lead: '', senior: '' },
  marks: { today: null, expected: null },
  unknown: 0,
};

export function altitudeIn(desks: readonly AltitudeOn[], engineer: UserId | null): Altitude {
  const byOwner = new Map(desks.map(({ desk, altitude }) => [desk.owner, altitude]));
  const people = participantsOf(
    desks.map(({ desk }) => desk),
    engineer,
  );
  const { texts, marks } = (engineer && byOwner.get(engineer)) || none;
  const owner = people.find(({ user }) => user === engineer);
  const today = owner && marks.today ? { person: owner, level: marks.today } : null;
  const expected = people.flatMap((person): Expectation[] => {
    const level = person.role === 'manager' ? byOwner.get(person.user)?.marks.expected : null;
    return level ? [{ person, level }] : [];
  });
  const { problem, ...questions } = texts;
  const counting = [...(today ? [today] : []), ...expected.filter(({ person }) => person.counts)];
  const levels = altitudeIds.filter((id) => counting.some(({ level }) => level === id));
  const [highest, lowest] = [levels[0], levels.at(-1)];
  return {
    problem,
    questions,
    today,
    expected,
    apart: highest && lowest ? stepsBetween(highest, lowest) : 0,
  };
}
