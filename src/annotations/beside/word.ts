/**
 * Something that a desk or a sheet holds beside words about notes, as it is taken along: a plain value under a key of a
 * root, as its JSON text. What each root means is besideRoots.ts; here is only how such words lie in files and records.
 */
import { plainFields } from '../deskEntries.ts';
import { asText, field } from '../entries.ts';
import { compareTimes } from '../times.ts';

export interface BesideWord {
  readonly root: string;
  readonly key: string;
  /** As JSON. */
  readonly value: string;
}

/** Characters: more than a ladder of thirty levels and twelve dimensions has. */
export const longestValue = 500_000;

export const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const timeOf = (value: unknown): string | null => asText(field(value, 'at'));

/** Whether both say when they were said, and the first was said later. */
export function isNewer(first: unknown, second: unknown): boolean {
  const [mine, theirs] = [timeOf(first), timeOf(second)];
  return mine !== null && theirs !== null && compareTimes(mine, theirs) > 0;
}

export const nameOf = ({ root, key }: Pick<BesideWord, 'root' | 'key'>): string => `${root} ${key}`;

/** Of each the newer one; where nobody knows, that of `first`. In an order of their own. */
export function uniteWords(
  first: readonly BesideWord[],
  second: readonly BesideWord[],
): readonly BesideWord[] {
  const found = new Map(first.map((word) => [nameOf(word), word]));
  for (const word of second) {
    const known = found.get(nameOf(word));
    if (!known || isNewer(fromJson(word.value), fromJson(known.value))) found.set(nameOf(word), word);
  }
  return [...found.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** Null for what can't be such a word. */
function wordFrom(entry: unknown): BesideWord | null {
  const fields = plainFields(entry);
  const [root, key, json] = [
    asText(fields.get('root')),
    asText(fields.get('key')),
    asText(fields.get('value')),
  ];
  return !root || !key || json === null || json.length > longestValue ? null : { root, key, value: json };
}

/** Those of a record, in which several may have brought the same. */
export function besideOf({ beside = [] }: { readonly beside?: readonly unknown[] }) {
  const words = beside.map(wordFrom).filter((word) => word !== null);
  return { words: uniteWords([], words), unknown: beside.length - words.length };
}
