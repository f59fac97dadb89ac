/**
 * Which items of a board are a sheet's, and where they lie in it. What Miro has made a child of the frame belongs to
 * it; so does what merely lies on it, because pasted and app-made items are not always made children.
 */
import { type Box, holds, left, top } from '../base/box.ts';
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
