/**
 * Which items of a board are a sheet's, and where they lie in it. What Miro has made a child of the frame belongs to
 * it; so does what merely lies on it, because pasted and app-made items are not always made children.
 */
import { type Box, bottom, boxAt, holds, left, right, top } from '../base/box.ts';
import type { ItemId } from '../workshop/ids.ts';
import type { BoardItem } from './item.ts';

/** The same item with its box relative to the frame's top-left corner. */
export function itemsInFrame(frame: BoardItem, items: readonly BoardItem[]): readonly BoardItem[] {
  const within = (box: Box): Box => ({ ...box, x: box.x - left(frame.box), y: box.y - top(frame.box) });
  return items.flatMap((item): BoardItem[] => {
    if (item.id === frame.id || item.kind === 'frame') return [];
    if (item.frame === frame.id) return [{ ...item, box: item.local }];
    return item.frame === null && holds(frame.box, item.box) ? [{ ...item, box: within(item.box) }] : [];
  });
}

interface Remembered {
  /** Header items by key. */
  readonly anchors: ReadonlyMap<string, ItemId>;
  /** What lay in the sheet when it was last seen whole, relative to its top-left corner. */
  readonly items: ReadonlyMap<ItemId, { readonly box: Box }>;
}

/**
 * The sheet's items, those too that no longer lie in its frame: a frame made smaller lets go of what is outside, and a
 * header may have been dragged away. Headers are found wherever they are; of the others, what still lies where the
 * sheet once reached. Without them a repair would put doubles beside them.
 */
export function itemsOfDisturbedSheet(
  frame: BoardItem,
  items: readonly BoardItem[],
  { anchors, items: remembered }: Remembered,
): readonly BoardItem[] {
  const boxes = [...remembered.values()].map(({ box }) => box);
  const width = Math.max(frame.box.width, ...boxes.map(right));
  const height = Math.max(frame.box.height, ...boxes.map(bottom));
  const reach = { ...frame, box: boxAt(left(frame.box), top(frame.box), width, height) };
  const headers = new Set(anchors.values());
  const inside = new Set(itemsInFrame(frame, items).map(({ id }) => id));
  const ours = itemsInFrame(reach, items).filter(({ id }) => inside.has(id) || remembered.has(id));
  const there = new Set(ours.map(({ id }) => id));
  const astray = items.filter(({ id, frame }) => frame === null && headers.has(id) && !there.has(id));
  const relative = (box: Box): Box => ({ ...box, x: box.x - left(frame.box), y: box.y - top(frame.box) });
  return [...ours, ...astray.map((item) => ({ ...item, box: relative(item.box) }))];
}
