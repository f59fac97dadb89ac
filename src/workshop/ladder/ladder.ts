/**
 * A career ladder: one trunk that everybody climbs, and after it two paths, a technical one and one of people's
 * managers. Plain values; where a team's own comes from is paste.ts, where it is kept annotations/place.
 */
import type { Source } from '../template.ts';

export const paths = ['common', 'technical', 'management'] as const;
export type Path = (typeof paths)[number];

export interface Level {
  /** Stays the same when the level is called otherwise. */
  readonly id: string;
  readonly path: Path;
  readonly title: string;
  /** What somebody at this level answers for, in a sentence; may be empty. */
  readonly scope: string;
}

/** What a ladder looks at on every level, such as influence or craft. */
export interface Dimension {
  readonly id: string;
  readonly title: string;
}

/** What a level asks for in one dimension. */
export interface Cell {
  readonly level: string;
  readonly dimension: string;
  readonly text: string;
}

export interface Ladder {
  /** Path by path, each from its lowest level up. */
  readonly levels: readonly Level[];
  readonly dimensions: readonly Dimension[];
  /** Those that say something, level by level. */
  readonly cells: readonly Cell[];
  /** Where it comes from; null for a team's own. */
  readonly source: Source | null;
}

/** What still can be seen at a glance, and read as a line (UTF-16 units). */
export const limits = { levels: 30, dimensions: 12, title: 80, text: 1000 } as const;

export const levelsOn = (ladder: Ladder, path: Path): readonly Level[] =>
  ladder.levels.filter((level) => level.path === path);

export const levelOf = (ladder: Ladder, id: string): Level | undefined =>
  ladder.levels.find((level) => level.id === id);

/** Levels path by path, whatever order they came in; on each path the order stays. */
export const inPaths = (levels: readonly Level[]): readonly Level[] =>
  paths.flatMap((path) => levels.filter((level) => level.path === path));

/** One line of a ladder: a level's scope (no dimension), or what it asks for in one dimension. */
export interface LadderLine {
  readonly level: string;
  readonly dimension: string | null;
}

/** A line in the words it has. */
export interface LineWords {
  readonly level: string;
  /** Empty for a level's scope. */
  readonly dimension: string;
  readonly text: string;
}

/** Null for a line that the ladder does not have, or that says nothing. */
export function wordsOf(ladder: Ladder, { level, dimension }: LadderLine): LineWords | null {
  const on = levelOf(ladder, level);
  if (!on) return null;
  if (dimension === null) return on.scope ? { level: on.title, dimension: '', text: on.scope } : null;
  const about = ladder.dimensions.find(({ id }) => id === dimension);
  const cell = ladder.cells.find((one) => one.level === level && one.dimension === dimension);
  return about && cell ? { level: on.title, dimension: about.title, text: cell.text } : null;
}

/** Everything of a level that a note can cite. */
export const linesOf = (ladder: Ladder, level: string): readonly LadderLine[] =>
  [{ level, dimension: null }, ...ladder.dimensions.map(({ id }) => ({ level, dimension: id }))].filter(
    (line) => wordsOf(ladder, line) !== null,
  );
