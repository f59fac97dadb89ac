/** Why a document can't be a PDF, in words: which signs its typeface does not have. */

/** Signs that are told one by one. */
const most = 6;

/** What can be seen as itself; a mark gets something to lean on, anything else its number. */
function told(sign: string): string {
  if (/^\p{M}/u.test(sign)) return `◌${sign}`;
  if (/^[\p{L}\p{N}\p{P}\p{S}]/u.test(sign)) return sign;
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Each in an isolate of its own, so that none turns the sentence around it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

export function signsInWords(signs: readonly string[]): string {
  const shown = signs.slice(0, most).map((sign) => isolated(told(sign)));
  const rest = signs.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}

export const noPdf = (signs: readonly string[]): string =>
  `A PDF would lose ${signsInWords(signs)}: it is set in Latin, Greek and Cyrillic only. Open the web page instead, and print it as PDF.`;

/** Of several sheets in one zip. */
export function someNoPdf(names: readonly string[], signs: readonly string[]): string {
  const them =
    names.length === 1
      ? `${names[0]} is a web page to print and no PDF`
      : `${names.length} of them are web pages to print and no PDFs`;
  return `${them}: the typeface of a PDF has no ${signsInWords(signs)}.`;
}
