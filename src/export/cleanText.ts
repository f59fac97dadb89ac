/**
 * Text that any format can carry. People paste anything into a sticky; XML 1.0 forbids most control characters and
 * half surrogates (a .docx with one does not open), and bidi controls could make a line read as what it is not.
 */

/** Line breaks other than \n, as they come from Word, old Macs, terminals and the web. */
const otherLineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * What is taken out: controls but \t and \n (XML 1.0 §2.2), half surrogates, U+FFFE and U+FFFF, the byte order mark,
 * and the embeddings, overrides and isolates of bidi (U+202A–202E, U+2066–2069): a rendering sets direction itself,
 * and one left open would turn the words after it. The marks LRM, RLM and ALM stay; they turn nothing.
 */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** Anything but line breaks and what is printed in most scripts: only such a text is worth a closer look. */
const strange = /[^\n -~\u00a0-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]/;

/** Keeps line breaks as \n; tabs become spaces, since they mean something else in every format. */
export const cleanText = (text: string): string =>
  strange.test(text) ? text.replace(otherLineBreaks, '\n').replace(unwanted, '').replaceAll('\t', ' ') : text;

/** Spaces at an edge, several in a row, or other white space. */
const loose = /^\s|\s$|\s\s|[^\S ]/;

/** For titles and names: one line, single spaces, no edges. */
export function cleanLine(text: string): string {
  const clean = cleanText(text);
  return loose.test(clean) ? clean.replace(/\s+/g, ' ').trim() : clean;
}

/** The lines of a text without blank ones at its ends; a blank text has none. */
export function cleanLines(text: string): readonly string[] {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}
