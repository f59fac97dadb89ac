/** Making items: one by one, as copies of others, or a whole mind map in one go. */
import { copyOfItem } from './appCards.ts';
import * as check from './check.ts';
import type { Command } from './command.ts';
import { checkEnds, endsAmongCopies } from './connectors.ts';
import type { Draft } from './draft.ts';
import { setChildren, settle } from './frames.ts';
import { copiedGroups } from './groups.ts';
import type { ItemData } from './item.ts';
import { checkTags, type Scene } from './items.ts';
import { isSilentlyRefused } from './kinds/card.ts';
import { blankItem, changedItem, followsIn, isKind, needsIn, settableOf } from './kinds/kinds.ts';
import { itemsPerMindmap, longestAddress } from './limits.ts';
import { addNode, checkSizes } from './mindmaps.ts';
import { refuse } from './refusal.ts';
import { tagsOfCopies } from './tags.ts';

type Fields = Readonly<Record<string, unknown>>;

interface ToMake {
  readonly id: string;
  readonly fields: Fields;
  /** What it is a copy of. */
  readonly source: string | null;
  /** The node it hangs on. */
  readonly under: string | null;
}

export function createItems(
  scene: Scene,
  items: readonly Fields[],
  options: Omit<Extract<Command, { readonly do: 'create' }>, 'do' | 'items'>,
): string[] {
  const { draft } = scene;
  const tagIds = tagsOfCopies(scene, options.tags ?? []);
  const asked = items.map((given, index): ToMake => {
    const fields = withTags(given, tagIds);
    const source = options.copyOf?.[index] ?? null;
    // The parent of a copy is found among the copies.
    const under = fields.type === 'mindmap_node' && source === null ? fields.parentId : undefined;
    return { id: scene.newId(), fields, source, under: typeof under === 'string' ? under : null };
  });
  const wanted = asked.flatMap((one) => withBranches(scene, one));
  const copies = new Map(asked.flatMap(({ id, source }) => (source === null ? [] : [[source, id] as const])));
  // One above everything: new items lie on top, in the order of their creation.
  const layerOf = new Map(wanted.map(({ id }, index) => [id, draft.state.top + 1 + index]));
  const make = (one: ToMake) => makeItem(scene, one, layerOf.get(one.id) ?? 0);
  const isLine = ({ fields }: ToMake) => fields.type === 'connector';
  // What connectors join is there before them.
  for (const one of wanted) if (!isLine(one)) make(one);
  for (const one of wanted)
    if (isLine(one))
      make(one.source === null ? one : { ...one, fields: endsAmongCopies(one.fields, copies) });
  for (const one of inMapOrder(wanted, draft)) {
    const parent = one.under ?? parentAmongCopies(scene, one, copies);
    if (parent !== undefined)
      addNode(draft, parent, one.id, sideIn(draft.item(one.id)) ?? (one.source === null ? 'end' : undefined));
    // A frame's children may be named as it is made.
    if (one.fields.type === 'frame' && one.fields.childrenIds !== undefined && scene.by === 'app')
      setChildren(draft, one.id, check.strings('childrenIds', one.fields.childrenIds), scene.rules.inside);
  }
  checkSizes(draft);
  copiedGroups(draft, wanted, scene.newId);
  const ids = asked.map(({ id }) => id);
  if (options.settle && scene.rules.adopt === 'yes') settle(draft, ids, scene.rules.inside);
  return ids;
}

const sideIn = (item: ItemData | undefined) => (item?.type === 'mindmap_node' ? item.direction : undefined);

const withTags = (fields: Fields, known: ReadonlyMap<string, string>): Fields =>
  known.size > 0 && Array.isArray(fields.tagIds)
    ? { ...fields, tagIds: fields.tagIds.map((id: unknown) => known.get(String(id)) ?? id) }
    : fields;

/** Copies of nodes come in the order of their layers; among their siblings they stand as they lay. */
function inMapOrder(wanted: readonly ToMake[], draft: Draft): readonly ToMake[] {
  const across = ({ id, source }: ToMake): number => {
    const item = draft.item(id);
    if (source === null || item?.type !== 'mindmap_node') return 0;
    return item.layout === 'horizontal' ? item.y : item.x;
  };
  return wanted.toSorted((a, b) => across(a) - across(b));
}

/** The copy's word for its parent stands also where the original is gone, or on another board. */
function parentAmongCopies(
  { draft }: Scene,
  { source, fields }: ToMake,
  copies: ReadonlyMap<string, string>,
): string | undefined {
  if (source === null || fields.type !== 'mindmap_node') return undefined;
  const parent = fields.parentId ?? draft.item(source)?.parentId;
  const copy = typeof parent === 'string' ? copies.get(parent) : undefined;
  return draft.item(copy ?? '')?.type === 'mindmap_node' ? copy : undefined;
}

/** A node and the nodes that were given as its children, parents first. */
function withBranches(scene: Scene, root: ToMake): ToMake[] {
  if (root.fields.type !== 'mindmap_node') return [root];
  const made: ToMake[] = [];
  const take = (one: ToMake, depth: number): void => {
    made.push(one);
    // Long before the map is put together, however deep or wide an app made it.
    if (made.length > itemsPerMindmap) refuse('input', `A mind map has at most ${itemsPerMindmap} nodes.`);
    const children = one.fields.children ?? [];
    if (!Array.isArray(children)) refuse('input', 'children must be a list.');
    for (const given of children as readonly unknown[]) {
      const child = check.record('children[]', given);
      if (depth > 0 && child.direction !== undefined)
        refuse('crud', "The direction is set on the children of a mind map's root.");
      const nodeView = child.nodeView === undefined ? {} : check.record('nodeView', child.nodeView);
      // Unlike the root, children are words without a border unless asked otherwise (mind-map page).
      const fields = { ...child, type: 'mindmap_node', nodeView: { type: 'text', ...nodeView } };
      take({ id: scene.newId(), fields, source: null, under: one.id }, depth + 1);
    }
  };
  take(root, 0);
  return made;
}

/** An app owns the app cards it makes; a hand only ever copies one, and the copy has the same owner. */
function owned(scene: Scene, item: ItemData, fields: Fields, source: string | null): ItemData {
  if (item.type !== 'app_card') return item;
  if (scene.by === 'app') return { ...item, app: scene.app ?? '' };
  const original = source ? scene.draft.item(source) : undefined;
  const app = original?.type === 'app_card' ? original.app : fields.app;
  return copyOfItem({ ...item, app: typeof app === 'string' ? app.slice(0, longestAddress) : '' });
}

function makeItem(scene: Scene, { id, fields, source }: ToMake, layer: number): void {
  const { draft, userId, now } = scene;
  if (fields.type === undefined) refuse('input', 'An item needs a type.');
  if (!isKind(fields.type)) refuse('input', `Items of the type ${String(fields.type)} cannot be created.`);
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
