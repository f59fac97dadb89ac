/**
 * Names that a team may want in its list: words written like names in several of its notes. Whether they are names,
 * people say. Pure, and the same whatever the order of the notes.
 */
import { detectLanguage } from './detect.ts';
import { languages } from './languages/languages.ts';
import { rulesOf } from './rules.ts';
import { technologies } from './technologies.ts';
import { vocabulary } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

export interface SuggestedName {
  readonly name: string;
  /** In how many notes it stands. */
  readonly notes: number;
}

const known = vocabulary(technologies);
const dates = new Set(
  Object.values(languages).flatMap(({ classes }) =>
    Object.values(classes).flatMap((list) => list.split(/\s+/)),
  ),
);

const capital = /^\p{Lu}/u;
/** CreditHub, iPay, GAIA2: nobody writes a plain word so. */
const unlikeAWord = /\p{Ll}\p{Lu}|\p{L}\p{N}|\p{Lu}{2}/u;

interface Candidate {
  readonly key: string;
  readonly name: string;
}

interface Text {
  readonly text: string;
  readonly words: readonly Word[];
}

const written = ({ text }: Text, word: Word): string => text.slice(word.from, word.to);

/** A heading, or somebody shouting: capitals mean nothing there. */
function isInCapitals(text: Text): boolean {
  const capitals = text.words.filter((word) => capital.test(written(text, word))).length;
  return text.words.length > 3 && capitals > text.words.length * 0.6;
}

const readable = (texts: readonly string[]): readonly Text[] =>
  texts
    .map((text) => ({ text, words: wordsOf(text).filter(({ kind }) => kind !== 'sign') }))
    .filter((text) => !isInCapitals(text));

/** Words with a capital where a sentence asks for none. */
const namesInside = (texts: readonly Text[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) =>
      text.words.filter((word) => !word.opens && capital.test(written(text, word))).map(({ plain }) => plain),
    ),
  );

/** Words that may stand in one name. */
const longestName = 3;

/** Runs of words written like names. At the start of a sentence a capital says nothing by itself. */
function candidatesIn(text: Text, inside: ReadonlySet<string>): Candidate[] {
  const { common } = rulesOf(detectLanguage(text.words));
  const isName = (word: Word): boolean => {
    if (word.kind !== 'letters' || word.plain.length < 2) return false;
    if (known.has(word.plain) || dates.has(word.plain)) return false;
    if (unlikeAWord.test(written(text, word))) return true;
    return capital.test(written(text, word)) && (!word.opens || inside.has(word.plain));
  };
  const found: Candidate[] = [];
  let run: Word[] = [];
  const end = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    // One plain word with a capital may be any role or place; an unusual one, or two together, is rather a name.
    const telling =
      run.length > 1 || run.some((word) => !common.has(word.plain) || unlikeAWord.test(written(text, word)));
    if (first && last && run.length <= longestName && telling)
      found.push({
        key: run.map(({ plain }) => plain).join(' '),
        name: text.text.slice(first.from, last.to).replace(/\s+/g, ' '),
      });
    run = [];
  };
  for (const word of text.words) {
    const before = run.at(-1);
    // Only a space may stand between the words of one name.
    if (before && !/^\s+$/.test(text.text.slice(before.to, word.from))) end();
    if (isName(word)) run.push(word);
    else end();
  }
  end();
  return found;
}

const onePerKey = (found: readonly Candidate[]): Iterable<Candidate> =>
  new Map(found.map((one) => [one.key, one])).values();

/** In at least two notes; what is in the list already is not suggested. Most often seen first. */
export function suggestNames(texts: readonly string[], names: readonly string[], most = 8): SuggestedName[] {
  const have = new Set(names.map(keyOf));
  const read = readable(texts);
  const inside = namesInside(read);
  const counted = new Map<string, { notes: number; names: Map<string, number> }>();
  for (const text of read)
    for (const { key, name } of onePerKey(candidatesIn(text, inside))) {
      const entry = counted.get(key) ?? { notes: 0, names: new Map<string, number>() };
      entry.notes += 1;
      entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
      counted.set(key, entry);
    }
  return [...counted]
    .filter(([key, { notes }]) => notes > 1 && !have.has(key))
    .map(([, { notes, names: spellings }]) => ({ notes, name: mostly(spellings) }))
    .sort((a, b) => b.notes - a.notes || byText(a.name, b.name))
    .slice(0, most);
}

/** What looks like a name in this one text and is not in the list yet. */
export function namesLike(text: string, names: readonly string[], most = 2): string[] {
  const have = new Set(names.map(keyOf));
  const read = readable([text]);
  return read
    .flatMap((one) => [...onePerKey(candidatesIn(one, namesInside(read)))])
    .filter(({ key }) => !have.has(key))
    .map(({ name }) => name)
    .slice(0, most);
}

const keyOf = (name: string): string =>
  wordsOf(name)
    .map(({ plain }) => plain)
    .join(' ');

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const mostly = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].sort(([a, m], [b, n]) => n - m || byText(a, b))[0]?.[0] ?? '';
