/**
 * What one person answers to why this role is needed now.
 *
 *   on a desk    whyNow  answer → { situation, words, horizon, horizonWords, sign, at, changedAt }
 *                        done   → when its owner said so; null when they took it back
 *   in a sheet   whyNow  shown  → true: everybody who counts was done; never taken back, since it has been seen
 *   in a draft   whyNow  answer → the same fields; what is not chosen yet is null
 *
 * An answer is always written as one value, so no merge makes up one that nobody gave. Whose it is follows from whose
 * desk it lies on, and from nothing inside.
 */
import type * as Y from 'yjs';
import {
  type HorizonId,
  horizonIds,
  type SituationId,
  situationIds,
} from '../../workshop/whyNow/situations.ts';
import { plainFields } from '../deskEntries.ts';
import { asOneOf, asText, clip, longest, optionalText, put } from '../entries.ts';
import { operate } from '../schema.ts';
import { saysTheSame } from '../text.ts';
import type { whyNowRoots } from './roots.ts';

/** What somebody has chosen so far. */
export interface Choice {
  readonly situation: SituationId | null;
  /** For `other`: which. Kept, and not looked at, when another is chosen. */
  readonly words: string;
  readonly horizon: HorizonId | null;
  readonly horizonWords: string;
  /** The first sign of progress; may be empty. */
  readonly sign: string;
}

export interface Draft extends Choice {
  readonly at: string;
}

export interface Answer extends Draft {
  readonly situation: SituationId;
  readonly horizon: HorizonId;
  /** When it was changed after everybody had seen it; null if never. */
  readonly changedAt: string | null;
}

export interface Answered {
  /** Null where there is none, or none that can be read. */
  readonly answer: Answer | null;
  readonly done: boolean;
  /** Entries this version can't read. */
  readonly unknown: number;
}

const rootOf = (doc: Y.Doc): Y.Map<unknown> =>
  doc.getMap<unknown>('whyNow' satisfies (typeof whyNowRoots)[number]);

const situationFrom = asOneOf(situationIds);
const horizonFrom = asOneOf(horizonIds);

function draftFrom(value: unknown): Draft | null {
  const fields = plainFields(value);
  const [words, horizonWords, sign, at] = (['words', 'horizonWords', 'sign', 'at'] as const).map((key) =>
    asText(fields.get(key)),
  );
  if (words == null || horizonWords == null || sign == null || at == null) return null;
  const [situation, horizon] = [situationFrom(fields.get('situation')), horizonFrom(fields.get('horizon'))];
  return { situation, words, horizon, horizonWords, sign, at };
}

function answerFrom(value: unknown): Answer | null {
  const draft = draftFrom(value);
  const changedAt = optionalText(plainFields(value).get('changedAt'));
  if (!draft?.situation || !draft.horizon || changedAt === undefined) return null;
  return { ...draft, situation: draft.situation, horizon: draft.horizon, changedAt };
}

export function readAnswered(desk: Y.Doc): Answered {
  const root = rootOf(desk);
  const lies = root.get('answer');
  const answer = answerFrom(lies);
  const done = root.get('done') ?? null;
  const strange = [...root.keys()].filter((key) => key !== 'answer' && key !== 'done').length;
  return {
    answer,
    done: asText(done) !== null,
    unknown:
      strange + (lies !== undefined && !answer ? 1 : 0) + (done !== null && asText(done) === null ? 1 : 0),
  };
}

export const readDraft = (draft: Y.Doc): Draft | null => draftFrom(rootOf(draft).get('answer'));

export const isShown = (sheet: Y.Doc): boolean => rootOf(sheet).get('shown') === true;

/**
 * Whether the mark that all are shown may come along from another board: not while anybody's answer here waits for it.
 * `others`: desks of everybody but whoever brings it.
 */
export const mayShowAlong = (others: readonly Y.Doc[]): boolean =>
  others.every((desk) => rootOf(desk).size === 0);

/** Whether there is enough to be seen by somebody else. */
export const isWhole = ({ situation, words, horizon, horizonWords }: Choice): boolean =>
  situation !== null &&
  horizon !== null &&
  (situation !== 'other' || words.trim() !== '') &&
  (horizon !== 'other' || horizonWords.trim() !== '');

/** To the letter; when it was said is no matter. */
export const isSameChoice = (a: Choice, b: Choice): boolean =>
  JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));

/** Own words are the same where they say the same, white space, case and punctuation aside. */
export const isSameSituation = (a: Choice, b: Choice): boolean =>
  a.situation === b.situation && (a.situation !== 'other' || saysTheSame(a.words, b.words));
export const isSameHorizon = (a: Choice, b: Choice): boolean =>
  a.horizon === b.horizon && (a.horizon !== 'other' || saysTheSame(a.horizonWords, b.horizonWords));

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

const tidy = ({ situation, words, horizon, horizonWords, sign }: Choice) => ({
  situation,
  words: clip(words, longest.line),
  horizon,
  horizonWords: clip(horizonWords, longest.line),
  sign: clip(sign, longest.line),
});

/** Into the private document; null takes it away. */
export const keepDraft = (doc: Y.Doc, draft: Draft | null): boolean =>
  operate(doc, 'keep-why-now', () => {
    const root = rootOf(doc);
    if (draft) root.set('answer', { ...tidy(draft), at: draft.at });
    else root.delete('answer');
  });

export interface AnswerGiven extends Choice {
  readonly at: string;
  /** Everybody has seen the one before. */
  readonly wasShown: boolean;
}

/** *Done*: answer and mark in one go, so whoever sees that its owner is done has the answer. False, too, while it is not whole. */
export const giveAnswer = (desk: Y.Doc, { at, wasShown, ...choice }: AnswerGiven): boolean =>
  isWhole(choice) &&
  operate(desk, 'give-why-now', () => {
    const root = rootOf(desk);
    root.set('answer', { ...tidy(choice), at, changedAt: wasShown ? at : null });
    if (asText(root.get('done')) === null) root.set('done', at);
  });

/** Not done after all: the answer leaves the desk. It is in its owner's browser by now. */
export const takeAnswerBack = (desk: Y.Doc): boolean =>
  operate(desk, 'take-why-now-back', () => {
    rootOf(desk).delete('answer');
    if (rootOf(desk).has('done')) put(rootOf(desk), 'done', null);
  });

/** In the sheet: everybody who counts is done, and all answers are shown, for good. */
export const showAnswers = (sheet: Y.Doc): boolean =>
  operate(sheet, 'show-why-now', () => put(rootOf(sheet), 'shown', true));
