/**
 * Lines out of what somebody pastes or chooses: a list, a column of a spreadsheet, a CSV as boards export it. No
 * format is promised anywhere, so the column with the words is found by its heading or by what stands in it; where
 * that is not clear, it is asked for. Nothing is cut or left out without being told.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { readTable, separatorOf } from '../ladder/readTable.ts';
import { type LaneName, nameMeant } from './laneNames.ts';
import { type BroughtLine, keyed, longestSource, saysNothing, tidyNote, tidyText } from './line.ts';
import type { SourceOptions, SourceProblem, SourceRead } from './reading.ts';
import { readColumns } from './table.ts';

export function readSource(given: string, options: SourceOptions): Result<SourceRead, SourceProblem> {
  if (given.length > longestSource) return fail({ kind: 'too-long', most: longestSource });
  if (given.includes('\u0000')) return fail({ kind: 'not-text' });
  const text = tidyText(given);
  const separator = options.isTable ? (separatorOf(heading(text)) ?? ',') : pastedSeparator(text);
  if (!separator) return ok(fromList(text, options.names));
  const rows = readTable(text, separator);
  if (!rows.ok) return rows;
  return ok(readColumns(rows.value, options));
}

const heading = (text: string): string => /[^\n]*\S[^\n]*/.exec(text)?.[0] ?? '';

/** Headings by which one knows that commas part columns, and not a sentence. */
const headings =
  /^(text|content|contents|note|notes|sticky( note)?s?|title|item|items|card|cards|idea|ideas|description|column|list|group|frame|section|category|lane|author|created|tags?)$/i;

/** Null for text that is a line a note. */
function pastedSeparator(text: string) {
  // Cells that were copied from a spreadsheet; a tab at a line's beginning is only its indentation.
  if (/[^\s][^\n]*?\t[^\n]*?[^\s]/.test(text)) return '\t';
  const first = heading(text);
  const separator = separatorOf(first);
  if (separator && separator !== '\t') {
    const cells = first.split(separator).map((cell) => cell.replaceAll('"', '').trim());
    if (cells.some((cell) => headings.test(cell)) && cells.every((cell) => cell.length <= 40))
      return separator;
    if (first.startsWith('"') && first.includes(`"${separator}"`)) return separator;
  }
  // One column of cells, some of which have line breaks and so are quoted.
  if (/^"[^\n]*\n/m.test(text)) {
    const read = readTable(text, '\t');
    if (read.ok && read.value.some(({ cells }) => cells.some((cell) => cell.includes('\n')))) return '\t';
  }
  return null;
}

const bullet =
  /^(?:(?:[-–—*+•‣◦▪▫●○■□·∙➢➤✓✔]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+(?:\[[ xX]\]\s+)?|\[[ xX]\]\s+)/u;
const marked = /^#{1,6}\s+(.+?)\s*#*$/;

/** A line a note. A line that is a lane's very name, or a heading as in Markdown, names the lines below it. */
function fromList(text: string, names: readonly LaneName[]): SourceRead {
  const lines: Omit<BroughtLine, 'key'>[] = [];
  const found: string[] = [];
  let group: string | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = tidyNote(raw);
    if (saysNothing(line)) continue;
    const named = marked.exec(line)?.[1] ?? (isName(line, names) ? line.replace(/\s*:$/, '') : null);
    if (named !== null) {
      group = named;
      found.push(named);
      continue;
    }
    const words = line.replace(bullet, '');
    if (!saysNothing(words)) lines.push({ text: words, group, at: index + 1 });
  }
  return { kind: 'lines', lines: keyed(lines), headings: found, columns: [], column: null };
}

const isName = (line: string, names: readonly LaneName[]): boolean =>
  !bullet.test(line) && nameMeant(line.replace(/\s*:$/, ''), names, 'exactly') !== null;
