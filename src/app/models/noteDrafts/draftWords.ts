/** Writing notes unseen first, in words: how far everybody is, whose a note is, what comes next. */

import type { Progress, StepState } from '../../../annotations/unseen.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import type { NextInStep } from '../steps/nextInStep.ts';
import { inAList } from '../words/wordsInWords.ts';
import type { OriginView, WritingStage } from './state.ts';

export const notesCounted = (count: number): string => (count === 1 ? '1 note' : `${count} notes`);

const named = ({ person }: Progress): string => person.name || 'Somebody';

const howFar = (one: Progress): string => {
  if (one.done) return `${named(one)} is done.`;
  return one.looked === 0
    ? `${named(one)} has written nothing yet.`
    : `${named(one)} has written ${notesCounted(one.looked)}.`;
};

/** Of the people whose *done* everybody waits for; and of peers, once there is something to tell of them. */
export const othersInWords = (people: StepState, me: UserId): string =>
  people.people
    .filter(
      ({ person, done, looked }) =>
        person.user !== me && (person.counts || (person.confirmed && (done || looked > 0))),
    )
    .map(howFar)
    .join(' ');

/** What happens next, in one sentence. */
export function untilReveal(people: StepState, me: UserId): string {
  if (!people.hasManager)
    return 'All notes are shown once a manager has joined, is confirmed and is done, too.';
  const awaited = people.people
    .filter(({ person, done }) => person.counts && !done && person.user !== me)
    .map(named);
  if (awaited.length === 0) return '';
  return `Everybody’s notes are shown once ${inAList(awaited)} ${awaited.length === 1 ? 'is' : 'are'} done, too.`;
}

/** What an engineer sends to their manager while notes are written unseen. */
export function askMessage({ title, team }: Pick<SheetDetails, 'title' | 'team'>, link: string): string {
  return [
    `I am writing down how I see the role of ${team ? `${title} in ${team}` : title}, and would like to know how you see it.`,
    'Each of us writes notes that the other can’t see; once both of us are done, both are shown. A few notes are enough, and we need not be there at the same time.',
    '',
    link,
    '',
    'To take part: open the board, choose Rolewright under Apps in the left toolbar, and say who you are. Write under Write, then say that you are done.',
  ].join('\n');
}

/** E.g. `from Max`, `from you`, `from both`. `alone`: just two people are on the sheet. */
export function fromWords(
  sides: readonly Pick<OriginView, 'user' | 'name'>[],
  me: UserId,
  pair: boolean,
): string {
  const users = [...new Map(sides.map((side) => [side.user, side])).values()];
  if (users.length === 0) return '';
  if (users.length === 2 && pair) return 'from both';
  const ordered = users.toSorted((a, b) => Number(b.user === me) - Number(a.user === me));
  return `from ${inAList(ordered.map(({ user, name }) => (user === me ? 'you' : name || 'somebody')))}`;
}

interface Situation {
  readonly stage: WritingStage;
  readonly me: UserId;
  readonly mine: number;
  readonly people: StepState | null;
  readonly left: boolean;
  /** Stickies that would come. */
  readonly waiting: number;
  /** Whether they are of more than one side. */
  readonly both: boolean;
}

/** The one thing to do here, if any. */
export function nextWords({ stage, me, mine, people, left, waiting, both }: Situation): NextInStep | null {
  if (left && stage !== 'drafting')
    return {
      words: 'Some notes of yours have been seen by nobody. What should become of them?',
      action: 'Look',
      waitedFor: true,
    };
  if (stage === 'open')
    return waiting === 0
      ? null
      : both
        ? {
            words: `Both of you are done. ${notesCounted(waiting)} can go on the board.`,
            action: 'Look at both',
            waitedFor: true,
          }
        : { words: `${notesCounted(waiting)} can go on the board.`, action: 'Look' };
  if (stage === 'waiting') return null;
  const done = people?.people.filter((one) => one.done && one.person.user !== me && one.person.counts) ?? [];
  if (mine === 0)
    return {
      words: 'Write your first notes below. Nobody else sees them before you say done.',
      action: 'How it works',
    };
  if (done.length > 0)
    return {
      words: `${inAList(done.map(named))} ${done.length === 1 ? 'is' : 'are'} done. Are you, too?`,
      action: 'Look',
      waitedFor: true,
    };
  return null;
}
