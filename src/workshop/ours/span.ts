/** A run of words within a statement, by their places in the list of words; both ends belong to it. */
import type { Word } from './words.ts';

export interface Span {
  readonly first: number;
  readonly last: number;
}

export const indexesOf = ({ first, last }: Span): number[] =>
  Array.from({ length: last - first + 1 }, (_, offset) => first + offset);

/** All words that lie in any of them. */
export const covered = (spans: readonly Span[]): ReadonlySet<number> => new Set(spans.flatMap(indexesOf));

/** The words of a span in their plain form. */
export const spell = (words: readonly Word[], { first, last }: Span): string =>
  words
    .slice(first, last + 1)
    .map(({ plain }) => plain)
    .join(' ');
