/**
 * When two texts of a note are the same, in two senses.
 *
 *   sameText      white space aside, since Miro and people both add and lose some: nothing would change on the sticky
 *   saysTheSame   white space, case and punctuation aside: a stance on the one text still stands for the other
 *
 * Punctuation parts words and is otherwise nothing. Signs that carry a meaning of their own stay: symbols (+ $ < > =),
 * # % & @, and what belongs to a number (1.5, 3-5, -2). Compared in NFC and in no language: letters that merely look
 * alike are other letters.
 */

export const normalised = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

export const sameText = (a: string, b: string): boolean => a === b || normalised(a) === normalised(b);

export function saysTheSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [plain(a), plain(b)];
  return first === second && (first !== '' || sameText(a, b));
}

/** Neither seen nor meant: a soft hyphen, a zero-width space, a byte order mark. Joiners stay, they shape letters. */
const unseen = /[\u00ad\u200b\ufeff]/gu;
const dashes = /[\u2010-\u2015\u2212]/gu;
/** Only what is in the last group is dropped: the first two are signs in numbers, and signs that stand for words. */
const signs = /(?<![^\s\p{Nd}])[-.,:/](?=\p{Nd})|[#%&@]|(\p{P})/gu;

const words = (text: string): string =>
  text
    .replace(unseen, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(dashes, '-')
    .replace(signs, (sign, dropped?: string) => (dropped === undefined ? sign : ' '))
    .replace(/\s+/gu, ' ')
    .trim();

/** Five times as costly as comparing, and the same few texts come again for every person: remembered, within bounds. */
const known = new Map<string, string>();
const mostKnown = 2_000;

function plain(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const made = words(text);
  known.set(text, made);
  return made;
}
