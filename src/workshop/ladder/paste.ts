/**
 * A ladder from text that somebody pastes: a table of levels × dimensions, or one level a line with an optional
 * sentence about its scope.
 *
 *   Level,Path,Scope,Influence            Junior: solves what is known
 *   Senior,common,"Owns a problem",…      Senior - owns a problem
 *   Staff,technical,…,…                   # Technical path
 *                                         Staff: …
 *
 * Where no path is named it is guessed (guessPaths.ts). Levels and dimensions that are called as before keep their ids,
 * so that marks and cited lines stay where they are.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { guessPaths, namedPath } from './guessPaths.ts';
import { type Cell, type Dimension, inPaths, type Ladder, type Level, limits, type Path } from './ladder.ts';
import type { PasteProblem, Place } from './pasteProblems.ts';
import { type Row, readTable, type Separator, separatorOf } from './readTable.ts';

/** UTF-16 units: a ladder of all levels and dimensions in sentences, twice over. */
export const longestPaste = 60_000;

export interface Pasted {
  readonly ladder: Ladder;
  /** Whether the text named no path for some level. */
  readonly guessed: boolean;
}

export interface PasteOptions {
  /** The ladder that it would replace. */
  readonly current: Ladder;
  /** Whether levels stand in columns. */
  readonly turned?: boolean;
}

interface FoundLevel {
  readonly place: Place;
  readonly title: string;
  readonly path: Path | null;
  readonly scope: string;
  /** In the order of the dimensions. */
  readonly texts: readonly string[];
}

interface Found {
  readonly levels: readonly FoundLevel[];
  readonly dimensions: readonly string[];
}

/** One line without what can't be seen. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();

export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);
const nameKey = (title: string): string => tidy(title.normalize('NFKC')).toLowerCase();

export function parseLadder(source: string, options: PasteOptions): Result<Pasted, readonly PasteProblem[]> {
  if (source.length > longestPaste) return fail([{ kind: 'too-long', most: longestPaste }]);
  const text = source.replace(/^\ufeff/, '');
  const separator = options.turned ? separatorOf(firstLine(text)) : tableSeparator(text);
  const found = separator ? fromTable(text, separator, options.turned ?? false) : fromLines(text);
  if (!found.ok) return found;
  const problems = problemsIn(found.value);
  return problems.length > 0 ? fail(problems) : ok(ladderFrom(found.value, options.current));
}

const firstLine = (text: string): string => /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '';

// A table: told by its heading.

const headings = {
  level: /^((career|job|engineering) )?(level|grade|title|role|band|position|rung)s?( name| title)?$/i,
  path: /^(path|track|branch)$/i,
  scope: /^(scope|summary|description)$/i,
} as const;

/** Null for text that is a level a line. */
function tableSeparator(text: string): Separator | null {
  const heading = firstLine(text);
  const separator = separatorOf(heading);
  if (!separator) return null;
  const cells = heading.split(separator).map((cell) => tidy(cell.replaceAll('"', '')));
  const [first = ''] = cells;
  const named = Object.values(headings).some((one) => cells.some((cell) => one.test(cell)));
  if (titleAndScope(first).scope !== '') return null;
  const quoted = heading.trimStart().startsWith('"');
  return quoted || first === '' || named || cells.length > 2 ? separator : null;
}

function fromTable(
  text: string,
  separator: Separator,
  turned: boolean,
): Result<Found, readonly PasteProblem[]> {
  const read = readTable(text, separator);
  if (!read.ok) return fail([read.error]);
  const table = turned ? turn(read.value) : read.value.map(({ line, cells }) => ({ place: { line }, cells }));
  const [heading, ...rows] = table;
  if (!heading) return fail([{ kind: 'no-levels' }]);
  const titles = heading.cells.map(tidy);
  const path = titles.findIndex((title) => headings.path.test(title));
  const scope = titles.findIndex((title) => headings.scope.test(title));
  const isText = (column: number): boolean => column !== path && column !== scope;
  const named = titles.findIndex((title, column) => isText(column) && headings.level.test(title));
  const level = named >= 0 ? named : titles.findIndex((_, column) => isText(column));
  // Of a table of two columns the second one says what a level is about, however it is called.
  const others = titles.flatMap((_, column) => (isText(column) && column !== level ? [column] : []));
  const [about, texts] = scope < 0 && others.length === 1 ? [others[0] ?? -1, []] : [scope, others];

  const problems: PasteProblem[] = [];
  const levels = rows.map(({ place, cells }): FoundLevel => {
    const cell = (column: number): string => tidy(cells[column] ?? '');
    if (cells.slice(titles.length).some((one) => tidy(one) !== ''))
      problems.push({ kind: 'too-wide', cells: cells.length, columns: titles.length, ...place });
    const words = cell(path);
    const known = words === '' ? null : namedPath(words);
    if (words !== '' && !known) problems.push({ kind: 'no-path', words, ...place });
    return { place, title: cell(level), path: known, scope: cell(about), texts: texts.map(cell) };
  });
  // An empty column at the edge is nothing; one with words in it has lost its name.
  const used = texts.filter(
    (column, at) => titles[column] !== '' || levels.some((one) => one.texts[at] !== ''),
  );
  for (const column of used)
    if (titles[column] === '')
      problems.push({
        ...{ kind: 'no-heading', ...heading.place },
        cell: levels.map((one) => one.texts[texts.indexOf(column)] ?? '').find((words) => words !== '') ?? '',
      });
  const dimensions = used.map((column) => titles[column] ?? '');
  for (const title of twice(dimensions)) problems.push({ kind: 'dimension-twice', title, ...heading.place });
  if (problems.length > 0) return fail(problems);
  const kept = used.map((column) => texts.indexOf(column));
  return ok({
    dimensions,
    levels: levels.map((one) => ({ ...one, texts: kept.map((at) => one.texts[at] ?? '') })),
  });
}

