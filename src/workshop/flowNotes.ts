/** Things laid side by side in rows, in the order they come, as notes are in a lane. Pure geometry, dp. */
import { type Box, boxAt } from '../base/box.ts';
import { noteGap } from './spacing.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Flow {
  /** Relative to the top-left corner of the room. */
  readonly boxes: readonly Box[];
  /** With the gaps above and below. */
  readonly height: number;
}

/** What is wider than the room stands in a row of its own and sticks out to the right. */
export function flow(sizes: readonly Size[], width: number): Flow {
  const boxes: Box[] = [];
  let x = noteGap;
  let y = noteGap;
  let row = 0;
  for (const size of sizes) {
    if (x > noteGap && x + size.width + noteGap > width) {
      x = noteGap;
      y += row + noteGap;
      row = 0;
    }
    boxes.push(boxAt(x, y, size.width, size.height));
    x += size.width + noteGap;
    row = Math.max(row, size.height);
  }
  return { boxes, height: sizes.length > 0 ? y + row + noteGap : 0 };
}

export const widest = (sizes: readonly Size[]): number =>
  sizes.reduce((most, { width }) => Math.max(most, width + 2 * noteGap), 0);
