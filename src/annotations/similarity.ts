/**
 * How alike two short texts are, from 0 to 1: the share of letter pairs they have in common (Dice's coefficient on
 * bigrams). It knows no language, so it works where words are not parted by spaces, and forgives endings and typos.
 */
import { normalised } from './text.ts';

/** Of a long text only so much is looked at (UTF-16 units): stickies hold less. */
const looked = 2_000;

function letterPairs(text: string): Map<string, number> {
  const letters = [...normalised(text.slice(0, looked)).toLowerCase()];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const total = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, times) => sum + times, 0);

export function similarity(a: string, b: string): number {
  const [mine, theirs] = [letterPairs(a), letterPairs(b)];
  const all = total(mine) + total(theirs);
  if (all === 0) return normalised(a) === normalised(b) ? 1 : 0;
  let shared = 0;
  for (const [pair, times] of mine) shared += Math.min(times, theirs.get(pair) ?? 0);
  return (2 * shared) / all;
}
