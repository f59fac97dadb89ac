/**
 * What people said before and around the notes, as parts of the document of a closed round: in the words in which it is
 * told of the sheet as it is now.
 */
import type { Expectation } from '../annotations/altitude/altitude.ts';
import type { Why } from '../annotations/clarity/clarity.ts';
import type { RoundAltitude, RoundAnswer } from '../annotations/ground/ground.ts';
import { placeIn } from '../annotations/ground/placeIn.ts';
import type { Participant } from '../annotations/participants.ts';
import { noTime } from '../annotations/plainValues.ts';
import type { RoundNote, SheetState } from '../annotations/round.ts';
import { mismatchOf, type Side } from '../annotations/whyNow/sides.ts';
import type { ItemId, UserId } from '../workshop/ids.ts';
import { altitudeTelling } from './altitude.ts';
import { whyDetails } from './clarity.ts';
import type { Detail, Telling } from './document.ts';
import { ladderDetails, type PlaceTold, placeTelling } from './place.ts';
import { answersTelling } from './whyNow.ts';

function placeOf(state: SheetState, order: readonly ItemId[] = []): PlaceTold {
  const at = new Map(order.map((id, place) => [id, place]));
  const placeAt = ({ id }: RoundNote): number => at.get(id) ?? order.length;
  return {
    ...placeIn(state),
    talk: { participants: state.people, engineer: state.engineer },
    notes: state.notes.filter(({ state: own }) => own !== null).toSorted((a, b) => placeAt(a) - placeAt(b)),
  };
}

/** The engineer first. */
const peopleIn = ({ people, engineer }: SheetState): readonly Participant[] =>
  people.toSorted((a, b) => Number(b.user === engineer) - Number(a.user === engineer));

/** In the order in which people work them out. `order`: notes as they lie on the sheet; the rest follows by id. */
export function groundTellings(state: SheetState, order?: readonly ItemId[]): readonly Telling[] {
  const { whyNow, altitude } = state.ground ?? {};
  const people = peopleIn(state);
  const sides = whyNow ? sidesThen(whyNow, people) : [];
  return [
    placeTelling(placeOf(state, order)),
    answersTelling({ sides, mismatch: mismatchOf(sides) }),
    altitude ? altitudeTelling(altitudeThen(altitude, people, state.engineer)) : null,
  ].filter((telling) => telling !== null);
}

/** A round keeps no times of answers. */
const sidesThen = (answers: readonly RoundAnswer[], people: readonly Participant[]): readonly Side[] =>
  people.flatMap((person): Side[] => {
    const said = answers.find(({ user }) => user === person.user);
    return said ? [{ person, done: true, answer: { ...said, at: noTime, changedAt: null } }] : [];
  });

function altitudeThen(
  { problem, questions, today, expected }: RoundAltitude,
  people: readonly Participant[],
  engineer: UserId | null,
) {
  const owner = people.find(({ user }) => user === engineer);
  return {
    ...{ problem, questions, today: today && owner ? { person: owner, level: today } : null },
    expected: people.flatMap((person): Expectation[] => {
      const level = expected.find(({ user }) => user === person.user)?.level;
      return level ? [{ person, level }] : [];
    }),
  };
}

/** A note's why, and the lines of the ladder that it is about. */
export function groundDetails(state: SheetState): (note: RoundNote) => readonly Detail[] {
  const [people, place] = [peopleIn(state), placeOf(state)];
  return ({ id, whys = [] }) => {
    const all = people.map((person): Why => {
      const own = whys.filter(({ user }) => user === person.user);
      const isEngineers = person.user === state.engineer;
      return { person, isEngineers, answers: new Map(own.map(({ question, text }) => [question, text])) };
    });
    return [...whyDetails(all), ...ladderDetails(id, place)];
  };
}
