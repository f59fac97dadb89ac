/**
 * A piece of a sheet: one thing that a drop puts on the board, and the key it is known by. Keys stay the same from
 * version to version, because records on boards name them.
 */
import type { Box } from '../base/box.ts';
import type { ColumnId, LaneId } from './ids.ts';
import type { StickyColour } from './stickyColour.ts';

export interface PieceText {
  /** Font size in dp. */
  readonly size: number;
  readonly bold?: boolean;
  /** Hex. */
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** Boxes are in dp, centred, relative to the frame's top-left corner. */
export type Appearance =
  | { readonly kind: 'sticky'; readonly box: Box; readonly text: string; readonly colour: StickyColour }
  | {
      readonly kind: 'text';
      readonly box: Box;
      readonly text: string;
      readonly look: PieceText;
      readonly link?: string;
    }
  | {
      readonly kind: 'shape';
      readonly box: Box;
      readonly text: string;
      readonly look: PieceText;
      readonly shape: 'rectangle' | 'round_rectangle';
      readonly fill: string;
      readonly border?: string;
      readonly verticalAlign?: 'top' | 'middle' | 'bottom';
    };

export interface Piece {
  readonly key: string;
  readonly appearance: Appearance;
}

export const frameKey = 'frame';
export const titleKey = 'title';
export const subtitleKey = 'subtitle';
export const howKey = 'how';
export const sourceKey = 'source';
export const columnKey = (column: ColumnId): string => `column:${column}`;
export const meaningKey = (column: ColumnId): string => `meaning:${column}`;
export const laneKey = (lane: LaneId): string => `lane:${lane}`;
export const promptKey = (lane: LaneId): string => `prompt:${lane}`;
export const blankKey = (lane: LaneId, index: number): string => `blank:${lane}:${index}`;

/** Whether the borders between lanes are read from this piece, so that its item's id is kept on record. */
export const isBorderKey = (key: string): boolean => key.startsWith('column:') || key.startsWith('lane:');
