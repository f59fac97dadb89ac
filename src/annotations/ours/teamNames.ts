/**
 * The team's own names (systems, teams, terms), which all of a sheet's people edit together.
 *
 *   names  the name's words in plain form → { name, by, at }
 *
 * A name is found under what it says, so two people who add the same one add one, and of two different ones both stay.
 * Taking one away deletes its entry: whoever adds it again at that moment has the last word.
 */
import type * as Y from 'yjs';
import { type UserId, userId } from '../../workshop/ids.ts';
import { wordsOf } from '../../workshop/ours/words.ts';
import { plainFields } from '../deskEntries.ts';
import { asText, clip, longest, parseEntries } from '../entries.ts';
import { operate } from '../schema.ts';
import type { oursSheetRoots } from './oursRoots.ts';

const names: (typeof oursSheetRoots)[number] = 'names';
const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(names);

/** Far more than a team has; a pasted book is none. */
export const mostNames = 500;

export interface TeamName {
  /** Stays the same whatever its capitals, accents and spaces. */
  readonly key: string;
  readonly name: string;
  readonly by: UserId;
  readonly at: string;
}

export interface TeamNames {
  /** In the order of their keys. */
  readonly values: readonly TeamName[];
  readonly unknown: number;
}

/** Empty where a name has no word in it. */
export const keyOfName = (name: string): string =>
  wordsOf(name)
    .map(({ plain }) => plain)
    .join(' ');

function parse(key: string, value: unknown): TeamName | null {
  const fields = plainFields(value);
  const [name, by, at] = [asText(fields.get('name')), asText(fields.get('by')), asText(fields.get('at'))];
  if (name === null || by === null || at === null || keyOfName(name) !== key) return null;
  return { key, name, by: userId(by), at };
}

export const readNames = (doc: Y.Doc): TeamNames => parseEntries(root(doc), parse);

/** Bullets and numbers that lists are pasted with. */
const listSign = /^\s*(?:[-–—•*·]|\p{N}+[.)])\s+/u;

/** One name a line, or with tabs or semicolons between, as tables and lists are pasted. */
export const namesIn = (text: string): readonly string[] => [
  ...new Map(
    text
      .split(/[\r\n\t;]+/)
      .map((line) => clip(line.replace(listSign, '').replace(/\s+/g, ' ').trim(), longest.name))
      .filter((name) => keyOfName(name) !== '')
      .map((name) => [keyOfName(name), name] as const),
  ).values(),
];

/** What is there already stays as it is written. */
export const addNames = (
  doc: Y.Doc,
  added: readonly string[],
  { by, at }: Pick<TeamName, 'by' | 'at'>,
): boolean =>
  operate(doc, 'add-names', () => {
    const map = root(doc);
    for (const written of added) {
      const name = clip(written, longest.name);
      const key = keyOfName(name);
      if (key !== '' && !map.has(key) && map.size < mostNames) map.set(key, { name, by, at });
    }
  });

/** What this version can't read stays. */
export const removeName = (doc: Y.Doc, key: string): boolean =>
  operate(doc, 'remove-name', () => {
    if (parse(key, root(doc).get(key))) root(doc).delete(key);
  });
