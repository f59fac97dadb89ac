/** Something written elsewhere that is to become a note: its words, and what it stood under where it comes from. */

export interface BroughtLine {
  /** The same text under the same name has the same key, however the lines around it change. */
  readonly key: string;
  readonly text: string;
  /** The heading, column or frame above it; null where there was none. */
  readonly group: string | null;
  /** The line of the source on which it begins, from 1; null for what comes from the board. */
  readonly at: number | null;
}

/** As many lines at once as somebody still looks through. */
export const mostLines = 200;
/** UTF-16 units: a large board's CSV. */
export const longestSource = 400_000;
/** Bytes of a file: the same, in any encoding. */
export const largestFile = 1_000_000;

const otherLineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Controls but \n and \t, what XML forbids, and what turns the direction of the words after it. */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** Without what can't be seen or would spoil what comes after it; halves of characters show as such. */
export const tidyText = (text: string): string =>
  text.toWellFormed().replace(otherLineBreaks, '\n').replace(unwanted, '');

/** The words of one note: lines without blanks at their ends, and none that are empty at either end. */
export const tidyNote = (text: string): string =>
  tidyText(text)
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').trimEnd())
    .join('\n')
    .replace(/^\s*\n|\n\s*$/g, '')
    .trim();

/** Spaces that look like nothing say nothing. */
export const saysNothing = (text: string): boolean => /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*$/u.test(text);

/** Keys for lines in their order: words that come again get a number. */
export function keyed(lines: readonly Omit<BroughtLine, 'key'>[]): readonly BroughtLine[] {
  const times = new Map<string, number>();
  return lines.map((line) => {
    const words = `${line.group ?? ''}\n${line.text}`;
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return { ...line, key: `${time}:${words}` };
  });
}

/** Markup included, a sticky's content must be shorter (Miro's sticky note page). */
const contentLimit = 6_000;
/** What a paragraph and what stands for these signs take in it. */
const perLine = 7;
const escaped: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4, '"': 6 };

/** Whether one sticky can hold these words. */
export function fitsSticky(text: string): boolean {
  let length = 0;
  for (const line of text.split('\n')) length += perLine + (line === '' ? 4 : line.length);
  for (const [sign] of text.matchAll(/[&<>"]/g)) length += (escaped[sign] ?? 1) - 1;
  return length < contentLimit;
}
