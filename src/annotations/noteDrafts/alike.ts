/**
 * Which notes of the two sides say the same, by the words they share: *both*, *only me*, *only you*. It knows no
 * language: words are runs of letters and digits, taken for the same when they begin alike (`migrate`, `migration`);
 * where a script has no spaces, pairs of letters stand for words. What it found can be told: the shared words.
 *
 * A1  Only notes of different people are look-alikes, and of each person at most one.
 * A2  Those in the same lane come first, then across lanes, where more must be shared; the most alike first.
 * A3  Every note is in one place: with its look-alikes, or alone. Nothing is left out.
 * A4  The order in which notes come never matters.
 */
import { normalised, saysTheSame } from '../text.ts';
import type { NoteKey } from './placements.ts';
import { noteKey } from './placements.ts';
import { bySide, type SideNote } from './revealed.ts';

export interface Alike {
  /** At least two, one of each side. */
  readonly notes: readonly SideNote[];
  /** The words they share, as the first note has them and in its order. */
  readonly shared: readonly string[];
}

export interface Comparison {
  readonly alike: readonly Alike[];
  readonly alone: readonly SideNote[];
}

/** Of 1, the same lane and another one. */
const enough = { lane: 0.36, across: 0.6 } as const;
/** Weights of shared words; a word of more than three letters that only these two notes have weighs 1. */
const fewest = { lane: 1.5, across: 2 } as const;
/** Comparing each with each: far more than anybody writes. */
const mostCompared = 600;
/** Of a long note only so many words are looked at. */
const mostWords = 120;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

interface Word {
  /** As it is compared. */
  readonly form: string;
  readonly said: string;
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const seen = new Set<string>();
  const add = (said: string): void => {
    const form = said.normalize('NFKC').toLowerCase();
    if (seen.has(form) || words.length >= mostWords) return;
    // A single letter is hardly ever a word.
    if ([...form].length < 2 && !/\p{N}/u.test(form)) return;
    seen.add(form);
    words.push({ form, said });
  };
  for (const [run] of normalised(text).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (!unspaced.test(run)) {
      add(run);
      continue;
    }
    const letters = [...run];
    for (let at = 0; at + 1 < letters.length; at += 1) add(`${letters[at]}${letters[at + 1]}`);
  }
  return words;
}

/** Shorter words must be the same; of longer ones this much of the longer one must be shared, from its beginning. */
const stem = 4;
const shareOfLonger = 0.6;

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < stem || /\p{N}/u.test(a + b)) return false;
  let common = 0;
  while (common < longer && a[common] === b[common]) common += 1;
  return common >= stem && common >= longer * shareOfLonger;
}

interface Compared {
  readonly note: SideNote;
  readonly key: NoteKey;
  readonly words: readonly Word[];
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

const isLittle = (form: string): boolean => form.length <= 3 && !/\p{N}/u.test(form) && !unspaced.test(form);

/** Words that many notes have tell little, and so do very short ones and single digits. */
function weigh(notes: readonly SideNote[]): readonly Compared[] {
  const words = notes.map(({ text }) => wordsOf(text));
  const times = new Map<string, number>();
  for (const list of words) for (const { form } of list) times.set(form, (times.get(form) ?? 0) + 1);
  const weightOf = (form: string): number =>
    (isLittle(form) ? 0.2 : form.length === 1 ? 0.5 : 1) * Math.sqrt(2 / Math.max(2, times.get(form) ?? 0));
  return notes.map((note, at) => {
    const own = words[at] ?? [];
    const weights = new Map(own.map(({ form }) => [form, weightOf(form)]));
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    return { note, key: noteKey(note), words: own, weights, total };
  });
}

interface Candidate {
  readonly a: Compared;
  readonly b: Compared;
  readonly sameLane: boolean;
  readonly score: number;
}

/** The words of `a` that `b` has, too; the very short ones weigh, but need not be told. */
function sharedWords(
  a: Compared,
  b: Compared,
): { readonly said: readonly string[]; readonly weight: number } {
  const taken = new Set<string>();
  const said: string[] = [];
  let weight = 0;
  for (const word of a.words) {
    const same = b.weights.has(word.form)
      ? word
      : b.words.find(({ form }) => !taken.has(form) && sameWord(word.form, form));
    if (!same || taken.has(same.form)) continue;
    taken.add(same.form);
    if (!isLittle(word.form)) said.push(word.said);
    weight += Math.min(a.weights.get(word.form) ?? 0, b.weights.get(same.form) ?? 0);
  }
  return { said, weight };
}

function candidate(a: Compared, b: Compared): Candidate | null {
  const sameLane = a.note.lane === b.note.lane;
  if (saysTheSame(a.note.text, b.note.text)) return { a, b, sameLane, score: 2 };
  const { weight } = sharedWords(a, b);
  const where = sameLane ? 'lane' : 'across';
  if (weight < fewest[where]) return null;
  const [less, more] = [Math.min(a.total, b.total), Math.max(a.total, b.total)];
  // A short note may be all there in a long one.
  const score = weight / (0.6 * less + 0.4 * more);
  return score >= enough[where] ? { a, b, sameLane, score } : null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function compareSides(given: readonly SideNote[]): Comparison {
  const notes = given.toSorted((a, b) => compare(noteKey(a), noteKey(b)));
  const compared = notes.length > mostCompared ? [] : weigh(notes);
  const candidates: Candidate[] = [];
  compared.forEach((a, at) => {
    for (const b of compared.slice(at + 1)) {
      const found = a.note.user === b.note.user ? null : candidate(a, b);
      if (found) candidates.push(found);
    }
  });
  candidates.sort(
    (one, other) =>
      Number(other.sameLane) - Number(one.sameLane) ||
      other.score - one.score ||
      compare(one.a.key, other.a.key) ||
      compare(one.b.key, other.b.key),
  );
  const groups = new Map<Compared, Compared[]>();
  for (const { a, b } of candidates) {
    const [first, second] = [groups.get(a) ?? [a], groups.get(b) ?? [b]];
    if (first === second) continue;
    const joined = [...first, ...second];
    if (new Set(joined.map(({ note }) => note.user)).size < joined.length) continue;
    for (const one of joined) groups.set(one, joined);
  }
  const alike = [...new Set(groups.values())].map((group): Alike => {
    const [first, second] = group.sort((a, b) => compare(a.key, b.key));
    return {
      notes: group.map(({ note }) => note),
      shared: first && second ? sharedWords(first, second).said : [],
    };
  });
  const together = new Set(alike.flatMap((group) => group.notes));
  return {
    alike: alike.sort(({ notes: [a] }, { notes: [b] }) => (a && b ? bySide(a, b) : 0)),
    alone: notes.filter((note) => !together.has(note)).sort(bySide),
  };
}
