/** What can be wrong with a ladder that somebody pastes, and where in their text. */
import type { QuoteProblem } from './readTable.ts';

/** Columns are named where the table is turned: there each holds a level. Both count from 1. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
}

export type PasteProblem =
  | QuoteProblem
  /** The whole text (UTF-16 units). */
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'no-levels' }
  | { readonly kind: 'too-many'; readonly what: 'levels' | 'dimensions'; readonly most: number }
  | ({ readonly kind: 'no-title' } & Place)
  /** More cells than the heading has columns: mostly a separator inside a text without quotes. */
  | ({ readonly kind: 'too-wide'; readonly cells: number; readonly columns: number } & Place)
  | ({ readonly kind: 'no-heading'; readonly cell: string } & Place)
  | ({ readonly kind: 'level-twice' | 'dimension-twice'; readonly title: string } & Place)
  | ({ readonly kind: 'no-path'; readonly words: string } & Place)
  | ({
      readonly kind: 'text-too-long';
      readonly start: string;
      readonly length: number;
      readonly most: number;
    } & Place);