/** Rows become columns; where it was wrong is then told by the column. */
function turn(rows: readonly Row[]): readonly { readonly place: Place; readonly cells: readonly string[] }[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => ({
    place: { column: column + 1 },
    cells: rows.map(({ cells }) => cells[column] ?? ''),
  })).filter(({ cells }, column) => column === 0 || cells.some((cell) => cell.trim() !== ''));
}

// One level a line.

const between = /\t|\s+[-–—|]\s+|:(?:\s+|$)/;

function titleAndScope(line: string): { readonly title: string; readonly scope: string } {
  const found = between.exec(line);
  if (!found) return { title: tidy(line), scope: '' };
  return { title: tidy(line.slice(0, found.index)), scope: tidy(line.slice(found.index + found[0].length)) };
}

/** Of a line that starts a path; null for a level's own line. */
function pathHeading(line: string): { readonly words: string; readonly path: Path | null } | null {
  const marked = /^(?:#+\s*(?<hash>.+)|\[(?<bracket>.+)\])$/.exec(line);
  if (marked) {
    const words = marked.groups?.hash ?? marked.groups?.bracket ?? '';
    return { words, path: namedPath(words) };
  }
  const plain = /\b(path|track|branch)\b/i.test(line) ? namedPath(line) : null;
  return plain ? { words: line, path: plain } : null;
}

function fromLines(text: string): Result<Found, readonly PasteProblem[]> {
  const problems: PasteProblem[] = [];
  const levels: FoundLevel[] = [];
  let path: Path | null = null;
  let headed = false;
  for (const [at, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const place = { line: at + 1 };
    const heading = pathHeading(line);
    if (heading) {
      headed = true;
      path = heading.path;
      if (!path) problems.push({ kind: 'no-path', words: tidy(heading.words), ...place });
      continue;
    }
    const found = titleAndScope(line.replace(/^([-*•]|\d{1,2}[.)])\s+/, ''));
    levels.push({ place, ...found, path, texts: [] });
  }
  if (problems.length > 0) return fail(problems);
  // What stands above the first path belongs to all of them.
  const placed = levels.map((level) => (headed ? { ...level, path: level.path ?? 'common' } : level));
  return ok({ levels: placed, dimensions: [] });
}

// Both.

/** Names that come a second time. */
const twice = (names: readonly string[]): readonly string[] =>
  names.filter(
    (name, at) => name !== '' && names.findIndex((other) => nameKey(other) === nameKey(name)) < at,
  );

function problemsIn({ levels, dimensions }: Found): readonly PasteProblem[] {
  if (levels.length === 0) return [{ kind: 'no-levels' }];
  const tooMany = (['levels', 'dimensions'] as const).flatMap((what): PasteProblem[] => {
    const count = { levels, dimensions }[what].length;
    return count > limits[what] ? [{ kind: 'too-many', what, most: limits[what] }] : [];
  });
  const tooLong = (words: string, most: number, place: Place): PasteProblem[] =>
    words.length > most
      ? [{ kind: 'text-too-long', start: words.slice(0, 40), length: words.length, most, ...place }]
      : [];
  const seen = new Set<string>();
  return [
    ...tooMany,
    ...dimensions.flatMap((title) => tooLong(title, limits.title, {})),
    ...levels.flatMap(({ place, title, scope, texts }): PasteProblem[] => {
      if (title === '') return [{ kind: 'no-title', ...place }];
      const again = seen.has(nameKey(title));
      seen.add(nameKey(title));
      return [
        ...(again ? [{ kind: 'level-twice' as const, title, ...place }] : []),
        ...tooLong(title, limits.title, place),
        ...[scope, ...texts].flatMap((words) => tooLong(words, limits.text, place)),
      ];
    }),
  ];
}

function ladderFrom({ levels, dimensions }: Found, current: Ladder): Pasted {
  const guesses = guessPaths(levels.map(({ title }) => title));
  const ids = idsFor(
    levels.map(({ title }) => title),
    current.levels,
  );
  const columns = idsFor(dimensions, current.dimensions);
  const made = levels.map(
    ({ title, path, scope }, at): Level => ({
      id: ids[at] ?? '',
      path: path ?? guesses[at] ?? 'common',
      title,
      scope,
    }),
  );
  const cells = new Map(
    levels.map(({ texts }, at) => {
      const level = ids[at] ?? '';
      const said = texts.map((text, column): Cell => ({ level, dimension: columns[column] ?? '', text }));
      return [level, said.filter(({ text }) => text !== '')] as const;
    }),
  );
  const ordered = inPaths(made);
  return {
    ladder: {
      levels: ordered,
      dimensions: dimensions.map((title, at): Dimension => ({ id: columns[at] ?? '', title })),
      cells: ordered.flatMap(({ id }) => cells.get(id) ?? []),
      source: null,
    },
    guessed: levels.some(({ path }) => path === null),
  };
}

/**
 * By name: the id that it has now, else one made of the name, so that two who paste the same at once mean the same.
 * Never the id of something that is now called otherwise.
 */
function idsFor(
  names: readonly string[],
  current: readonly { readonly id: string; readonly title: string }[],
): readonly string[] {
  const known = new Map(current.map(({ id, title }) => [nameKey(title), id]));
  const taken = new Set(current.map(({ id }) => id));
  return names.map((name) => {
    const kept = known.get(nameKey(name));
    if (kept !== undefined) return kept;
    const base = nameKey(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    let [id, again] = [base || 'level', 2];
    while (taken.has(id)) id = `${base || 'level'}-${again++}`;
    taken.add(id);
    return id;
  });
}
