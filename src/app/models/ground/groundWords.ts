/** What changed around the notes between two moments, in plain words. */
import type { BeforeAfter, CiteChange, GroundChange, WhyChange } from '../../../annotations/changes.ts';
import type { RoundAnswer } from '../../../annotations/ground/ground.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { horizonWords, situationWords } from '../../../export/whyNow.ts';
import { type AltitudeId, altitudeOf } from '../../../workshop/altitude/altitudes.ts';
import { clarityQuestions } from '../../../workshop/clarity/questions.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { LineWords } from '../../../workshop/ladder/ladder.ts';
import { stepTitles } from '../steps/steps.ts';

type NameOf = (user: UserId) => string;

export interface GroundLine extends BeforeAfter<string> {
  /** What it is about: `Erin: this role`. */
  readonly about: string;
}

/** What stands where nothing was said. */
const nothing = 'nothing yet';
const orNothing = (words: string | null): string => cleanLine(words ?? '') || nothing;

const modes = { job: 'as a job that is there', stretch: 'as a stretch' } as const;
const marks = { now: 'the engineer is at', role: 'this role is at' } as const;
const altitude = (id: AltitudeId | null): string | null => id && altitudeOf(id).title;

function answer(said: RoundAnswer | null): string | null {
  if (!said) return null;
  const sign = cleanLine(said.sign);
  return `${situationWords(said)}, ${horizonWords(said)}${sign ? `; first sign: ${sign}` : ''}`;
}

const between = (about: string, before: string | null, after: string | null): GroundLine => ({
  about,
  before: orNothing(before),
  after: orNothing(after),
});

/** Under the titles of the steps they belong to, in their order. */
export function groundGroups(
  changes: readonly GroundChange[],
  nameOf: NameOf,
): readonly { readonly title: string; readonly lines: readonly GroundLine[] }[] {
  const of = (title: string, kinds: readonly GroundChange['of'][]) => ({
    title,
    lines: changes.filter((one) => kinds.includes(one.of)).map((one) => lineOf(one, nameOf)),
  });
  return [
    of(stepTitles.place, ['mark', 'mode', 'level']),
    of(stepTitles['why-now'], ['why-now']),
    of(stepTitles.altitude, ['question', 'today', 'expected']),
  ].filter(({ lines }) => lines.length > 0);
}

function lineOf(change: GroundChange, nameOf: NameOf): GroundLine {
  switch (change.of) {
    case 'mark':
      return between(`${nameOf(change.user)}: ${marks[change.kind]}`, change.before, change.after);
    case 'mode':
      return between(
        'The sheet is written',
        change.before && modes[change.before],
        change.after && modes[change.after],
      );
    case 'level':
      return between('What the ladder says of a level', change.before, change.after);
    case 'why-now':
      return between(nameOf(change.user), answer(change.before), answer(change.after));
    case 'question':
      return between(
        change.what === 'problem' ? 'The problem' : `As ${altitudeOf(change.what).title}`,
        change.before,
        change.after,
      );
    case 'today':
      return between('Asked today as', altitude(change.before), altitude(change.after));
    case 'expected':
      return between(`${nameOf(change.user)} expects`, altitude(change.before), altitude(change.after));
  }
}

const labelOf = (question: WhyChange['question']): string =>
  clarityQuestions.find(({ id }) => id === question)?.label ?? 'Why';

const cited = (words: LineWords | null): string | null =>
  words && [words.level, words.dimension, words.text].filter((part) => part !== '').join(' · ');

/** What changed beside a note's words. */
export const besideNote = (
  whys: readonly WhyChange[],
  cites: readonly CiteChange[],
  nameOf: NameOf,
): readonly GroundLine[] => [
  ...whys.map(({ user, question, before, after }) =>
    between(`${nameOf(user)}: ${labelOf(question)}`, before, after),
  ),
  ...cites.map(({ user, before, after }) =>
    between(`${nameOf(user)}: its line of the ladder`, cited(before), cited(after)),
  ),
];
