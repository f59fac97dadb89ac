/**
 * A free place beside something on the board, as near as can be: to its right, its left, below it or above it, moved on
 * past whatever lies there. Pure geometry in dp, board coordinates.
 */
import { type Box, bottom, boxAt, left, overlap, right, top } from '../../base/box.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between what stands beside each other. */
export const besideGap = 240;

const grown = (box: Box): Box => ({
  ...box,
  width: box.width + 2 * besideGap,
  height: box.height + 2 * besideGap,
});

type Way = 'right' | 'left' | 'below' | 'above';

function start(way: Way, by: Box, { width, height }: Size): Box {
  switch (way) {
    case 'right':
      return boxAt(right(by) + besideGap, top(by), width, height);
    case 'left':
      return boxAt(left(by) - besideGap - width, top(by), width, height);
    case 'below':
      return boxAt(left(by), bottom(by) + besideGap, width, height);
    case 'above':
      return boxAt(left(by), top(by) - besideGap - height, width, height);
  }
}

/** Just past what is in the way, on a whole dp so that no rounding brings it back. */
function past(way: Way, box: Box, hit: readonly Box[]): Box {
  const { width, height } = box;
  switch (way) {
    case 'right':
      return boxAt(Math.ceil(Math.max(...hit.map(right)) + besideGap), top(box), width, height);
    case 'left':
      return boxAt(Math.floor(Math.min(...hit.map(left)) - besideGap - width), top(box), width, height);
    case 'below':
      return boxAt(left(box), Math.ceil(Math.max(...hit.map(bottom)) + besideGap), width, height);
    case 'above':
      return boxAt(left(box), Math.floor(Math.min(...hit.map(top)) - besideGap - height), width, height);
  }
}

function along(
  way: Way,
  by: Box,
  size: Size,
  others: readonly Box[],
): { readonly box: Box; readonly far: number } {
  const first = start(way, by, size);
  let box = first;
  // Each turn passes at least one thing for good, so it ends.
  for (let turn = 0; turn <= others.length; turn += 1) {
    const room = grown(box);
    const hit = others.filter((other) => overlap(room, other));
    if (hit.length === 0) break;
    box = past(way, box, hit);
  }
  return { box, far: Math.abs(box.x - first.x) + Math.abs(box.y - first.y) };
}

/** `others`: all that must not be covered, `by` aside. Where two are as near, the right before the left and so on. */
export function placeBeside(by: Box, size: Size, others: readonly Box[]): Box {
  const ways = (['right', 'left', 'below', 'above'] as const).map((way) => along(way, by, size, others));
  return ways.reduce((best, next) => (next.far < best.far ? next : best)).box;
}
