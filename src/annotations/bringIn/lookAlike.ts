/** Whether what somebody brings in stands in the sheet already, word for word or nearly so. */
import { type LetterPairs, letterPairs, similarity } from '../similarity.ts';
import { saysTheSame } from '../text.ts';

export interface LookAlike<T> {
  readonly of: T;
  /** `same`: but for capitals, spaces and punctuation. `alike`: much the same. */
  readonly how: 'same' | 'alike';
}

/** Share of letter pairs from which two texts are taken for one thought written twice. */
const muchTheSame = 0.78;
/** Shorter texts (UTF-16 units) are alike by chance. */
const telling = 12;

export interface Texted {
  readonly text: string;
}

/** Finds the one most like a text; texts may be added as they come. */
export interface LookAlikes<T extends Texted> {
  find(text: string): LookAlike<T> | null;
  add(one: T): void;
}

/** The same few texts are compared again at each keystroke: read once, within bounds. */
const known = new Map<string, LetterPairs>();
const mostKnown = 3_000;

function pairsOf(text: string): LetterPairs {
  const found = known.get(text);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const made = letterPairs(text);
  known.set(text, made);
  return made;
}

export function lookAlikes<T extends Texted>(given: Iterable<T>): LookAlikes<T> {
  const all: { readonly of: T; readonly pairs: LetterPairs }[] = [];
  const add = (one: T): void => {
    all.push({ of: one, pairs: pairsOf(one.text) });
  };
  for (const one of given) add(one);
  return {
    add,
    find(text) {
      const own = pairsOf(text);
      let best: { readonly of: T; readonly score: number } | null = null;
      for (const { of, pairs } of all) {
        if (saysTheSame(of.text, text)) return { of, how: 'same' };
        if (text.length < telling || of.text.length < telling) continue;
        // No more than the shorter one's pairs can be shared.
        const most = (2 * Math.min(own.total, pairs.total)) / Math.max(1, own.total + pairs.total);
        if (most < muchTheSame) continue;
        const score = similarity(own, pairs);
        if (score >= muchTheSame && score > (best?.score ?? 0)) best = { of, score };
      }
      return best && { of: best.of, how: 'alike' };
    },
  };
}
