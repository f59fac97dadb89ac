/**
 * Undo and redo, per person: each step holds the items a command touched as they were before and after. Taking a
 * step back restores only the fields that step changed, so what others did meanwhile stays. Hand edits and what the
 * person's apps wrote through the SDK are both steps (Miro leaves that open); metadata and storage are not.
 */
import type { Draft } from './draft.ts';
import { reparent } from './frames.ts';
import { type ItemData, isTagged, type TagData } from './item.ts';
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
  const takesAway = [...items.values()].some(({ after }) => after === undefined);
  for (const [key, values] of takesAway ? state.metadata : []) {
    const [item, app] = JSON.parse(key) as [string, string];
    if (items.has(item) && items.get(item)?.after === undefined) metadata.push({ item, app, values });
  }
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
  // Frames come back first, so that their children find them.
  const order = [...step.items].sort(
    ([, a], [, b]) => Number(b.before?.type === 'frame') - Number(a.before?.type === 'frame'),
  );
  for (const [id, { before, after, layer }] of order) {
    const current = draft.item(id);
    if (!before) {
      if (!current) continue;
      if (current.type === 'frame')
        for (const child of current.childrenIds) reparent(draft, draft.needItem(child), null);
      reparent(draft, draft.needItem(id), null);
      draft.drop(id);
    } else if (!after) {
      if (!current) comeBack(draft, before, layer);
    } else if (current) {
      const back = differing(before, after).map((key) => [key, before[key as keyof ItemData]]);
      const kept = fitParent(draft, current, before);
      draft.put({ ...kept, ...Object.fromEntries(back), ...stamp } as ItemData, layer);
    }
  }
  for (const id of step.items.keys()) dropUnknownTags(draft, id);
  for (const { item, app, values } of step.metadata)
    if (draft.item(item)) draft.write({ what: 'metadata', item, app, values });
}

function comeBack(draft: Draft, before: ItemData, layer: number): void {
  const parentId = before.parentId !== null && draft.item(before.parentId) ? before.parentId : null;
  const bare = before.type === 'frame' ? { ...before, childrenIds: [] } : before;
  draft.put({ ...bare, parentId: null }, layer);
  if (parentId === null) return;
  const frame = draft.needItem(parentId);
  if (frame.type !== 'frame') return;
  draft.put({ ...frame, childrenIds: [...frame.childrenIds.filter((id) => id !== before.id), before.id] });
  draft.put({ ...bare, parentId }, layer);
}

/** Puts the item back under the parent it had, if that is still there. */
function fitParent(draft: Draft, current: ItemData, before: ItemData): ItemData {
  const possible = before.parentId === null || draft.item(before.parentId)?.type === 'frame';
  return possible ? reparent(draft, current, before.parentId) : current;
}

function dropUnknownTags(draft: Draft, id: string): void {
  const item = draft.item(id);
  if (!item || !isTagged(item) || item.tagIds.every((tag) => draft.tag(tag))) return;
  draft.put({ ...item, tagIds: item.tagIds.filter((tag) => draft.tag(tag)) });
}
