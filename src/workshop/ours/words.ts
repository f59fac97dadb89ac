/**
 * A statement cut into words, each with its place in the text and a plain form to compare by: no capitals, no
 * accents, no apostrophes. So the same statement gives the same words in either Unicode normal form, with other
 * spaces or in capitals; the places still quote what was really written.
 */

export interface Word {
  /** UTF-16 offsets into the statement: it starts at `from` and ends before `to`. */
  readonly from: number;
  readonly to: number;
  readonly plain: string;
  readonly kind: 'letters' | 'number' | 'sign';
  /** A full stop, a semicolon or the like lies before it: phrases do not reach across. */
  readonly opens: boolean;
}

// A number ends before its unit, so that `200ms` reads like `200 ms`; `p95` and `c++` stay whole. Signs with a
// combining mark are another sign in the composed form (`<` and U+0338), so they are none.
const piece =
  /\p{L}[\p{L}\p{M}\p{N}_]*(?:['’\u02bc]\p{L}[\p{L}\p{M}]*)*(?:\+\+|#)?|\p{N}+(?:[.,:]\p{N}+)*|[%€$£+→#](?!\p{M})/gu;
// Line breaks are none: on a sticky note they fall where the words did not fit.
const sentenceEnd = /[.!?;:\u037e…]\s|\s[-–—]\s/u;
const listNumber = /^\s*\p{N}+[.)]\s/u;

/** Without capitals, accents and apostrophes. */
export function plainForm(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: asks exactly for text beyond ASCII
  const bare = /[^\u0000-\u007f]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  const lower = bare.toLowerCase().replace(/['’\u02bc]/g, '');
  return lower.normalize('NFC').replace(/\p{M}/gu, '');
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const begin = listNumber.exec(text)?.[0].length ?? 0;
  let end = begin;
  for (const match of text.matchAll(piece)) {
    const [found] = match;
    const from = match.index;
    if (from < begin) continue;
    const opens = words.length === 0 || sentenceEnd.test(text.slice(end, from));
    end = from + found.length;
    const kind = /^\p{L}/u.test(found) ? 'letters' : /^\p{N}/u.test(found) ? 'number' : 'sign';
    words.push({ from, to: end, plain: plainForm(found), kind, opens });
  }
  return words;
}
