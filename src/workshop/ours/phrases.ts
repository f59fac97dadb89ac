/**
 * Phrases as people can write them in a list, found in the words of a statement. A phrase is words in their plain
 * form, apart by one space, where
 *
 *     word    is that word                     a|b    is either
 *     word*   is any word that begins so       CLASS  is any of a list with that name
 *     #       is a number in digits            _      is any one word
 *     ~       is up to six words, or none, within the sentence
 *     ^ first (^word) is where a sentence begins
 */
import { indexesOf } from './span.ts';
import type { Word } from './words.ts';

/** Lists of alternatives that phrases name in capitals: months, counted things, … */
export type Classes = Readonly<Record<string, string>>;

export interface Match<Label> {
  readonly label: Label;
  readonly phrase: string;
  /** First and last word, both part of the match. */
  readonly first: number;
  readonly last: number;
}

type Part =
  | { readonly kind: 'any' | 'gap' }
  | {
      readonly kind: 'either';
      readonly number: boolean;
      readonly whole: ReadonlySet<string>;
      readonly starts: readonly string[];
    };

interface Compiled<Label> {
  readonly label: Label;
  readonly phrase: string;
  readonly parts: readonly Part[];
  /** Whether it stands only where a sentence begins. */
  readonly opening: boolean;
}

export interface Finder<Label> {
  readonly find: (words: readonly Word[]) => Match<Label>[];
}

const longestGap = 6;

function partOf(written: string, classes: Classes): Part {
  if (written === '_') return { kind: 'any' };
  if (written === '~') return { kind: 'gap' };
  const options = written
    .split('|')
    .flatMap((option) => (option in classes ? (classes[option] ?? '').split(/\s+/) : [option]))
    .filter((option) => option !== '');
  return {
    kind: 'either',
    number: options.includes('#'),
    whole: new Set(options.filter((option) => !option.endsWith('*') && option !== '#')),
    starts: options.filter((option) => option.endsWith('*')).map((option) => option.slice(0, -1)),
  };
}

function fits(part: Part, word: Word): boolean {
  switch (part.kind) {
    case 'any':
      return true;
    case 'gap':
      return false;
    case 'either':
      if (part.number && word.kind === 'number') return true;
      return part.whole.has(word.plain) || part.starts.some((start) => word.plain.startsWith(start));
  }
}

/** The last word of the match that begins at `index`, or -1. */
function lastOf(parts: readonly Part[], at: number, words: readonly Word[], index: number): number {
  const part = parts[at];
  if (!part) return index - 1;
  const reaches = (next: number) => {
    const word = words[next];
    return word !== undefined && (at === 0 || !word.opens) ? word : undefined;
  };
  if (part.kind === 'gap') {
    for (let next = index; next <= index + longestGap; next += 1) {
      const last = lastOf(parts, at + 1, words, next);
      if (last >= 0) return last;
      if (!reaches(next)) return -1;
    }
    return -1;
  }
  const word = reaches(index);
  return word && fits(part, word) ? lastOf(parts, at + 1, words, index + 1) : -1;
}

const push = <Value>(map: Map<string, Value[]>, key: string, value: Value) =>
  map.set(key, [...(map.get(key) ?? []), value]);

/** Phrases are looked up by their first word, so that a long list costs little. */
export function finder<Label>(
  lists: readonly (readonly [Label, readonly string[]])[],
  classes: Classes = {},
): Finder<Label> {
  const byWord = new Map<string, Compiled<Label>[]>();
  const byStart = new Map<string, Compiled<Label>[]>();
  const byNumber: Compiled<Label>[] = [];
  let longestStart = 0;
  for (const [label, phrases] of lists) {
    for (const phrase of phrases) {
      const opening = phrase.startsWith('^');
      const parts = phrase
        .slice(opening ? 1 : 0)
        .split(' ')
        .map((written) => partOf(written, classes));
      const [head] = parts;
      const compiled = { label, phrase, parts, opening };
      if (head?.kind === 'either') {
        if (head.number) byNumber.push(compiled);
        for (const whole of head.whole) push(byWord, whole, compiled);
        for (const start of head.starts) {
          push(byStart, start, compiled);
          longestStart = Math.max(longestStart, start.length);
        }
      } else throw new Error(`A phrase begins with a word or a number, not like "${phrase}".`);
    }
  }

  return {
    find(words) {
      const matches: Match<Label>[] = [];
      const look = (candidates: readonly Compiled<Label>[] | undefined, first: number) => {
        for (const { label, phrase, parts, opening } of candidates ?? []) {
          if (opening && !words[first]?.opens) continue;
          const last = lastOf(parts, 0, words, first);
          if (last >= first) matches.push({ label, phrase, first, last });
        }
      };
      words.forEach(({ plain, kind }, index) => {
        look(byWord.get(plain), index);
        for (let length = Math.min(longestStart, plain.length); length > 0; length -= 1)
          look(byStart.get(plain.slice(0, length)), index);
        if (kind === 'number') look(byNumber, index);
      });
      return matches;
    },
  };
}

/** Of matches that share words only the longest, and of equals the first. */
export function withoutOverlaps<Label>(matches: readonly Match<Label>[]): Match<Label>[] {
  const taken = new Set<number>();
  const kept = [...matches]
    .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .filter((match) => {
      const own = indexesOf(match);
      if (own.some((index) => taken.has(index))) return false;
      for (const index of own) taken.add(index);
      return true;
    });
  return kept.sort((a, b) => a.first - b.first);
}
