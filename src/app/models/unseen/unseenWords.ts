/** Giving views unseen by each other, in words: how far everybody is, and what was left behind. Loaded on demand. */
import type { Word } from '../../../annotations/heldWords.ts';
import type { Progress } from '../../../annotations/unseen.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import { inAList } from '../words/wordsInWords.ts';
import type { UnseenState } from './unseen.ts';

type Working = Exclude<UnseenState, { readonly stage: 'open' }>;

const named = ({ person }: Progress): string => person.name || 'Somebody';

/** How far one person is. `total`: notes in the sheet now. */
const howFar = (one: Progress, total: number): string =>
  one.done
    ? `${named(one)} is done.`
    : `${named(one)} has looked at ${Math.min(one.looked, total)} of ${total}.`;

const hasTold = ({ done, looked }: Progress): boolean => done || looked > 0;

/** The people whose *done* everybody waits for; and peers, once there is something to tell of them. */
const tellsOf = (state: Working, me: UserId): readonly Progress[] =>
  state.people.filter(
    (one) => one.person.user !== me && (one.person.counts || (one.person.confirmed && hasTold(one))),
  );

/** Who still has to be done, I aside. */
const awaited = (state: Working, me: UserId): readonly string[] =>
  state.people.filter(({ person, done }) => person.counts && !done && person.user !== me).map(named);

/** What happens next, in one sentence. */
function until(state: Working, me: UserId): string {
  const others = awaited(state, me);
  if (!state.hasManager) return 'All is shown once a manager has joined, is confirmed and is done, too.';
  if (others.length === 0) return '';
  const both = state.people.filter(({ person }) => person.counts).length === 2;
  const waitsForMe = state.people.some(({ person }) => person.user === me && person.counts);
  return both && waitsForMe
    ? `You’ll both see both once ${others[0]} is done, too.`
    : `Everybody’s views are shown once ${inAList(others)} ${others.length === 1 ? 'is' : 'are'} done, too.`;
}

export interface UnseenWords {
  readonly first: string;
  readonly others: string;
  /** What a determined reader could do, and when. */
  readonly plainly: string;
}

export function unseenWords(
  state: Working,
  { me, looked, total }: { readonly me: UserId; readonly looked: number; readonly total: number },
): UnseenWords {
  const people = tellsOf(state, me).map((one) => howFar(one, total));
  if (state.stage === 'drafting')
    return {
      first: `Your views stay in this browser until you say done. ${looked} of ${total} looked at.`,
      others: people.join(' '),
      plainly:
        'At done, your words go to your place on this board, and the app shows them once others are done, too. From then on, somebody with tools of their own could read them there.',
    };
  return {
    first: 'You are done.',
    others: [...people, until(state, me)].filter((words) => words !== '').join(' '),
    plainly:
      'The app shows your words to nobody before that. They are on this board now, where somebody with tools of their own could read them.',
  };
}

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** E.g. `5 views and 1 remark`. */
export function countWords(words: readonly Word[]): string {
  const of = (...kinds: readonly Word['kind'][]): number =>
    words.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    [of('stance', 'cleared'), 'view'],
    [of('remark'), 'remark'],
    [of('verdict'), 'decision'],
  ] as const;
  return inAList(parts.flatMap(([count, one]) => (count > 0 ? [counted(count, one)] : [])));
}

/** What a word is about, where that is known of it alone. */
export const noteOfWord = (said: Word): ItemId | null => (said.kind === 'verdict' ? null : said.word.note);
