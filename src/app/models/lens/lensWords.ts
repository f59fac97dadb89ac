/** What is said while a sheet is laid out by the other lens. */
import type { Lens } from '../../../workshop/sheet.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { lensName } from './lensName.ts';

/** E.g. "Lay it out by pillar". */
export const byWords = (lens: Lens, start: string): string => `${start} by ${lensName[lens]}`;

export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** Enough of a note to know it by. */
const shortened = (text: string): string =>
  text.length <= 40 ? text : `${text.slice(0, 40).replace(/\s+\S*$/, '')}…`;

export const quoted = (texts: readonly string[], most = 3): string => {
  const shown = texts.slice(0, most).map((text) => `“${shortened(text)}”`);
  const rest = texts.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
};

export function doneWords(to: Lens, back: boolean, astray: readonly string[]): string {
  const start = back
    ? `The sheet is laid out ${byWords(to, '').trim()} again.`
    : `The sheet is laid out ${byWords(to, '').trim()}. Every note is in its lane.`;
  if (astray.length === 0) return start;
  const notes = counted(astray.length, 'note was', 'notes were');
  return `The sheet is laid out ${byWords(to, '').trim()}. ${notes} put or moved there meanwhile; see where ${astray.length === 1 ? 'it belongs' : 'they belong'}: ${quoted(astray)}.`;
}

export const failedWords = (error: unknown): string => refusalWords(error, 'lay the sheet out anew');

export const unsavedWords =
  'Nothing was moved: the board can’t be reached to tell the others. Look at your connection, then try again.';
