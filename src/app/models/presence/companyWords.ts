/** Who else has a note open, in one line. Only that they write, never what. */
import type { Companion } from './whereabouts.ts';

const listed = (people: readonly Companion[]): string => {
  const [first, second] = people.map(({ name }) => name);
  if (people.length > 2) return `${first} and ${people.length - 1} others`;
  return second === undefined ? (first ?? '') : `${first} and ${second}`;
};

/** Empty when nobody has. */
export function companyWords(people: readonly Companion[]): string {
  const writing = people.filter((one) => one.writing);
  if (writing.length > 0) return `${listed(writing)} ${writing.length === 1 ? 'is' : 'are'} writing…`;
  if (people.length === 0) return '';
  return `${listed(people)} ${people.length === 1 ? 'has' : 'have'} this note open.`;
}
