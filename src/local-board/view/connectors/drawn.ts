/** A connector as it lies on the board now: its ends on what a person sees of the items, and the line between them. */
import type { Point } from '../../../base/box.ts';
import { type Touch, touches } from '../../model/connectorEnds.ts';
import type { ConnectorData } from '../../model/item.ts';
import { type Items, type Places, seen } from '../state/places.ts';
import { type Cap, capOf, capScale } from './caps.ts';
import { type Line, lineOf } from './line.ts';

export interface Drawn {
  readonly start: Touch;
  readonly end: Touch;
  /** From item to item. */
  readonly line: Line;
  /** What is stroked: it ends where a cap begins. */
  readonly path: string;
  readonly startCap: Cap | undefined;
  readonly endCap: Cap | undefined;
}

const pulled = (touch: Touch, angle: number, far: number): Touch => ({
  ...touch,
  x: touch.x + Math.cos((angle * Math.PI) / 180) * far,
  y: touch.y + Math.sin((angle * Math.PI) / 180) * far,
});

export function endsOf(
  connector: Pick<ConnectorData, 'start' | 'end'>,
  items: Items,
  places: Places,
): { readonly start: Touch; readonly end: Touch } | undefined {
  const boxOf = (id: string) => {
    const [item, box] = [items.get(id), places.get(id)];
    if (!item || !box) return undefined;
    return 'rotation' in item ? { ...box, rotation: item.rotation } : seen(item, box);
  };
  const [from, to] = [boxOf(connector.start.item), boxOf(connector.end.item)];
  return from && to && touches(connector, from, to);
}

/** Undefined while one of its items is not there. */
export function drawnOf(connector: ConnectorData, items: Items, places: Places): Drawn | undefined {
  const ends = endsOf(connector, items, places);
  if (!ends) return undefined;
  const { start, end } = ends;
  const { startStrokeCap, endStrokeCap, strokeWidth } = connector.style;
  const line = lineOf(connector.shape, start, end);
  const [startCap, endCap] = [capOf(startStrokeCap), capOf(endStrokeCap)];
  const scale = capScale(strokeWidth);
  const room = Math.hypot(end.x - start.x, end.y - start.y) / 2;
  const pull = (cap: Cap | undefined) => Math.min((cap?.back ?? 0) * scale, room);
  const { path } = lineOf(
    connector.shape,
    pulled(start, line.startAngle, pull(startCap)),
    pulled(end, line.endAngle, pull(endCap)),
  );
  return { start, end, line, path, startCap, endCap };
}

/** Which caption is meant by a point of the board: one that lies near it, or else a new one there. */
export function captionAt(
  connector: ConnectorData,
  line: Line,
  point: Point,
): { readonly index: number; readonly position: number } {
  const { share } = line.nearest(point);
  const near = connector.captions.findIndex(({ position }) => Math.abs(position - share) < 0.12);
  return near >= 0
    ? { index: near, position: connector.captions[near]?.position ?? share }
    : { index: connector.captions.length, position: Math.round(share * 100) / 100 };
}
