/** When two boxes are the same for all that anybody meant. dp. */
import type { Box } from '../base/box.ts';

/** What we gave a board and it gives back may be this far off, since it rounds. */
export const rounding = 2;
/** Between two readings of one board: a smaller difference is nobody's doing. */
export const trace = 0.5;

export const near = (a: number, b: number, slack = rounding): boolean => Math.abs(a - b) <= slack;

export const sameSize = (a: Box, b: Box, slack = rounding): boolean =>
  near(a.width, b.width, slack) && near(a.height, b.height, slack);

export const sameBox = (a: Box, b: Box, slack = rounding): boolean =>
  near(a.x, b.x, slack) && near(a.y, b.y, slack) && sameSize(a, b, slack);
