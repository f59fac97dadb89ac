/** Why this role now, in words: what somebody chose, how far everybody is, and the note that may come of it. */
import type { Topic } from '../../../annotations/agenda.ts';
import type { Answer, Choice } from '../../../annotations/whyNow/answer.ts';
import type { Mismatch, Side, Sides } from '../../../annotations/whyNow/sides.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { horizonWords, situationWords } from '../../../export/whyNow.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import { stepTitles } from '../steps/steps.ts';
import { inAList } from '../words/wordsInWords.ts';
import type { WhyNowState } from './state.ts';

export { horizonWords, situationWords };

/** `Old decisions cage us · several years` */
export const inShort = (choice: Choice): string =>
  [situationWords(choice), horizonWords(choice)].filter((words) => words !== '').join(' · ');

export const nameOf = ({ person }: Side): string => person.name || 'Somebody';

/** What differs, and that it is no fault. */
export function mismatchWords({ situation, horizon }: Mismatch): string {
  const what = [...(situation ? ['the situation'] : []), ...(horizon ? ['the time it takes'] : [])];
  return `You see ${inAList(what)} differently. That is worth knowing early: talk about it first.`;
}

/** 0 to 6, as between two stances: to be there for different reasons is as wide as yes against no. */
const distance = ({ situation }: Mismatch): number => (situation ? 6 : 4);

/** For the agenda; null where there is nothing to talk about. */
export function topicOf({ sides, mismatch }: Sides): Topic | null {
  if (!mismatch) return null;
  const each = sides.flatMap((side) =>
    side.person.counts && side.answer ? [`${nameOf(side)}: ${inShort(side.answer)}`] : [],
  );
  return {
    id: 'why-now',
    title: stepTitles['why-now'],
    mismatch: distance(mismatch),
    about: each.join('; '),
  };
}

const isAre = (names: readonly string[]): string => (names.length === 1 ? 'has' : 'have');

/** Whose *done* everybody still waits for, I aside. */
export const awaited = ({ sides }: Pick<Sides, 'sides'>, me: UserId): readonly string[] =>
  sides.filter(({ person, done }) => person.counts && !done && person.user !== me).map(nameOf);

/** Who has answered besides me. */
export const answered = ({ sides }: Pick<Sides, 'sides'>, me: UserId): readonly string[] =>
  sides.filter(({ person, done }) => done && person.user !== me).map(nameOf);

/** When all is shown, to somebody who has answered. */
export function untilWords(state: WhyNowState, me: UserId): string {
  if (!state.hasManager)
    return 'All answers are shown once a manager has joined, is confirmed and has answered, too.';
  const others = awaited(state, me);
  return others.length === 0
    ? ''
    : `All answers are shown once ${inAList(others)} ${isAre(others)} answered, too.`;
}

/** `Max has answered.`; empty where nobody has. */
export function answeredWords(state: Pick<Sides, 'sides'>, me: UserId): string {
  const others = answered(state, me);
  return others.length === 0 ? '' : `${inAList(others)} ${isAre(others)} answered.`;
}

/** The line that leads there. */
export function rowWords(state: WhyNowState, me: UserId): string {
  const { stage, mine, draft, mismatch } = state;
  if (stage === 'shown') {
    if (mismatch) return 'You see it differently: worth the first minutes of your talk.';
    const shared = state.shared ?? mine;
    if (shared) return inShort(shared);
  }
  if (stage === 'waiting' && mine) return `You: ${inShort(mine)}. ${untilWords(state, me)}`.trim();
  const others = answeredWords(state, me);
  if (!state.mayAnswer) return others || 'Nobody has answered yet.';
  if (draft) return `Yours is begun, in this browser only. ${others}`.trim();
  return others
    ? `${others} You have not yet.`
    : 'What calls for it, for how long, and the first sign of progress.';
}

/** For somebody who has not answered yet. */
export const askWords = ({ title, team }: SheetDetails, link: string): string =>
  [
    `Before we talk about the role of ${team ? `${title} in ${team}` : title}: why do you think it is needed now? I have answered; we see each other’s answer once you have, too.`,
    '',
    link,
    '',
    `To take part: open the board, choose Rolewright under Apps in the left toolbar, say who you are, then open “${stepTitles['why-now']}”.`,
  ].join('\n');

/**
 * What may stand in its lane on the board: the engineer's words; with every first sign that was named, where all see the
 * same situation.
 */
export function noteWords(answer: Answer, { sides, mismatch }: Pick<Sides, 'sides' | 'mismatch'>): string {
  const alike = sides.flatMap(({ person, answer: one }) =>
    person.counts && one && !mismatch?.situation ? [cleanLine(one.sign)] : [],
  );
  const signs = [...new Set([cleanLine(answer.sign), ...alike])].filter((sign) => sign !== '');
  const horizon = horizonWords(answer);
  return [
    `${situationWords(answer)}${horizon ? ` (${horizon})` : ''}`,
    ...(signs.length > 0 ? [`First ${signs.length === 1 ? 'sign' : 'signs'}: ${signs.join('; ')}`] : []),
  ].join('\n');
}
