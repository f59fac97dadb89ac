/**
 * Who sees whose words while people give their views unseen by each other, and when it ends.
 *
 * U1  What was said in the open is seen by everybody, always.
 * U2  What somebody holds (heldWords.ts) is seen by themselves, and by others once its step was shown or its owner
 *     released it. Of what is about the same, the newer word counts.
 * U3  A draft is seen by its owner alone.
 * U4  A step is over when the engineer and every confirmed manager, at least one of them, are done. Peers never hold it
 *     up, nor do people who have left; a manager whose desk is not here yet does.
 */
import type { ItemId, UserId } from '../workshop/ids.ts';
import { type BlindSetting, blindStep } from './blindSetting.ts';
import type { Desk, Remark, Stance, Verdict } from './desk.ts';
import { type HeldWords, openStep, type Word } from './heldWords.ts';
import { type Participant, participantsOf } from './participants.ts';
import { compareTimes } from './times.ts';
import { remarkTime } from './uniteDesks.ts';

/** A desk with what lies on it for later. */
export interface WholeDesk extends HeldWords {
  /** What was said in the open. */
  readonly desk: Desk;
}

export interface Looking {
  readonly setting: BlindSetting;
  readonly desks: readonly WholeDesk[];
  /** Null: as everybody sees it. */
  readonly viewer: UserId | null;
  /** The viewer's own, if any (U3). */
  readonly draft?: readonly Word[];
}

export const timeOfWord = (said: Word): string =>
  said.kind === 'remark' ? remarkTime(said.word) : said.word.at;

/** U1 to U3. */
export function visibleDesks({ setting, desks, viewer, draft = [] }: Looking): readonly Desk[] {
  return desks.map((one) => {
    const mine = one.desk.owner === viewer;
    const words = one.held.filter(({ step }) => mine || isShown(setting, one, step)).map(({ word }) => word);
    return withWords(one.desk, one.cleared, mine ? [...words, ...draft] : words);
  });
}

export const isShown = ({ shown }: BlindSetting, { released }: HeldWords, step: string): boolean =>
  step === openStep || shown.has(step) || released.has(step);

const text = (word: Word): string => JSON.stringify(word);
/** Oldest first, in an order that doesn't depend on the one in which they came. */
const byAge = (a: Word, b: Word): number =>
  compareTimes(timeOfWord(a), timeOfWord(b)) || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);

const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The desk with these words said as well. */
function withWords(desk: Desk, cleared: ReadonlyMap<ItemId, string>, words: readonly Word[]): Desk {
  if (words.length === 0) return desk;
  const stances = new Map<ItemId, Stance>(desk.stances);
  const silent = new Map(cleared);
  const remarks = new Map<string, Remark>(desk.remarks.map((remark) => [remark.id, remark]));
  const verdicts = new Map<string, Verdict>(desk.verdicts.map((verdict) => [verdict.remark, verdict]));
  const newer = (said: Word, known: string | undefined): boolean =>
    known === undefined || compareTimes(timeOfWord(said), known) >= 0;
  for (const said of [...words].sort(byAge)) {
    if (said.kind === 'remark') {
      const known = remarks.get(said.word.id);
      if (newer(said, known && remarkTime(known))) remarks.set(said.word.id, said.word);
    } else if (said.kind === 'verdict') {
      if (newer(said, verdicts.get(said.word.remark)?.at)) verdicts.set(said.word.remark, said.word);
    } else {
      const { note, at } = said.word;
      if (!newer(said, stances.get(note)?.at) || !newer(said, silent.get(note))) continue;
      stances.delete(note);
      silent.delete(note);
      if (said.kind === 'stance') stances.set(note, said.word);
      else silent.set(note, at);
    }
  }
  return {
    ...desk,
    stances,
    remarks: [...remarks.values()].sort((a, b) => plain(a.at, b.at) || plain(a.id, b.id)),
    verdicts: [...verdicts.values()].sort((a, b) => plain(a.remark, b.remark)),
  };
}

/** The steps whose words this desk holds and only its owner sees; `step` of now aside. */
export const keptBack = (setting: BlindSetting, desk: WholeDesk): readonly string[] => [
  ...new Set(
    desk.held
      .map(({ step }) => step)
      .filter((step) => step !== blindStep(setting) && !isShown(setting, desk, step)),
  ),
];

/** How far somebody is in a step. */
export interface Progress {
  readonly person: Participant;
  readonly done: boolean;
  readonly looked: number;
}

export interface StepState {
  readonly people: readonly Progress[];
  /** U4. */
  readonly over: boolean;
  /** Whether there is somebody besides the engineer whose *done* is waited for. */
  readonly hasManager: boolean;
}

/** `left`: people whose desks were deleted. */
export function stepState(
  step: string,
  desks: readonly Pick<WholeDesk, 'desk' | 'done' | 'looked'>[],
  engineer: UserId | null,
  left: ReadonlySet<UserId> = new Set(),
): StepState {
  const byOwner = new Map(desks.map((one) => [one.desk.owner, one]));
  const people = participantsOf(
    desks.map(({ desk }) => desk),
    engineer,
  ).map((person): Progress => {
    const whole = byOwner.get(person.user);
    return { person, done: whole?.done.has(step) ?? false, looked: whole?.looked.get(step) ?? 0 };
  });
  const confirmed = engineer === null ? [] : [...(byOwner.get(engineer)?.desk.confirmed ?? [])];
  const missing = confirmed.some(
    ([user, role]) => role === 'manager' && !byOwner.has(user) && !left.has(user),
  );
  const counting = people.filter(({ person }) => person.counts);
  const hasManager = missing || counting.some(({ person }) => person.role === 'manager');
  return { people, hasManager, over: hasManager && !missing && counting.every(({ done }) => done) };
}
