/**
 * Text as a table: what a spreadsheet gives when cells are copied (tabs) or saved as CSV (commas or semicolons), with
 * quotes as in RFC 4180. Strict about quotes, since a lost one silently swallows the rows after it; what is wrong is
 * told by the line of the text on which it begins.
 */
import { fail, ok, type Result } from '../../base/result.ts';

const separators = ['\t', ',', ';'] as const;
export type Separator = (typeof separators)[number];

export interface Row {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type QuoteProblem =
  /** It is never closed. */
  | { readonly kind: 'open-quote'; readonly line: number }
  /** Something follows the closing quote before the cell ends: a quote inside was not doubled. */
  | { readonly kind: 'after-quote'; readonly line: number; readonly words: string };

/** What a table's heading is parted by: the one that stands there most often outside quotes; null where none does. */
export function separatorOf(heading: string): Separator | null {
  const bare = heading.replace(/"[^"]*"?/g, '');
  const counts = separators.map((one) => [bare.split(one).length - 1, one] as const);
  const [most] = counts.toSorted(([a], [b]) => b - a);
  return most && most[0] > 0 ? most[1] : null;
}

interface ReadCell {
  readonly words: string;
  /** Where the separator, the line break or the end is. */
  readonly end: number;
}

/** Rows that hold nothing at all are left out. */
export function readTable(source: string, separator: Separator): Result<readonly Row[], QuoteProblem> {
  const text = source.replace(/\r\n?/g, '\n');
  const rows: Row[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const cells: string[] = [];
    const start = line;
    let more = true;
    while (more) {
      const cell = readCell(text, at, separator, line);
      if (!cell.ok) return cell;
      const { words, end } = cell.value;
      cells.push(words);
      line += breaksIn(text.slice(at, end + 1));
      more = text[end] === separator;
      at = end + 1;
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: start, cells });
  }
  return ok(rows);
}

const breaksIn = (text: string): number => text.split('\n').length - 1;

function readCell(
  text: string,
  start: number,
  separator: Separator,
  line: number,
): Result<ReadCell, QuoteProblem> {
  // Written by hand there is often a blank before the quote.
  let open = start;
  while (text[open] === ' ') open += 1;
  if (text[open] !== '"') return ok(upToSeparator(text, start, separator));
  const close = closingQuote(text, open);
  if (close === null) return fail({ kind: 'open-quote', line });
  const rest = upToSeparator(text, close + 1, separator);
  const words = rest.words.trim();
  if (words !== '')
    return fail({ kind: 'after-quote', line: line + breaksIn(text.slice(start, close)), words });
  return ok({ words: text.slice(open + 1, close).replaceAll('""', '"'), end: rest.end });
}

function upToSeparator(text: string, start: number, separator: Separator): ReadCell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { words: text.slice(start, end), end };
}

/** A doubled quote is one that belongs to the words. */
function closingQuote(text: string, open: number): number | null {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at += 1;
  }
  return null;
}
