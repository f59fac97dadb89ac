/**
 * The ground around the notes as it stands for everybody's eyes, in the form in which a round keeps it. Everything in it
 * has an order of its own, so it is the same whatever arrived first.
 */
import { clarityIds } from '../../workshop/clarity/questions.ts';
import type { ItemId, UserId } from '../../workshop/ids.ts';
import { altitudeIn } from '../altitude/altitude.ts';
import type { Desk } from '../desk.ts';
import type { Participant } from '../participants.ts';
import { markKinds } from '../place/placeDesk.ts';
import { standingOf } from '../place/standing.ts';
import { sidesOf } from '../whyNow/sides.ts';
import type {
  NoteGround,
  RoundAltitude,
  RoundAnswer,
  RoundCitation,
  RoundGround,
  RoundMark,
  RoundPlace,
  RoundWhy,
} from './ground.ts';
import type { GroundDesk, GroundSheet } from './groundDesk.ts';

export interface GroundParts extends GroundSheet {
  readonly desks: readonly GroundDesk[];
}

/** Whose desks these are, as everybody sees them. */
interface People {
  readonly desks: ReadonlyMap<UserId, Desk>;
  readonly participants: readonly Participant[];
  readonly engineer: UserId | null;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byUser = (a: { readonly user: UserId }, b: { readonly user: UserId }): number => byText(a.user, b.user);

/** Null where nobody has said anything. */
export function groundState(parts: GroundParts, people: People): RoundGround | null {
  const [place, whyNow, altitude] = [
    placeState(parts, people),
    answersState(parts, people),
    altitudeState(parts, people),
  ];
  if (!place && !whyNow && !altitude) return null;
  return { ...(place && { place }), ...(whyNow && { whyNow }), ...(altitude && { altitude }) };
}

function placeState({ desks, ladder }: GroundParts, { participants, engineer }: People): RoundPlace | null {
  const marks = desks
    .flatMap(({ owner: user, place }) =>
      markKinds.flatMap((kind): RoundMark[] => {
        const mark = place.marks[kind];
        return mark ? [{ user, kind, level: mark.level, title: mark.title }] : [];
      }),
    )
    .sort((a, b) => byUser(a, b) || byText(a.kind, b.kind));
  if (marks.length === 0) return null;
  const places = desks.map(({ place }) => place);
  const { mode } = standingOf(ladder, participants, places, engineer);
  return { levels: ladder.levels, marks, mode };
}

/** An answer that is not for everybody's eyes yet is in no round. */
function answersState({ desks, shown }: GroundParts, people: People): readonly RoundAnswer[] | null {
  const answered = desks.flatMap(({ owner, answered: own }) => {
    const desk = people.desks.get(owner);
    return desk ? [{ ...own, desk }] : [];
  });
  const { sides } = sidesOf({ desks: answered, engineer: people.engineer, shown, viewer: null });
  const answers = sides
    .flatMap(({ person, answer }): RoundAnswer[] => {
      if (!answer) return [];
      const { situation, horizon, sign } = answer;
      const words = situation === 'other' ? answer.words : '';
      const horizonWords = horizon === 'other' ? answer.horizonWords : '';
      return [{ user: person.user, situation, words, horizon, horizonWords, sign }];
    })
    .sort(byUser);
  return answers.length > 0 ? answers : null;
}

function altitudeState({ desks }: GroundParts, people: People): RoundAltitude | null {
  const on = desks.flatMap(({ owner, altitude }) => {
    const desk = people.desks.get(owner);
    return desk ? [{ desk, altitude }] : [];
  });
  const { problem, questions, today, expected } = altitudeIn(on, people.engineer);
  const written = [problem, ...Object.values(questions)].some((words) => words.trim() !== '');
  if (!written && !today && expected.length === 0) return null;
  return {
    ...{ problem, questions, today: today?.level ?? null },
    expected: expected.map(({ person, level }) => ({ user: person.user, level })).sort(byUser),
  };
}

/** What is said of one note; nothing where nobody has. */
export function noteGround(note: ItemId, { desks }: GroundParts): NoteGround {
  const whys = desks
    .flatMap(({ owner: user, clarity }) =>
      clarity.answers.flatMap((one): RoundWhy[] =>
        one.note === note ? [{ user, question: one.question, text: one.text }] : [],
      ),
    )
    .sort((a, b) => byUser(a, b) || clarityIds.indexOf(a.question) - clarityIds.indexOf(b.question));
  const cites = desks
    .flatMap(({ owner: user, place }): RoundCitation[] => {
      const citation = place.citations.get(note);
      return citation ? [{ user, line: citation.line, words: citation.words }] : [];
    })
    .sort(byUser);
  return { ...(whys.length > 0 && { whys }), ...(cites.length > 0 && { cites }) };
}
