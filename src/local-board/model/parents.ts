/** Who lies in whom: frames have children, nodes of mind maps have children, and both sides know of it. */
import type { Draft } from './draft.ts';
import { type FrameData, type ItemData, isPlaced, type MindmapNodeData } from './item.ts';
import { originOf, tidy } from './place.ts';
import { refuse } from './refusal.ts';

export type Parent = FrameData | MindmapNodeData;

export const isParent = (item: ItemData | undefined): item is Parent =>
  item !== undefined && 'childrenIds' in item;

/** Makes `parentId` the item's parent, as its last child; it stays where it lies on the board. */
export function reparent<Item extends ItemData>(draft: Draft, item: Item, parentId: string | null): Item {
  if (item.parentId === parentId) return item;
  const from = originOf(item.parentId, draft.item);
  const old = item.parentId === null ? undefined : draft.item(item.parentId);
  if (isParent(old)) draft.put({ ...old, childrenIds: old.childrenIds.filter((id) => id !== item.id) });
  if (parentId !== null) {
    const parent = draft.needItem(parentId);
    if (!isParent(parent)) refuse('crud', `A ${parent.type} has no children.`);
    draft.put({ ...parent, childrenIds: [...parent.childrenIds, item.id] });
  }
  const to = originOf(parentId, draft.item);
  const place = isPlaced(item)
    ? { x: tidy(from.x + item.x - to.x), y: tidy(from.y + item.y - to.y) }
    : undefined;
  const next = { ...item, parentId, ...place };
  draft.put(next);
  return next;
}

/** Before an item goes: nobody counts it among their children any more. */
export const leaveParent = (draft: Draft, item: ItemData): void => void reparent(draft, item, null);
