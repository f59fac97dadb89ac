/** Where items lie on the board. Stored positions are relative to the parent frame's top-left corner; these are not. */
import { type Box, bottom, boxAt, holds, left, type Point, right, top } from '../../../base/box.ts';
import { betweenEnds, rotationOf, turned } from '../../model/connectorEnds.ts';
import { type ItemData, isPlaced } from '../../model/item.ts';

/** What is read of a table of items or places here: any Map will do, and so do the tables in shown.ts. */
interface Table<T> {
  get(id: string): T | undefined;
}
export type Items = Table<ItemData>;
export type Places = Table<Box>;

/** The items whose places decide where this one lies. */
export const leansOn = (item: ItemData): readonly string[] =>
  isPlaced(item) ? (item.parentId === null ? [] : [item.parentId]) : [item.start.item, item.end.item];

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

/**
 * A held box (being dragged, or on its way to the server) comes first; a frame's children follow it, and so do those
 * of a mind-map node. Connectors lie between their ends.
 */
export function placeOf(item: ItemData, held: Box | undefined, items: Items, places: Places): Box {
  if (held) return held;
  if (!isPlaced(item)) {
    const end = (id: string) => {
      const [one, place] = [items.get(id), places.get(id)];
      if (!one || !place) return nowhere;
      return 'rotation' in one ? { ...place, rotation: one.rotation } : seen(one, place);
    };
    return betweenEnds(item, end(item.start.item), end(item.end.item));
  }
  const { x, y, width, height } = item;
  const box = item.parentId === null ? undefined : places.get(item.parentId);
  if (!box || item.parentId === null) return { x, y, width, height };
  return items.get(item.parentId)?.type === 'mindmap_node'
    ? { x: box.x + x, y: box.y + y, width, height }
    : { x: left(box) + x, y: top(box) + y, width, height };
}

/** A sticky note's face takes 199 of every 228 dp of its height; its shadow takes the rest (websdk-reference-sticky-note). */
export const faceShare = 199 / 228;

/** What a person sees of an item, for outlines and handles. */
export const seen = (item: ItemData, box: Box): Box =>
  item.type === 'sticky_note'
    ? { ...box, y: box.y - (box.height * (1 - faceShare)) / 2, height: box.height * faceShare }
    : box;

/** The upright box around an item that may be turned. */
function around(item: ItemData, box: Box): Box {
  const rotation = rotationOf(item);
  if (rotation === 0) return seen(item, box);
  const [sin, cos] = [
    Math.abs(Math.sin((rotation * Math.PI) / 180)),
    Math.abs(Math.cos((rotation * Math.PI) / 180)),
  ];
  return { ...box, width: box.width * cos + box.height * sin, height: box.width * sin + box.height * cos };
}

export function seenBoxes(ids: readonly string[], items: Items, places: Places): readonly Box[] {
  return ids.flatMap((id) => {
    const item = items.get(id);
    const box = places.get(id);
    return item && box ? [around(item, box)] : [];
  });
}

/** A place on the board as an item with this parent stores it. */
export function stored(
  box: Box,
  parentId: string | null,
  { items, places }: { readonly items: Items; readonly places: Places },
): { x: number; y: number } {
  const parent = parentId === null ? undefined : places.get(parentId);
  if (!parent || parentId === null) return { x: box.x, y: box.y };
  return items.get(parentId)?.type === 'mindmap_node'
    ? { x: box.x - parent.x, y: box.y - parent.y }
    : { x: box.x - left(parent), y: box.y - top(parent) };
}

export function union(boxes: Iterable<Box>): Box | undefined {
  let [leftmost, topmost] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [rightmost, lowest] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const box of boxes) {
    leftmost = Math.min(leftmost, left(box));
    topmost = Math.min(topmost, top(box));
    rightmost = Math.max(rightmost, right(box));
    lowest = Math.max(lowest, bottom(box));
  }
  return leftmost > rightmost ? undefined : boxAt(leftmost, topmost, rightmost - leftmost, lowest - topmost);
}

/** The ids without those whose frame (or its frame) is among them: moving the frame moves them. */
function withoutFollowers(ids: readonly string[], items: Items): readonly string[] {
  const chosen = new Set(ids);
  return ids.filter((id) => {
    let parent = items.get(id)?.parentId ?? null;
    for (let depth = 0; parent !== null && depth < 50; depth += 1) {
      if (chosen.has(parent)) return false;
      parent = items.get(parent)?.parentId ?? null;
    }
    return true;
  });
}

/** What moves when these are moved: not what follows something else that moves. */
export const movable = (ids: readonly string[], items: Items): readonly string[] =>
  withoutFollowers(
    ids.filter((id) => isPlaced(items.get(id))),
    items,
  );

/** Whether a person sees the item at this point, its turn included. Lines have no body to point at. */
export function covers(item: ItemData, box: Box, point: Point): boolean {
  if (item.type === 'connector' || (item.type === 'unsupported' && item.line)) return false;
  const rotation = rotationOf(item);
  if (rotation === 0) return holds(seen(item, box), point);
  const own = turned({ x: point.x - box.x, y: point.y - box.y }, -rotation);
  return holds(box, { x: box.x + own.x, y: box.y + own.y });
}

/** The item whose centre lies nearest in a direction, for moving about by keyboard. */
export function nearest(
  from: Box,
  direction: { readonly dx: number; readonly dy: number },
  places: Places,
  candidates: readonly string[],
): string | undefined {
  let best: { id: string; cost: number } | undefined;
  for (const id of candidates) {
    const box = places.get(id);
    if (!box) continue;
    const along = (box.x - from.x) * direction.dx + (box.y - from.y) * direction.dy;
    const aside = Math.abs((box.x - from.x) * direction.dy) + Math.abs((box.y - from.y) * direction.dx);
    if (along <= 0.5) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
