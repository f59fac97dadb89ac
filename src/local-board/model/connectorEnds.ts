/** Where a connector's ends touch their items. Pure geometry: the board page draws from it, the model measures with it. */
import { type Box, boxAt, type Point } from '../../base/box.ts';
import type { ConnectorData, ConnectorEnd, ItemData } from './item.ts';

export type Side = 'top' | 'left' | 'bottom' | 'right';

/** As shares of the item's box. */
export const anchors: { readonly [Name in Side]: Point } = {
  top: { x: 0.5, y: 0 },
  left: { x: 0, y: 0.5 },
  bottom: { x: 0.5, y: 1 },
  right: { x: 1, y: 0.5 },
};

/** The side that looks towards the other item. */
function facing(box: Box, other: Point): Side {
  const dx = (other.x - box.x) / Math.max(box.width, 1);
  const dy = (other.y - box.y) / Math.max(box.height, 1);
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 'right' : 'left';
  return dy >= 0 ? 'bottom' : 'top';
}

/** The side nearest to a point of the box, along which a line leaves it. */
function nearestSide({ x, y }: Point): Side {
  const away = { left: x, right: 1 - x, top: y, bottom: 1 - y };
  const least = Math.min(...Object.values(away));
  return (Object.keys(away) as Side[]).find((side) => away[side] === least) ?? 'right';
}

/** A box as it lies on the board. */
export interface Turned extends Box {
  /** Degrees, clockwise around its centre. */
  readonly rotation?: number;
}

const quarters: readonly Side[] = ['right', 'bottom', 'left', 'top'];

/** A point turned around (0, 0). */
export function turned({ x, y }: Point, degrees: number): Point {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** Of the kinds that can be turned. */
export const rotationOf = (item: ItemData): number => ('rotation' in item ? item.rotation : 0);

/** The side of the board that an item's side looks to once the item is turned. */
const sideAfter = (side: Side, degrees: number): Side =>
  quarters[(((quarters.indexOf(side) + Math.round(degrees / 90)) % 4) + 4) % 4] ?? side;

export interface Touch extends Point {
  /** The side on which the line leaves the item. */
  readonly side: Side;
}

/** Both ends on the board. Unit: dp. */
export function touches(
  { start, end }: Pick<ConnectorData, 'start' | 'end'>,
  from: Turned,
  to: Turned,
): { readonly start: Touch; readonly end: Touch } {
  const touch = ({ position, snapTo }: ConnectorEnd, box: Turned, other: Box): Touch => {
    const { rotation = 0 } = box;
    const away = turned({ x: other.x - box.x, y: other.y - box.y }, -rotation);
    const side =
      snapTo ?? (position ? nearestSide(position) : facing(box, { x: box.x + away.x, y: box.y + away.y }));
    const share = position ?? anchors[side];
    const at = turned({ x: (share.x - 0.5) * box.width, y: (share.y - 0.5) * box.height }, rotation);
    return { side: sideAfter(side, rotation), x: box.x + at.x, y: box.y + at.y };
  };
  return { start: touch(start, from, to), end: touch(end, to, from) };
}

/** The box between the two ends; the line itself may bulge a little beyond it. */
export function betweenEnds(connector: Pick<ConnectorData, 'start' | 'end'>, from: Turned, to: Turned): Box {
  const { start, end } = touches(connector, from, to);
  return boxAt(
    Math.min(start.x, end.x),
    Math.min(start.y, end.y),
    Math.abs(start.x - end.x),
    Math.abs(start.y - end.y),
  );
}
