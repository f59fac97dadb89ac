/**
 * How alike two short texts are, from 0 to 1: the share of letter pairs they have in common (Dice's coefficient on
 * bigrams). It knows no language, so it works where words are not parted by spaces, and forgives endings and typos.
 */
import { normalised } from './text.ts';

/** Of a long text only so much is looked at (UTF-16 units): stickies hold less. */
const looked = 2_000;

/** A text as it is compared: how often each pair of letters stands in it. */
export interface LetterPairs {
  readonly times: ReadonlyMap<string, number>;
  readonly total: number;
}

export function letterPairs(text: string): LetterPairs {
  const letters = [...normalised(text.slice(0, looked)).toLowerCase()];
  const times = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    times.set(pair, (times.get(pair) ?? 0) + 1);
  }
  return { times, total: Math.max(0, letters.length - 1) };
}

/** The share of `part` that stands in `whole`, from 0 to 1. */
export const containment = (part: LetterPairs, whole: LetterPairs): number =>
  part.total === 0 ? 0 : sharedPairs(part, whole) / part.total;

function sharedPairs(a: LetterPairs, b: LetterPairs): number {
  let shared = 0;
  for (const [pair, times] of a.times) shared += Math.min(times, b.times.get(pair) ?? 0);
  return shared;
}

/** Texts of one letter have no pairs and are like nothing. */
export function similarity(a: LetterPairs, b: LetterPairs): number {
  const shared = sharedPairs(a, b);
  return shared === 0 ? 0 : (2 * shared) / (a.total + b.total);
}
