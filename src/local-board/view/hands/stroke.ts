/** Points of the board as a freehand line in its own box, as the model keeps it. */
import type { Point } from '../../../base/box.ts';
import { numbersPerLine } from '../../model/limits.ts';

export interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** From 0 to 1 of the box: x, y, x, y, … */
  readonly line: readonly number[];
}

/** Points of the board as a line in its own box, with every second point left out as often as the limit asks. */
export function strokeOf(points: readonly Point[]): Stroke {
  let kept = points;
  while (kept.length * 2 > numbersPerLine)
    kept = kept.filter((_, index) => index % 2 === 0 || index === kept.length - 1);
  const [xs, ys] = [kept.map(({ x }) => x), kept.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  // A straight line has no height, but an item has.
  const width = Math.max(1, Math.max(...xs) - left);
  const height = Math.max(1, Math.max(...ys) - top);
  const share = (value: number) => Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000));
  return {
    x: left + width / 2,
    y: top + height / 2,
    width,
    height,
    line: kept.flatMap(({ x, y }) => [share((x - left) / width), share((y - top) / height)]),
  };
}
