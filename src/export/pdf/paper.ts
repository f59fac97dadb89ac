/** Paper and margins in points: 23 mm at the sides, 22 mm above and below, as in Word. */
import type { Paper } from '../choice.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const sizes: Readonly<Record<Paper, readonly [number, number]>> = {
  a4: [595.28, 841.89],
  letter: [612, 792],
};

const side = 65.2;
const end = 62.4;

/** `right` and `bottom` are where the text ends. */
export function pageOf(paper: Paper): PageSize {
  const [width, height] = sizes[paper];
  return { width, height, left: side, right: width - side, top: end, bottom: height - end };
}
