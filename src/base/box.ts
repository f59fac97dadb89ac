/**
 * Rectangles the way Miro gives them: `x`, `y` is the CENTRE, x grows to the right and y downwards.
 * Unit: dp, Miro's board unit.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export const left = (box: Box): number => box.x - box.width / 2;
export const right = (box: Box): number => box.x + box.width / 2;
export const top = (box: Box): number => box.y - box.height / 2;
export const bottom = (box: Box): number => box.y + box.height / 2;

/** A box from its top-left corner. */
export const boxAt = (leftEdge: number, topEdge: number, width: number, height: number): Box => ({
  x: leftEdge + width / 2,
  y: topEdge + height / 2,
  width,
  height,
});

export const moved = <B extends Point>(box: B, dx: number, dy: number): B => ({
  ...box,
  x: box.x + dx,
  y: box.y + dy,
});

export const overlap = (a: Box, b: Box): boolean =>
  left(a) < right(b) && left(b) < right(a) && top(a) < bottom(b) && top(b) < bottom(a);

/** Whether `inner` lies wholly inside `outer`; touching edges count as inside. */
export const contains = (outer: Box, inner: Box): boolean =>
  left(outer) <= left(inner) &&
  right(inner) <= right(outer) &&
  top(outer) <= top(inner) &&
  bottom(inner) <= bottom(outer);

export const holds = (box: Box, point: Point): boolean =>
  left(box) <= point.x && point.x <= right(box) && top(box) <= point.y && point.y <= bottom(box);
