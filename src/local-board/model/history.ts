/**
 * Undo and redo, per person: each step holds the items a command touched as they were before and after. Taking a
 * step back restores only the fields that step changed, so what others did meanwhile stays. Hand edits and what the
 * person's apps wrote through the SDK are both steps (Miro leaves that open); metadata and storage are not.
 */
import type { Draft } from './draft.ts';
import { type FrameData, type ItemData, isTagged, type MindmapNodeData, type TagData } from './item.ts';
import { mend } from './mend.ts';
import { isParent, reparent } from './parents.ts';
import type { BoardState, Change, Values } from './state.ts';

interface Touched<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

export interface Step {
  readonly items: ReadonlyMap<string, Touched<ItemData> & { readonly layer: number }>;
  readonly tags: ReadonlyMap<string, Touched<TagData>>;
  /** Metadata that went with removed items, to come back with them. */
  readonly metadata: readonly { readonly item: string; readonly app: string; readonly values: Values }[];
}

/** What a list of changes is about to do to this state; undefined when nothing a person could see. */
export function stepOf(state: BoardState, changes: readonly Change[]): Step | undefined {
  const items = new Map<string, Touched<ItemData> & { layer: number }>();
  const tags = new Map<string, Touched<TagData>>();
  const metadata: { item: string; app: string; values: Values }[] = [];
  for (const change of changes) {
    if (change.what === 'item' || change.what === 'item-gone') {
      const id = change.what === 'item' ? change.item.id : change.id;
      const layer = state.layers.get(id) ?? (change.what === 'item' ? change.layer : 0);
      const after = change.what === 'item' ? change.item : undefined;
      items.set(id, { before: state.items.get(id), after, layer });
    } else if (change.what === 'tag' || change.what === 'tag-gone') {
      const id = change.what === 'tag' ? change.tag.id : change.id;
      tags.set(id, { before: state.tags.get(id), after: change.what === 'tag' ? change.tag : undefined });
    }
  }
  for (const [item, { after }] of items)
    if (!after)
      for (const [app, values] of state.metadata.get(item) ?? []) metadata.push({ item, app, values });
  return items.size + tags.size === 0 ? undefined : { items, tags, metadata };
}

/** Marks that say who did what when are not undone. */
const marks = ['createdAt', 'createdBy', 'modifiedAt', 'modifiedBy', 'parentId', 'childrenIds'];

function differing(a: ItemData, b: ItemData): string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const valueIn = (item: ItemData, key: string) =>
    JSON.stringify(Object.entries(item).find(([k]) => k === key));
  return [...keys].filter((key) => !marks.includes(key) && valueIn(a, key) !== valueIn(b, key));
}

/** Writes the opposite of a step into a draft. */
export function takeBack(draft: Draft, step: Step, now: string, userId: string): void {
  for (const [id, { before }] of step.tags) {
    const used = before && [...draft.allTags()].some((tag) => tag.title === before.title && tag.id !== id);
    if (!before) draft.dropTag(id);
    else if (!used) draft.putTag(before);
  }
  const stamp = { modifiedAt: now, modifiedBy: userId };
  // Parents come back first, so that their children find them.
  const order = [...step.items].sort(([a], [b]) => depthIn(step, a) - depthIn(step, b));
  for (const [id, { before, after, layer }] of order) {
    const current = draft.item(id);
    if (!before) {
      if (!current) continue;
      if (isParent(current))
        for (const child of current.childrenIds) reparent(draft, draft.needItem(child), null);
      reparent(draft, draft.needItem(id), null);
      draft.drop(id);
    } else if (!after) {
      if (!current) comeBack(draft, before, layer);
    } else if (current) {
      const changed = differing(before, after);
      const back = changed.map((key) => [key, before[key as keyof ItemData]]);
      const missing = changed.filter((key) => !(key in before));
      const kept = fitParent(draft, current, before);
      draft.put(without({ ...kept, ...Object.fromEntries(back), ...stamp } as ItemData, missing), layer);
    }
  }
  for (const [id, { before }] of step.items) {
    dropUnknownTags(draft, id);
    if (isParent(before)) reorder(draft, before);
  }
  for (const { item, app, values } of step.metadata)
    if (draft.item(item)) draft.write({ what: 'metadata', item, app, values });
  mend(draft);
}

/** How many of an item's ancestors come back with it. */
function depthIn(step: Step, id: string): number {
  let depth = 0;
  for (let at = step.items.get(id)?.before?.parentId; at && depth < step.items.size; depth += 1)
    at = step.items.get(at)?.before?.parentId;
  return depth;
}

function without(item: ItemData, keys: readonly string[]): ItemData {
  return keys.length === 0
    ? item
    : (Object.fromEntries(
        Object.entries(item).filter(([key]) => !keys.includes(key)),
      ) as unknown as ItemData);
}

/** Children that came back one after another stand in the order they had; others follow. */
function reorder(draft: Draft, before: FrameData | MindmapNodeData): void {
  const parent = draft.item(before.id);
  if (!isParent(parent)) return;
  const known = before.childrenIds.filter((id) => parent.childrenIds.includes(id));
  const childrenIds = [...known, ...parent.childrenIds.filter((id) => !before.childrenIds.includes(id))];
  if (childrenIds.some((id, index) => id !== parent.childrenIds[index]))
    draft.put({ ...parent, childrenIds });
}

function comeBack(draft: Draft, before: ItemData, layer: number): void {
  const parentId = before.parentId !== null && draft.item(before.parentId) ? before.parentId : null;
  const bare = isParent(before) ? { ...before, childrenIds: [] } : before;
  draft.put({ ...bare, parentId: null }, layer);
  if (parentId === null) return;
  const parent = draft.needItem(parentId);
  if (!isParent(parent)) return;
  draft.put({ ...parent, childrenIds: [...parent.childrenIds.filter((id) => id !== before.id), before.id] });
  draft.put({ ...bare, parentId }, layer);
}

/** Puts the item back under the parent it had, if that is still there. */
function fitParent(draft: Draft, current: ItemData, before: ItemData): ItemData {
  const possible = before.parentId === null || isParent(draft.item(before.parentId));
  return possible ? reparent(draft, current, before.parentId) : current;
}

function dropUnknownTags(draft: Draft, id: string): void {
  const item = draft.item(id);
  if (!item || !isTagged(item) || item.tagIds.every((tag) => draft.tag(tag))) return;
  draft.put({ ...item, tagIds: item.tagIds.filter((tag) => draft.tag(tag)) });
}
