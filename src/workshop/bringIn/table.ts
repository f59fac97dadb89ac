/**
 * The words of a table: which column holds them, and which one says where they belong. Three shapes are known:
 *
 *   Text,Column,Author        a heading names the column           Execution | Leveling up    each column is a lane
 *   Cut the backfill,Exec,…                                        Cut …     | Mentor …
 *   Cut the backfill          one column of words; a cell that is a lane's very name stands above the others
 */
import type { Row } from '../ladder/readTable.ts';
import { type LaneName, nameMeant } from './laneNames.ts';
import { type BroughtLine, keyed, saysNothing, tidyNote } from './line.ts';
import type { SourceOptions, SourceRead, TextColumn } from './reading.ts';

const textHeading =
  /^(text|content|contents|notes?|sticky( ?notes?)?|title|items?|cards?|ideas?|description|summary|what|statement|responsibilit(y|ies)|expectations?|texto|nota|notas|t[ií]tulo|descri[cç][aã]o)$/i;
const groupHeading =
  /^(columns?|lists?|groups?|frames?|sections?|categor(y|ies)|lanes?|pillars?|areas?|themes?|topics?|clusters?|status|heading|board column|coluna|grupo|categoria|tema)$/i;
/** Columns of exports that are about a note, and not its words. */
const otherHeading =
  /^(id|ids|#|no\.?|nr\.?|x|y|width|height|colou?r|shape|type|kind|author|created( by| at)?|modified( by| at)?|updated( by| at)?|date|time|url|link|links|votes?|position|size|owner|assignee|email|due( date)?)$/i;

export function readColumns(
  rows: readonly Row[],
  { names, column: chosen = null }: SourceOptions,
): SourceRead {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const [first] = rows;
  if (!first) return { kind: 'lines', lines: [], headings: [], columns: [], column: null };
  const titles = Array.from({ length: width }, (_, index) => tidyNote(first.cells[index] ?? ''));
  const filled = titles.filter((title) => title !== '');
  const namesLanes = filled.length > 1 && filled.every((title) => nameMeant(title, names) !== null);
  if (namesLanes && chosen === null) return inLanes(rows.slice(1), titles);
  const hasHeading = titles.some((title) =>
    [textHeading, groupHeading, otherHeading].some((one) => one.test(title)),
  );
  const body = hasHeading ? rows.slice(1) : rows;
  const columns = titles.flatMap((title, index): TextColumn[] => {
    const sample = body.map(({ cells }) => tidyNote(cells[index] ?? '')).find((cell) => cell !== '');
    if (sample === undefined) return [];
    return [{ index, title: (hasHeading && title) || sample.split('\n')[0] || '' }];
  });
  const column = chosen ?? columnOfWords(body, columns, hasHeading ? titles : []);
  if (column === null) return columns.length === 0 ? empty : { kind: 'ask', columns };
  const group = groupColumn(body, columns, hasHeading ? titles : [], column, names);
  return { ...inColumn(body, column, group, names), columns, column };
}

const empty: SourceRead = { kind: 'lines', lines: [], headings: [], columns: [], column: null };

function inLanes(rows: readonly Row[], titles: readonly string[]): SourceRead {
  const lines = titles.flatMap((group, index) =>
    rows.flatMap(({ line, cells }): Omit<BroughtLine, 'key'>[] => {
      const text = tidyNote(cells[index] ?? '');
      return saysNothing(text) ? [] : [{ text, group: group || null, at: line }];
    }),
  );
  return { kind: 'lines', lines: keyed(lines), headings: titles.filter(Boolean), columns: [], column: null };
}

function inColumn(rows: readonly Row[], column: number, group: number | null, names: readonly LaneName[]) {
  const lines: Omit<BroughtLine, 'key'>[] = [];
  const headings: string[] = [];
  let above: string | null = null;
  for (const { line, cells } of rows) {
    const text = tidyNote(cells[column] ?? '');
    if (saysNothing(text)) continue;
    const alone = cells.every((cell, index) => index === column || saysNothing(cell));
    if (group === null && alone && nameMeant(text, names, 'exactly')) {
      above = text;
      headings.push(text);
      continue;
    }
    const own = group === null ? above : tidyNote(cells[group] ?? '') || null;
    lines.push({ text, group: own, at: line });
  }
  return { kind: 'lines', lines: keyed(lines), headings } as const;
}

/** What ids, dates, numbers, addresses and colours look like. */
const noWords =
  /^(?:[-+]?[\d.,:/\s%-]+|\d{4}-\d\d-\d\d.*|https?:\/\/\S+|\S+@\S+\.\S+|#[0-9a-f]{3,8}|[0-9a-f-]{16,}|true|false)$/i;

/** Beyond this times the next one, a column clearly has the words. */
const clearly = 1.5;

function columnOfWords(
  rows: readonly Row[],
  columns: readonly TextColumn[],
  titles: readonly string[],
): number | null {
  const [only] = columns;
  if (only && columns.length === 1) return only.index;
  const named = columns.filter(({ index }) => textHeading.test(titles[index] ?? ''));
  const candidates = named.length > 0 ? named : columns.filter(({ index }) => !isOther(titles[index] ?? ''));
  const [single] = candidates;
  if (single && candidates.length === 1 && titles.length > 0) return single.index;
  const scored = candidates
    .map(({ index }) => ({ index, score: wordiness(rows.map(({ cells }) => cells[index] ?? '')) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score === 0) return null;
  return !second || best.score >= clearly * second.score ? best.index : null;
}

const isOther = (title: string): boolean => otherHeading.test(title) || groupHeading.test(title);

/** Words per row; a text that comes again and again says more of a group than of a note. */
function wordiness(cells: readonly string[]): number {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !noWords.test(cell));
  if (said.length === 0) return 0;
  const words = said.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0);
  return (words / cells.length) * (new Set(said).size / said.length);
}

function groupColumn(
  rows: readonly Row[],
  columns: readonly TextColumn[],
  titles: readonly string[],
  text: number,
  names: readonly LaneName[],
): number | null {
  const others = columns.filter(({ index }) => index !== text);
  /** How much of it names lanes. */
  const share = (index: number): number => {
    const said = rows.map(({ cells }) => tidyNote(cells[index] ?? '')).filter((cell) => cell !== '');
    return said.filter((cell) => nameMeant(cell, names) !== null).length / Math.max(1, said.length);
  };
  const [best] = others
    .map(({ index }) => ({
      index,
      named: groupHeading.test(titles[index] ?? ''),
      share: otherHeading.test(titles[index] ?? '') ? 0 : share(index),
    }))
    .filter(({ named, share }) => named || share > 0.5)
    .toSorted((a, b) => b.share - a.share || Number(b.named) - Number(a.named));
  return best?.index ?? null;
}
