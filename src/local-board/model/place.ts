/**
 * Where an item lies on the board. A frame's child keeps x, y as its centre measured from the frame's top-left
 * corner, so the board position adds the corners of every frame it lies in:
 *
 *   frame.x − frame.width / 2 + child.x
 *
 * A child of a mind-map node is measured from the node's centre. A connector lies between its ends.
 */
import type { Box, Point } from '../../base/box.ts';
import { contains, holds } from '../../base/box.ts';
import { betweenEnds } from './connectorEnds.ts';
import { type ItemData, isPlaced } from './item.ts';

/** What counts as inside a frame: the item's centre, or its whole box. The reference leaves it open. */
export type Inside = 'centre' | 'whole';

type Find = (id: string) => ItemData | undefined;

/** Where the parent's children are measured from, or the board's centre. */
export function originOf(parentId: string | null, find: Find): Point {
  let x = 0;
  let y = 0;
  let parent = parentId === null ? undefined : find(parentId);
  while (isPlaced(parent)) {
    const corner = parent.type !== 'mindmap_node';
    x += parent.x - (corner ? parent.width / 2 : 0);
    y += parent.y - (corner ? parent.height / 2 : 0);
    parent = parent.parentId === null ? undefined : find(parent.parentId);
  }
  return { x, y };
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 };

export function boxOnBoard(item: ItemData, find: Find): Box {
  if (!isPlaced(item)) {
    const [start, end] = [find(item.start.item), find(item.end.item)];
    // Ends are items with a place (createConnector sees to it), so this goes one step deep only.
    if (!isPlaced(start) || !isPlaced(end)) return nowhere;
    return betweenEnds(item, boxOnBoard(start, find), boxOnBoard(end, find));
  }
  const origin = originOf(item.parentId, find);
  return { x: origin.x + item.x, y: origin.y + item.y, width: item.width, height: item.height };
}

/** Rounding keeps a position that went there and back equal to itself in the last visible digit. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Sums of fractions are off in their last digits; nobody sees a hundredth of a dp. */
const tolerance = 0.01;

export function isInside(frame: Box, item: Box, inside: Inside): boolean {
  const grown = { ...frame, width: frame.width + 2 * tolerance, height: frame.height + 2 * tolerance };
  return inside === 'centre' ? holds(grown, item) : contains(grown, item);
}

/** Whether `id` is `ancestor` or lies somewhere within it. */
export function within(id: string, ancestor: string, find: Find): boolean {
  for (let at: string | null | undefined = id; at; at = find(at)?.parentId) if (at === ancestor) return true;
  return false;
}
