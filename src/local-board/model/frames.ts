/** Frames and their children: taking in, letting go, and what happens when either is moved, resized or removed. */
import type { Box } from '../../base/box.ts';
import type { Draft } from './draft.ts';
import { type FrameData, type ItemData, isPlaced } from './item.ts';
import { reparent } from './parents.ts';
import { boxOnBoard, type Inside, isInside, tidy, within } from './place.ts';
import { refuse } from './refusal.ts';

function frameOf(draft: Draft, id: string): FrameData {
  const frame = draft.item(id);
  if (frame?.type !== 'frame') refuse('unknown-id', `Frame not found: ${id}.`);
  return frame;
}

export function addToFrame(draft: Draft, frameId: string, itemId: string, inside: Inside): ItemData {
  const frame = frameOf(draft, frameId);
  const item = draft.item(itemId);
  if (!item) refuse('crud', `Cannot add to the frame: item ${itemId} does not exist.`);
  if (item.parentId === frameId) return item;
  if (item.parentId !== null)
    refuse('crud', `Cannot add item ${itemId} to the frame: it is in another frame. Remove it there first.`);
  if (within(frameId, itemId, draft.item)) refuse('crud', 'Cannot add a frame to itself.');
  if (!isInside(boxOnBoard(frame, draft.item), boxOnBoard(item, draft.item), inside))
    refuse('crud', `Cannot add item ${itemId} to the frame: it lies outside the frame ${frameId}.`);
  return reparent(draft, item, frameId);
}

export function removeFromFrame(draft: Draft, frameId: string, itemId: string): ItemData {
  frameOf(draft, frameId);
  const item = draft.item(itemId);
  if (!item) refuse('crud', `Cannot remove from the frame: item ${itemId} does not exist.`);
  if (item.parentId !== frameId)
    refuse('crud', `Cannot remove item ${itemId} from the frame: it is not its child.`);
  return reparent(draft, item, null);
}

/**
 * A frame that changed its size keeps its children where they lie. By an app, a child that would fall outside
 * refuses the whole change (documented); by a hand it is let go.
 */
export function resizeFrame(
  draft: Draft,
  before: FrameData,
  after: FrameData,
  by: 'hand' | 'app',
  inside: Inside,
) {
  const grown = { x: (after.width - before.width) / 2, y: (after.height - before.height) / 2 };
  // Whoever drags or sets one edge moves the centre too, while nothing inside may move. Of an app that sets size and
  // place in one go Miro says nothing; only so can it grow a frame downwards and shrink it again.
  const shift = { x: grown.x - (after.x - before.x), y: grown.y - (after.y - before.y) };
  draft.put(after);
  for (const id of before.childrenIds) {
    const child = draft.needItem(id);
    if (!isPlaced(child)) continue;
    const kept = { ...child, x: tidy(child.x + shift.x), y: tidy(child.y + shift.y) };
    const local: Box = { x: after.width / 2, y: after.height / 2, width: after.width, height: after.height };
    const was: Box = {
      x: before.width / 2,
      y: before.height / 2,
      width: before.width,
      height: before.height,
    };
    draft.put(kept);
    if (isInside(local, kept, inside) || !isInside(was, child, inside)) continue;
    if (by === 'app')
      refuse('crud', `Cannot resize the frame ${before.id}: a child (${id}) would lie outside.`);
    reparent(draft, kept, null);
  }
}

/** Removing a frame removes no children: they stay where they lie. */
export function emptyFrame(draft: Draft, frame: FrameData): void {
  for (const id of frame.childrenIds) {
    const child = draft.item(id);
    if (child) reparent(draft, child, frame.parentId);
  }
}

/** The topmost frame that takes this item in, where a hand let it go. Frames are not put into frames by hand. */
export function settle(draft: Draft, id: string, inside: Inside): void {
  const item = draft.item(id);
  // A connector lies where its ends lie, and a node below another where that one does.
  if (!isPlaced(item) || item.type === 'frame') return;
  if (item.type === 'mindmap_node' && !item.isRoot) return;
  const box = boxOnBoard(item, draft.item);
  const parent = item.parentId === null ? undefined : draft.item(item.parentId);
  if (parent && isInside(boxOnBoard(parent, draft.item), box, inside)) return;
  let found: FrameData | undefined;
  for (const frame of draft.allItems())
    if (
      frame.type === 'frame' &&
      isInside(boxOnBoard(frame, draft.item), box, inside) &&
      (!found || draft.layer(frame.id) >= draft.layer(found.id))
    )
      found = frame;
  reparent(draft, item, found?.id ?? null);
}
