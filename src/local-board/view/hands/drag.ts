/** What one kind of drag does. It is made when the pointer goes down and told when it moves; points are in dp. */
import type { Point } from '../../../base/box.ts';

export interface Drag {
  move(from: Point, to: Point, event: PointerEvent): void;
  /** Let go, after having moved. */
  end(): void;
  cancel(): void;
}

/** The board pans, or nothing happens. */
export const nothing: Drag = { move() {}, end() {}, cancel() {} };
