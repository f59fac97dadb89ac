/** Creating, changing and removing items. */
import { copyOfItem, isStrangeTo } from './appCards.ts';
import * as check from './check.ts';
import { checkEnds, endsAmongCopies } from './connectors.ts';
import type { Draft } from './draft.ts';
import { emptyFrame, resizeFrame, setChildren, settle } from './frames.ts';
import { copiedGroups } from './groups.ts';
import { type ItemData, isPlaced, isTagged } from './item.ts';
import { isSilentlyRefused } from './kinds/card.ts';
import { blankItem, changedItem, followsIn, isKind, needsIn, readOnly, settableOf } from './kinds/kinds.ts';
import { longestAddress, tagsPerItem } from './limits.ts';
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

function checkTags(draft: Draft, item: ItemData): void {
  if (!isTagged(item)) return;
  if (item.tagIds.length > tagsPerItem)
    refuse('crud', `An item has at most ${tagsPerItem} tags; this would have ${item.tagIds.length}.`);
  for (const id of item.tagIds) if (!draft.tag(id)) refuse('unknown-id', `Tag not found: ${id}.`);
}

interface ToMake {
  readonly id: string;
  readonly fields: Fields;
  readonly layer: number;
  /** What it is a copy of. */
  readonly source: string | null;
}

export function createItems(
  scene: Scene,
  items: readonly Fields[],
  options: { readonly copyOf?: readonly (string | null)[]; readonly settle?: boolean },
): string[] {
  const { draft } = scene;
  const wanted = items.map(
    (fields, index): ToMake => ({
      id: scene.newId(),
      fields,
      // One above everything: new items lie on top, in the order of their creation.
      layer: draft.state.top + 1 + index,
      source: options.copyOf?.[index] ?? null,
    }),
  );
  const copies = new Map(
    wanted.flatMap(({ id, source }) => (source === null ? [] : [[source, id] as const])),
  );
  const isLine = ({ fields }: ToMake) => fields.type === 'connector';
  // What connectors join is there before them.
  for (const one of wanted) if (!isLine(one)) make(scene, one);
  for (const one of wanted)
    if (isLine(one))
      make(scene, one.source === null ? one : { ...one, fields: endsAmongCopies(one.fields, copies) });
  const ids = wanted.map(({ id }) => id);
  // A frame's children may be made in the same go.
  for (const { id, fields } of wanted)
    if (fields.type === 'frame' && fields.childrenIds !== undefined && scene.by === 'app')
      setChildren(draft, id, check.strings('childrenIds', fields.childrenIds), scene.rules.inside);
  copiedGroups(draft, copies, scene.newId);
  if (options.settle && scene.rules.adopt === 'yes') settle(draft, ids, scene.rules.inside);
  return ids;
}

/** An app owns the app cards it makes; a hand only ever copies one, and the copy has the same owner. */
function owned(scene: Scene, item: ItemData, fields: Fields, source: string | null): ItemData {
  if (item.type !== 'app_card') return item;
  if (scene.by === 'app') return { ...item, app: scene.app ?? '' };
  const original = source ? scene.draft.item(source) : undefined;
  const app = original?.type === 'app_card' ? original.app : fields.app;
  return copyOfItem({ ...item, app: typeof app === 'string' ? app.slice(0, longestAddress) : '' });
}

function make(scene: Scene, { id, fields, layer, source }: ToMake): void {
  const { draft, userId, now } = scene;
  if (fields.type === undefined) refuse('input', 'An item needs a type.');
  if (!isKind(fields.type))
    refuse('input', `Items of the type ${String(fields.type)} cannot be created on the local board yet.`);
  const blank = blankItem(fields.type, {
    id,
    x: 0,
    y: 0,
    parentId: null,
    createdAt: now,
    createdBy: userId,
    modifiedAt: now,
    modifiedBy: userId,
  });
  // A copy of an item as the app got it is a fair way to say what to make: what cannot be set is passed over. Public
  // examples of Miro's make items so, and give texts a height.
  const settable = settableOf(fields.type, 'making');
  const wanted = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => settable.includes(key) && value !== undefined),
  );
  const missing = needsIn(fields.type).find((key) => fields[key] === undefined);
  if (missing !== undefined) refuse('input', `A ${fields.type} cannot be made without its ${missing}.`);
  const follows = followsIn(fields.type).find((key) => fields[key] !== undefined);
  if (follows !== undefined && scene.by === 'app' && fields.type !== 'text')
    refuse('unsupported', `The ${follows} of a ${fields.type} follows from its content and cannot be set.`);
  if (scene.by === 'app' && isSilentlyRefused(fields)) return;
  const item = owned(scene, changedItem(blank, wanted), fields, source);
  checkTags(draft, item);
  if (item.type === 'connector') checkEnds(draft, item);
  draft.put(item, layer);
  if (source !== null) copyMetadata(scene, source, id);
}

function copyMetadata({ draft }: Scene, from: string, to: string): void {
  for (const [app, values] of draft.state.metadata.get(from) ?? [])
    draft.write({ what: 'metadata', item: to, app, values });
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
  const moves =
    (fields.x !== undefined && fields.x !== item.x) || (fields.y !== undefined && fields.y !== item.y);
  if (moves && item.parentId !== null && scene.by === 'app' && scene.rules.childMoves === 'refused')
    refuse('crud', `Cannot move the ${item.type} ${item.id}: it is a child. Remove it from its frame first.`);
}

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
    leaveParent(draft, draft.needItem(id));
    draft.drop(id);
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
