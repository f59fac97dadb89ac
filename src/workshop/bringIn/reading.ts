/** What a source was read as: lines, a question, or what is wrong with it. */
import type { QuoteProblem } from '../ladder/readTable.ts';
import type { LaneName } from './laneNames.ts';
import type { BroughtLine } from './line.ts';

export interface TextColumn {
  /** From 0. */
  readonly index: number;
  /** Its heading, or what stands in it first. */
  readonly title: string;
}

export type SourceProblem =
  | QuoteProblem
  | { readonly kind: 'too-long'; readonly most: number }
  /** A picture, a workbook, anything but text. */
  | { readonly kind: 'not-text' };

export type SourceRead =
  | {
      readonly kind: 'lines';
      readonly lines: readonly BroughtLine[];
      /** Lines that name what stands below them, and are no notes themselves. */
      readonly headings: readonly string[];
      /** The columns to choose from, and the one that is read; none for a list. */
      readonly columns: readonly TextColumn[];
      readonly column: number | null;
    }
  /** Which column has the words? */
  | { readonly kind: 'ask'; readonly columns: readonly TextColumn[] };

export interface SourceOptions {
  readonly names: readonly LaneName[];
  /** A file that is called so is a table, whatever it looks like. */
  readonly isTable?: boolean;
  /** The answer to what was asked. */
  readonly column?: number | null;
}
