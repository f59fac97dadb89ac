/** Moving things in a list whose order is a number each: as few numbers change as can be, so that two who move at once seldom meet. */

export interface Ordered {
  readonly id: string;
  readonly order: number;
}

/**
 * New numbers for what has to change so that `id` comes to stand at `place` (from 0) among the others, which stand in
 * their order. Mostly one; all of them where two numbers are the same or too close together.
 */
export function moved(others: readonly Ordered[], id: string, place: number): readonly Ordered[] {
  const [before, after] = [others[place - 1]?.order, others[place]?.order];
  const order = between(before, after);
  if (order !== null) return [{ id, order }];
  const ids = others.map((one) => one.id);
  return [...ids.slice(0, place), id, ...ids.slice(place)].map((one, at) => ({ id: one, order: at }));
}

function between(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined && after === undefined) return 0;
  if (before === undefined) return (after ?? 0) - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : null;
}
