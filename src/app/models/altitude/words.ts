/** One problem from three altitudes, in words. */
import type { Topic } from '../../../annotations/agenda.ts';
import type { Altitude, Expectation } from '../../../annotations/altitude/altitude.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { type AltitudeId, altitudeOf } from '../../../workshop/altitude/altitudes.ts';
import { stepTitles } from '../steps/steps.ts';
import { inAList } from '../words/wordsInWords.ts';

const titleOf = (id: AltitudeId): string => altitudeOf(id).title;
export const nameOf = ({ person }: Pick<Expectation, 'person'>): string => person.name || 'Somebody';

/** `Max expects Staff+, Mona Lead` */
function expectedWords(expected: readonly Expectation[]): string {
  const [first, ...others] = expected;
  if (!first) return '';
  return inAList([
    `${nameOf(first)} expects ${titleOf(first.level)}`,
    ...others.map((one) => `${nameOf(one)} ${titleOf(one.level)}`),
  ]);
}

const counting = ({ expected }: Altitude): readonly Expectation[] =>
  expected.filter(({ person }) => person.counts);

/** Who marked what, in one line. */
export function marksWords(altitude: Altitude): string {
  const { today } = altitude;
  return [
    today ? `${nameOf(today)} asks as ${titleOf(today.level)} today` : '',
    expectedWords(counting(altitude)),
  ]
    .filter((words) => words !== '')
    .join('; ');
}

/** Where the marks differ: what it means, and that it is no fault. */
export const apartWords = (altitude: Altitude): string =>
  `${marksWords(altitude)}. The distance between them is worth a talk: what would it take to ask from there?`;

/** 0 to 6, as between two stances. */
const distances = [0, 3, 5] as const;

export function topicOf(altitude: Altitude): Topic | null {
  if (altitude.apart === 0) return null;
  return {
    id: 'altitude',
    title: stepTitles.altitude,
    mismatch: distances[altitude.apart] ?? 5,
    about: marksWords(altitude),
  };
}

export const isWritten = ({ problem, questions }: Altitude): boolean =>
  [problem, ...Object.values(questions)].some((words) => cleanLine(words) !== '');

/** Enough of a problem to know it by (characters). */
const most = 80;
function short(words: string): string {
  const characters = [...words];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : words;
}

/** The line that leads there. */
export function rowWords(altitude: Altitude): string {
  const problem = short(cleanLine(altitude.problem));
  if (!isWritten(altitude)) return 'One real problem, asked as Staff+, Lead and Senior would ask it.';
  return [problem, marksWords(altitude)].filter((words) => words !== '').join(' · ');
}
