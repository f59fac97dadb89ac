/** The pieces that a column's heading and a lane consist of, and how high they must be. */
import { type Box, boxAt } from '../base/box.ts';
import { type Column, type Lane, noteColour } from './lens.ts';
import { ink, shades, white } from './palette.ts';
import { type Appearance, blankKey, columnKey, laneKey, meaningKey, type Piece, promptKey } from './piece.ts';
import { promptText, type Writing } from './sheetWords.ts';
import { noteGap, noteSize, notesPerLane } from './spacing.ts';
import type { Type } from './textSize.ts';
import { shapeHeight, type } from './typography.ts';

/** Where something starts, and how wide it is. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export interface LaneSizes {
  readonly header: number;
  readonly prompt: number;
}

const isSide = (lane: Lane): boolean => lane.pillar === null;
const laneType = (lane: Lane): Type => (isSide(lane) ? type.side : type.lane);
const largest = (values: readonly number[]): number => Math.max(0, ...values);

/** Sizes for lanes in one row, so that they line up. */
export const laneSizes = (
  lanes: readonly Lane[],
  widthOf: (lane: Lane) => number,
  writing: Writing,
): LaneSizes => ({
  header: largest(lanes.map((lane) => shapeHeight(lane.title, widthOf(lane), laneType(lane)))),
  prompt: largest(lanes.map((lane) => shapeHeight(promptText(lane, writing), widthOf(lane), type.prompt))),
});

export interface HeadingSizes {
  readonly title: number;
  readonly meaning: number;
}

export const headerHeight = (
  columns: readonly { readonly column: Column; readonly width: number }[],
): HeadingSizes => ({
  title: largest(columns.map(({ column, width }) => shapeHeight(column.title, width, type.column))),
  meaning: largest(columns.map(({ column, width }) => shapeHeight(column.meaning, width, type.meaning))),
});

/** A bar with a title, and below it, touching, a paler one with running text: together they read as one card. */
const bar = (
  box: Box,
  text: string,
  fill: string,
  look: Type & { colour: string },
  verticalAlign: 'top' | 'middle' = 'middle',
): Appearance => ({
  kind: 'shape',
  box,
  text,
  shape: 'rectangle',
  fill,
  border: fill,
  verticalAlign,
  look: { ...look, align: 'left' },
});

const running = (box: Box, text: string, fill: string, look: Type): Appearance =>
  bar(box, text, fill, { ...look, colour: ink }, 'top');

export function columnPieces(column: Column, { left, top, width }: Place, sizes: HeadingSizes): Piece[] {
  const { solid, pale } = shades[column.colour];
  const title = boxAt(left, top, width, sizes.title);
  const meaning = boxAt(left, top + sizes.title, width, sizes.meaning);
  return [
    {
      key: columnKey(column.id),
      appearance: bar(title, column.title, solid, { ...type.column, colour: white }),
    },
    { key: meaningKey(column.id), appearance: running(meaning, column.meaning, pale, type.meaning) },
  ];
}

/** Header, prompt and waiting blank stickies; `fit` is how many lie side by side. */
export function lanePieces(
  lane: Lane,
  { left, top, width }: Place,
  sizes: LaneSizes,
  options: { readonly blanksPerLane: number; readonly writing: Writing },
  fit: number,
): Piece[] {
  const { solid, soft, pale } = shades[lane.colour];
  const header = boxAt(left, top, width, sizes.header);
  const prompt = boxAt(left, top + sizes.header, width, sizes.prompt);
  const blanks = options.writing === 'panel' ? 0 : Math.min(options.blanksPerLane, notesPerLane);
  const notesTop = top + sizes.header + sizes.prompt + noteGap;
  const notes = Array.from({ length: blanks }, (_, index): Piece => {
    const noteLeft = left + noteGap + (index % fit) * (noteSize.width + noteGap);
    const noteTop = notesTop + Math.floor(index / fit) * (noteSize.height + noteGap);
    const box = boxAt(noteLeft, noteTop, noteSize.width, noteSize.height);
    return {
      key: blankKey(lane.id, index),
      appearance: { kind: 'sticky', box, text: '', colour: noteColour(lane) },
    };
  });
  const [fill, colour] = isSide(lane) ? [solid, white] : [soft, ink];
  return [
    { key: laneKey(lane.id), appearance: bar(header, lane.title, fill, { ...laneType(lane), colour }) },
    {
      key: promptKey(lane.id),
      appearance: running(prompt, promptText(lane, options.writing), pale, type.prompt),
    },
    ...notes,
  ];
}
