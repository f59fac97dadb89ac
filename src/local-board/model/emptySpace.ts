/** A place near a point where a rectangle covers nothing, with a gap to its neighbours. */
import { type Box, overlap } from '../../base/box.ts';

/** Rings searched around the wished place; beyond them lies a place right of everything. */
const mostRings = 40;

export function emptySpace(wished: Box, occupied: readonly Box[], offset: number): Box {
  const grown = occupied.map((box) => ({
    ...box,
    width: box.width + 2 * offset,
    height: box.height + 2 * offset,
  }));
  const isFree = (box: Box) => !grown.some((other) => overlap(box, other));
  if (isFree(wished)) return wished;
  const stepX = (wished.width + offset) / 2;
  const stepY = (wished.height + offset) / 2;
  for (let ring = 1; ring <= mostRings; ring += 1)
    for (const [column, row] of around(ring)) {
      const box = { ...wished, x: wished.x + column * stepX, y: wished.y + row * stepY };
      if (isFree(box)) return box;
    }
  const edge = Math.max(...grown.map((box) => box.x + box.width / 2));
  return { ...wished, x: edge + wished.width / 2 };
}

/** The cells of a square ring, those nearest its axes first, right of the middle before the rest. */
function around(ring: number): readonly (readonly [number, number])[] {
  const cells: [number, number][] = [];
  for (let at = -ring; at <= ring; at += 1) {
    cells.push([ring, at], [-ring, at]);
    if (Math.abs(at) < ring) cells.push([at, ring], [at, -ring]);
  }
  const far = ([column, row]: readonly [number, number]) =>
    column * column + row * row - (column > 0 ? 0.5 : 0);
  return cells.sort((a, b) => far(a) - far(b));
}
