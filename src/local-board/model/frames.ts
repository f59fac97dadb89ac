/** Frames and their children: taking in, letting go, and what happens when either is moved, resized or removed. */
import { type Box, boxAt } from '../../base/box.ts';
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

/** The item, or a group's items, which are taken in and let go together. */
function itemsOf(draft: Draft, id: string, what: string): readonly ItemData[] {
  const item = draft.item(id);
  const items = item ? [item] : draft.membersOf(id);
  return items.length > 0 ? items : refuse('crud', `${what}: item ${id} does not exist.`);
}

/** Takes in an item, or a group that fits as a whole (frame page). */
export function addToFrame(draft: Draft, frameId: string, id: string, inside: Inside): void {
  const frame = frameOf(draft, frameId);
  const items = itemsOf(draft, id, 'Cannot add to the frame');
  for (const item of items) {
    if (item.parentId !== null && item.parentId !== frameId)
      refuse(
        'crud',
        `Cannot add item ${item.id} to the frame: it is in another frame. Remove it there first.`,
      );
    if (within(frameId, item.id, draft.item)) refuse('crud', 'Cannot add a frame to itself.');
  }
  if (items.every(({ parentId }) => parentId === frameId)) return;
  if (!isInside(boxOnBoard(frame, draft.item), boxAround(draft, items), inside))
    refuse('crud', `Cannot add item ${id} to the frame: it lies outside the frame ${frameId}.`);
  for (const item of items) reparent(draft, item, frameId);
}

export function removeFromFrame(draft: Draft, frameId: string, id: string): void {
  frameOf(draft, frameId);
  const items = itemsOf(draft, id, 'Cannot remove from the frame');
  for (const item of items)
    if (item.parentId !== frameId)
      refuse('crud', `Cannot remove item ${item.id} from the frame: it is not its child.`);
  for (const item of items) reparent(draft, item, null);
}

/** Makes these its children, and no others; as adding and removing them one by one would, in this order. */
export function setChildren(draft: Draft, frameId: string, ids: readonly string[], inside: Inside): void {
  for (const id of frameOf(draft, frameId).childrenIds)
    if (!ids.includes(id)) removeFromFrame(draft, frameId, id);
  for (const id of ids) addToFrame(draft, frameId, id, inside);
  const frame = frameOf(draft, frameId);
  const known = new Set(frame.childrenIds);
  const childrenIds = [...new Set(ids)].filter((id) => known.has(id));
  if (childrenIds.length === known.size) draft.put({ ...frame, childrenIds });
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

/**
 * A hand let these go: the topmost frame that holds one takes it in, a group as a whole. Frames are not put into
 * frames by hand; a connector lies where its ends lie, and a node below another where that one does.
 */
export function settle(draft: Draft, ids: readonly string[], inside: Inside): void {
  const frames = draft.frames();
  const done = new Set<string>();
  for (const id of ids) {
    const item = draft.item(id);
    if (!item || done.has(id)) continue;
    const mates = item.groupId === undefined ? [item] : draft.membersOf(item.groupId);
    for (const mate of mates) done.add(mate.id);
    const moving = mates.filter(settles);
    const [first] = moving;
    if (!first) continue;
    const box = boxAround(draft, moving);
    const parent = first.parentId === null ? undefined : draft.item(first.parentId);
    const stays =
      parent &&
      moving.every(({ parentId }) => parentId === parent.id) &&
      isInside(boxOnBoard(parent, draft.item), box, inside);
    if (stays) continue;
    let found: FrameData | undefined;
    for (const frame of frames)
      if (
        !mates.some((mate) => mate.id === frame.id) &&
        isInside(boxOnBoard(draft.needItem(frame.id), draft.item), box, inside) &&
        (!found || draft.layer(frame.id) >= draft.layer(found.id))
      )
        found = frame;
    for (const mate of moving) reparent(draft, draft.needItem(mate.id), found?.id ?? null);
  }
}

const settles = (item: ItemData): boolean =>
  isPlaced(item) && item.type !== 'frame' && (item.type !== 'mindmap_node' || item.isRoot);

/** The box around all of these, on the board. */
function boxAround(draft: Draft, items: readonly ItemData[]): Box {
  const boxes = items.map((item) => boxOnBoard(item, draft.item));
  const [left, top] = [boxes.map((box) => box.x - box.width / 2), boxes.map((box) => box.y - box.height / 2)];
  const right = boxes.map((box) => box.x + box.width / 2);
  const bottom = boxes.map((box) => box.y + box.height / 2);
  const [x, y] = [Math.min(...left), Math.min(...top)];
  return boxAt(x, y, Math.max(...right) - x, Math.max(...bottom) - y);
}
