/** Where a connector's ends touch their items. Pure geometry: the board page draws from it, the model measures with it. */
import { type Box, boxAt, type Point } from '../../base/box.ts';
import type { ConnectorData, ConnectorEnd } from './item.ts';

export type Side = 'top' | 'left' | 'bottom' | 'right';

/** As shares of the item's box. */
const anchors: { readonly [Name in Side]: Point } = {
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

export interface Touch extends Point {
  /** The side on which the line leaves the item. */
  readonly side: Side;
}

/** Both ends on the board. Unit: dp. */
export function touches(
  { start, end }: Pick<ConnectorData, 'start' | 'end'>,
  from: Box,
  to: Box,
): { readonly start: Touch; readonly end: Touch } {
  const touch = ({ position, snapTo }: ConnectorEnd, box: Box, other: Box): Touch => {
    const side = snapTo ?? (position ? nearestSide(position) : facing(box, other));
    const at = position ?? anchors[side];
    return {
      side,
      x: box.x + (at.x - 0.5) * box.width,
      y: box.y + (at.y - 0.5) * box.height,
    };
  };
  return { start: touch(start, from, to), end: touch(end, to, from) };
}

/** The box between the two ends; the line itself may bulge a little beyond it. */
export function betweenEnds(connector: Pick<ConnectorData, 'start' | 'end'>, from: Box, to: Box): Box {
  const { start, end } = touches(connector, from, to);
  return boxAt(
    Math.min(start.x, end.x),
    Math.min(start.y, end.y),
    Math.abs(start.x - end.x),
    Math.abs(start.y - end.y),
  );
}
