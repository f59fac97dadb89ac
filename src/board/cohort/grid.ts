/**
 * Where the sheets of a session go: in rows, so that the whole is about as wide as a screen, below an overview.
 *
 *   ┌ overview ────────┐
 *   └──────────────────┘
 *   ┌ sheet ┐ ┌ sheet ┐ ┌ sheet ┐
 *   └───────┘ └───────┘ └───────┘
 *   ┌ sheet ┐ ┌ sheet ┐ ┌ sheet ┐
 *
 * Every place is as large as the largest sheet. Once the first sheet stands the grid is kept, so that sheets added later
 * or after a closed tab go into the places after it. Pure geometry in dp.
 */
import { type Box, boxAt, type Point } from '../../base/box.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Grid {
  /** How many sheets stand side by side. */
  readonly across: number;
  /** Of one sheet. */
  readonly cell: Size;
  /** Height of the overview above. */
  readonly head: number;
}

/** A grid on the board; `corner`: the top-left one of it all, in board coordinates. */
export interface Spot extends Grid {
  readonly corner: Point;
}

/** Between sheets: enough for a sheet to grow downwards by a row of notes, and to tell them apart from afar. */
export const gap = 600;
/** A laptop's screen; only the ratio matters. */
const ratio = 1440 / 900;

export function gridFor(
  count: number,
  cell: Size,
  head: number,
): { readonly grid: Grid; readonly size: Size } {
  const sizes = Array.from({ length: Math.max(1, count) }, (_, at) => {
    const across = at + 1;
    const rows = Math.ceil(Math.max(1, count) / across);
    const width = across * (cell.width + gap) - gap;
    const height = head + gap + rows * (cell.height + gap) - gap;
    return { across, size: { width, height } };
  });
  const off = ({ size }: (typeof sizes)[number]): number =>
    Math.abs(Math.log(size.width / size.height / ratio));
  const best = sizes.reduce((a, b) => (off(b) < off(a) ? b : a));
  return { grid: { across: best.across, cell, head }, size: best.size };
}

/** The sheet stands at the top left of its place. */
export function placeOf({ across, cell, head, corner }: Spot, number: number, sheet: Size): Box {
  const [column, row] = [number % across, Math.floor(number / across)];
  return boxAt(
    corner.x + column * (cell.width + gap),
    corner.y + head + gap + row * (cell.height + gap),
    sheet.width,
    sheet.height,
  );
}
