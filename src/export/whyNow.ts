/** What calls for the role, in everybody's words who answered, once all are shown; as a part of the document. */
import type { Answer, Choice } from '../annotations/whyNow/answer.ts';
import {
  type AnsweredDesk,
  type Side,
  type Sides,
  sharedAnswer,
  sidesOf,
} from '../annotations/whyNow/sides.ts';
import type { UserId } from '../workshop/ids.ts';
import { horizonOf, situationOf } from '../workshop/whyNow/situations.ts';
import { cleanLine } from './cleanText.ts';
import type { Line, Telling } from './document.ts';
import * as say from './wording.ts';

export const situationWords = ({ situation, words }: Choice): string =>
  situation === null ? '' : situation === 'other' ? cleanLine(words) : situationOf(situation).title;

export const horizonWords = ({ horizon, horizonWords: own }: Choice): string =>
  horizon === null ? '' : horizon === 'other' ? cleanLine(own) : horizonOf(horizon).title.toLowerCase();

export interface WhyNowTold {
  readonly desks: readonly AnsweredDesk[];
  readonly engineer: UserId | null;
  readonly shown: boolean;
  /** Whose document it is: by their own hand, an engineer who is alone takes their own answer along. */
  readonly by: UserId;
}

export function whyNowTelling({ desks, engineer, shown, by }: WhyNowTold): Telling | null {
  const alone = by === engineer && !sidesOf({ desks, engineer, shown, viewer: null }).hasManager;
  return answersTelling(sidesOf({ desks, engineer, shown, viewer: alone ? by : null }));
}

/** Null where nobody's answer can be seen. */
export function answersTelling(seen: Pick<Sides, 'sides' | 'mismatch'>): Telling | null {
  const said = seen.sides.filter(({ answer }) => answer !== null);
  const shared = sharedAnswer(seen);
  if (said.length === 0) return null;
  return {
    id: 'why-now',
    title: 'What calls for this role',
    blocks: shared
      ? [{ kind: 'list', lines: answerLines(shared) }]
      : [{ kind: 'line', line: [{ text: 'Not seen alike yet.' }] }],
    // One person's answer alone is told above already.
    ...(said.length > 1 || !shared ? { said: [{ kind: 'list', lines: said.map(sideLine) }] } : {}),
  };
}

function answerLines(answer: Answer): readonly Line[] {
  const sign = cleanLine(answer.sign);
  return [
    [{ text: situationWords(answer), look: 'strong' }],
    [{ text: `Takes ${horizonWords(answer)}` }],
    ...(sign ? [[{ text: `First sign of progress: ${sign}` }]] : []),
  ];
}

function sideLine({ person, answer }: Side): Line {
  if (!answer) return [];
  const sign = cleanLine(answer.sign);
  return [
    { text: `${say.withRole(person)}: ` },
    { text: situationWords(answer), look: 'strong' },
    { text: `, ${horizonWords(answer)}${sign ? `. First sign: ${sign}` : ''}` },
  ];
}
