/** Changing and removing items. Making them is in creating.ts. */
import { isStrangeTo } from './appCards.ts';
import * as check from './check.ts';
import { checkEnds } from './connectors.ts';
import type { Draft } from './draft.ts';
import { emptyFrame, resizeFrame, setChildren, settle } from './frames.ts';
import { type ItemData, isPlaced, isTagged } from './item.ts';
import { changedItem, followsIn, readOnly, settableOf } from './kinds/kinds.ts';
import { tagsPerItem } from './limits.ts';
import { checkNode, nodeMoved, subtree } from './mindmaps.ts';
import { leaveParent } from './parents.ts';
import { type Inside, isInside } from './place.ts';
import { refuse } from './refusal.ts';

export interface Rules {
  readonly inside: Inside;
  /** Items let go by hand within a frame become its children. */
  readonly adopt: 'yes' | 'no';
  /** An app may set x, y of a frame's child; or it is refused, as Miro's error page has it. */
  readonly childMoves: 'allowed' | 'refused';
}

export interface Scene {
  readonly draft: Draft;
  readonly rules: Rules;
  readonly userId: string;
  readonly by: 'hand' | 'app';
  /** Origin of the app that asks; none for a hand. */
  readonly app: string | undefined;
  /** ISO 8601. */
  readonly now: string;
  newId(): string;
}

type Fields = Readonly<Record<string, unknown>>;

export function checkTags(draft: Draft, item: ItemData): void {
  if (!isTagged(item)) return;
  if (item.tagIds.length > tagsPerItem)
    refuse('crud', `An item has at most ${tagsPerItem} tags; this would have ${item.tagIds.length}.`);
  for (const id of item.tagIds) if (!draft.tag(id)) refuse('unknown-id', `Tag not found: ${id}.`);
}

function checkChange(scene: Scene, item: ItemData, fields: Fields): void {
  const settable = settableOf(item.type, 'changing');
  for (const key of Object.keys(fields)) {
    if (key === 'id' || settable.includes(key)) continue;
    if (
      readOnly.includes(key) ||
      settableOf(item.type, 'making').includes(key) ||
      followsIn(item.type).includes(key)
    )
      refuse('crud', `The property ${key} is read-only.`);
    refuse('input', `A ${item.type} has no property ${key}.`);
  }
  if (isStrangeTo(item, scene) && Object.keys(fields).some((key) => !['id', 'x', 'y'].includes(key)))
    refuse('rights', `Only the app that made the app card ${item.id} may change more than its place.`);
  if (!isPlaced(item)) return;
  if (!moves(item, fields) || item.parentId === null || scene.by === 'hand') return;
  const where = `Cannot move the ${item.type} ${item.id}: it is a child.`;
  if (item.type === 'mindmap_node' && !item.isRoot) refuse('crud', `${where} Mind maps lay out their nodes.`);
  if (scene.rules.childMoves === 'refused') refuse('crud', `${where} Remove it from its frame first.`);
}

const moves = (item: ItemData, { x, y }: Fields): boolean =>
  isPlaced(item) && ((x !== undefined && x !== item.x) || (y !== undefined && y !== item.y));

/** An app may not move a child out of its frame; frames let go by hand only. */
function checkStaysInside(scene: Scene, before: ItemData, after: ItemData): void {
  if (scene.by === 'hand' || after.parentId === null) return;
  if (!isPlaced(before) || !isPlaced(after)) return;
  if (before.x === after.x && before.y === after.y) return;
  const frame = scene.draft.item(after.parentId);
  if (frame?.type !== 'frame') return;
  const local = { ...frame, x: frame.width / 2, y: frame.height / 2 };
  if (isInside(local, before, scene.rules.inside) && !isInside(local, after, scene.rules.inside))
    refuse('crud', `Cannot move the ${after.type} ${after.id}: it would lie outside its frame.`);
}

export function updateItems(
  scene: Scene,
  changes: readonly Fields[],
  options: { readonly settle?: boolean },
): string[] {
  const { draft, userId, now } = scene;
  const ids = changes.map((fields) => {
    if (typeof fields.id !== 'string') refuse('input', 'The item has no valid id.');
    const before = draft.needItem(fields.id);
    checkChange(scene, before, fields);
    const changed = changedItem(before, fields);
    checkTags(draft, changed);
    if (changed.type === 'connector' && ('start' in fields || 'end' in fields)) checkEnds(draft, changed);
    checkStaysInside(scene, before, changed);
    if (before.type === 'mindmap_node') checkNode(before, fields, draft);
    const after = { ...changed, modifiedAt: now, modifiedBy: userId };
    if (
      before.type === 'frame' &&
      after.type === 'frame' &&
      (before.width !== after.width || before.height !== after.height)
    )
      resizeFrame(draft, before, after, scene.by, scene.rules.inside);
    else draft.put(after);
    if (before.type === 'frame' && fields.childrenIds !== undefined)
      setChildren(draft, before.id, check.strings('childrenIds', fields.childrenIds), scene.rules.inside);
    if (moves(before, fields) && before.type === 'mindmap_node') nodeMoved(draft, before.id);
    return before.id;
  });
  if (options.settle && scene.rules.adopt === 'yes') settle(draft, ids, scene.rules.inside);
  return ids;
}

export function removeItems(scene: Scene, ids: readonly string[]): void {
  const { draft } = scene;
  for (const id of ids) {
    const item = draft.item(id);
    if (!item) {
      // A node that went with its parent.
      if (draft.state.items.get(id)?.type === 'mindmap_node') continue;
      const members = draft.membersOf(id);
      // Taking a group away takes its items along (group page).
      if (members.length > 0)
        removeItems(
          scene,
          members.map((member) => member.id),
        );
      else removeTag(scene, id);
      continue;
    }
    if (isStrangeTo(item, scene))
      refuse('rights', `Only the app that made the app card ${id} may remove it.`);
    if (item.type === 'frame') emptyFrame(draft, item);
    // With a node goes all that hangs on it. (Of that, too, Miro says nothing.)
    const going = item.type === 'mindmap_node' ? subtree(item, draft.item).toReversed() : [item];
    for (const one of going) {
      leaveParent(draft, draft.needItem(one.id));
      draft.drop(one.id);
    }
  }
}

/** Taking a tag away takes it off every item. (Miro's reference does not say; its board does.) */
function removeTag({ draft, now, userId }: Scene, id: string): void {
  if (!draft.tag(id)) refuse('crud', `Cannot remove ${id}: there is no such item or tag.`);
  draft.dropTag(id);
  for (const carrier of [...draft.state.relations.carriersOf(id)]) {
    const item = draft.item(carrier);
    if (item && isTagged(item))
      draft.put({
        ...item,
        tagIds: item.tagIds.filter((tag) => tag !== id),
        modifiedAt: now,
        modifiedBy: userId,
      });
  }
}
