/**
 * Which boxes lie in a part of the board, without looking at all of them: the board is cut into squares, and each box
 * is kept in the one its centre lies in. Boxes larger than a square (frames, mostly) are few and kept apart.
 */
import { type Box, overlap } from '../../../base/box.ts';

/** Side of a square, dp: some fifty sticky notes lie in one. */
const side = 2048;
const largeSquare = 'large';

export interface Grid {
  put(id: string, box: Box): void;
  drop(id: string): void;
  /** Ids of boxes that overlap this one, in no order. */
  find(part: Box): readonly string[];
}

const squareOf = ({ x, y, width, height }: Box): string =>
  Math.max(width, height) > side ? largeSquare : `${Math.floor(x / side)} ${Math.floor(y / side)}`;

export function createGrid(): Grid {
  const squares = new Map<string, Map<string, Box>>();
  const squareById = new Map<string, string>();

  function drop(id: string): void {
    const name = squareById.get(id);
    const square = name === undefined ? undefined : squares.get(name);
    if (name === undefined || !square) return;
    square.delete(id);
    squareById.delete(id);
    if (square.size === 0) squares.delete(name);
  }

  /** Squares whose boxes may reach into this part: they stick out by half a square at most. */
  function* near(part: Box): Generator<Map<string, Box>> {
    const first = (centre: number, length: number) => Math.floor((centre - length / 2) / side - 0.5);
    const last = (centre: number, length: number) => Math.floor((centre + length / 2) / side + 0.5);
    const [left, right] = [first(part.x, part.width), last(part.x, part.width)];
    const [top, bottom] = [first(part.y, part.height), last(part.y, part.height)];
    // From far away there are more places for squares than squares.
    if ((right - left + 1) * (bottom - top + 1) >= squares.size) return yield* squares.values();
    const large = squares.get(largeSquare);
    if (large) yield large;
    for (let x = left; x <= right; x += 1)
      for (let y = top; y <= bottom; y += 1) {
        const square = squares.get(`${x} ${y}`);
        if (square) yield square;
      }
  }

  return {
    put(id, box) {
      const name = squareOf(box);
      if (squareById.get(id) !== name) drop(id);
      const square = squares.get(name) ?? new Map<string, Box>();
      squares.set(name, square);
      square.set(id, box);
      squareById.set(id, name);
    },
    drop,
    find(part) {
      const found: string[] = [];
      for (const square of near(part)) for (const [id, box] of square) if (overlap(box, part)) found.push(id);
      return found;
    },
  };
}
