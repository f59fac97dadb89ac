/**
 * Mind maps: trees of nodes (websdk-reference-mindmap). The root lies where it was put; every other node is laid out
 * from its parent's centre. Miro documents neither spacing nor order, so both are ours: children stand in the order
 * they came, beside their parent, and no two subtrees overlap.
 *
 *          ┌ child            layout 'horizontal': 'start' is left, 'end' is right
 *   root ──┤                  layout 'vertical':   'start' is above, 'end' is below
 *          └ child ── child
 */
import type { Draft } from './draft.ts';
import type { ItemData, MindmapNodeData } from './item.ts';
import { itemsPerMindmap } from './limits.ts';
import { reparent } from './parents.ts';
import { boxOnBoard, tidy, within } from './place.ts';
import { refuse } from './refusal.ts';

type Find = (id: string) => ItemData | undefined;
type Direction = NonNullable<MindmapNodeData['direction']>;

/** Between a node and its children, and between neighbouring subtrees. Unit: dp. */
const alongGap = 80;
const acrossGap = 20;

const isNode = (item: ItemData | undefined): item is MindmapNodeData => item?.type === 'mindmap_node';

const childrenOf = (node: MindmapNodeData, find: Find): MindmapNodeData[] =>
  node.childrenIds.flatMap((id) => {
    const child = find(id);
    return isNode(child) ? [child] : [];
  });

function rootOf(node: MindmapNodeData, find: Find): MindmapNodeData {
  let at = node;
  for (;;) {
    const parent = at.parentId === null ? undefined : find(at.parentId);
    if (!isNode(parent)) return at;
    at = parent;
  }
}

/** The node and all below it, parents first. */
export function subtree(node: MindmapNodeData, find: Find): readonly MindmapNodeData[] {
  return [node, ...childrenOf(node, find).flatMap((child) => subtree(child, find))];
}

/** Hangs a node, with all below it, under another; unless a side is given, it keeps to the one on which it stood. */
export function addNode(draft: Draft, parentId: string, id: string, side?: Direction): void {
  const parent = draft.needItem(parentId);
  const node = draft.needItem(id);
  if (!isNode(parent) || !isNode(node))
    refuse('input', 'Only nodes of mind maps can be joined to a mind map.');
  if (within(parentId, id, draft.item)) refuse('input', `Cannot add the node ${id} below itself.`);
  const direction = side ?? sideOf(draft, node, parent);
  draft.put({ ...reparent(draft, node, parentId), direction, isRoot: false });
}

/** On which side of another a node stands now. */
function sideOf(draft: Draft, node: MindmapNodeData, parent: MindmapNodeData): Direction {
  const [at, from] = [boxOnBoard(node, draft.item), boxOnBoard(parent, draft.item)];
  const before = rootOf(parent, draft.item).layout === 'horizontal' ? at.x < from.x : at.y < from.y;
  return before ? 'start' : 'end';
}

/** A hand moved a node: it takes its place among its siblings anew, on the side where it was let go. */
export function nodeMoved(draft: Draft, id: string): void {
  const node = draft.item(id);
  const parent = isNode(node) && node.parentId !== null ? draft.item(node.parentId) : undefined;
  if (!isNode(node) || !isNode(parent)) return;
  draft.put({ ...node, direction: sideOf(draft, node, parent) });
  const across = rootOf(parent, draft.item).layout === 'horizontal' ? 'y' : 'x';
  const at = (child: MindmapNodeData) => child[across];
  const childrenIds = childrenOf(parent, draft.item)
    .toSorted((a, b) => at(a) - at(b))
    .map((child) => child.id);
  draft.put({ ...parent, childrenIds });
}

/** What may be set on which nodes (mind-map page). */
export function checkNode(
  before: MindmapNodeData,
  fields: Readonly<Record<string, unknown>>,
  draft: Draft,
): void {
  const parent = before.parentId === null ? undefined : draft.item(before.parentId);
  if (fields.layout !== undefined && fields.layout !== before.layout && isNode(parent))
    refuse('crud', 'The layout of a mind map is set on its root.');
  if (
    fields.direction !== undefined &&
    fields.direction !== before.direction &&
    !(isNode(parent) && parent.isRoot)
  )
    refuse('crud', "The direction is set on the children of a mind map's root.");
}

function touchedRoots(draft: Draft): readonly MindmapNodeData[] {
  const roots = new Map<string, MindmapNodeData>();
  for (const id of draft.touched()) {
    const item = draft.item(id);
    if (!isNode(item)) continue;
    const root = rootOf(item, draft.item);
    roots.set(root.id, root);
  }
  return [...roots.values()];
}

/** So that no map grows past what is laid out in a moment, however it was put together. */
export function checkSizes(draft: Draft): void {
  for (const root of touchedRoots(draft))
    if (subtree(root, draft.item).length > itemsPerMindmap)
      refuse('input', `A mind map has at most ${itemsPerMindmap} nodes.`);
}

/** Lays out every mind map of which something was touched. */
export function layOutTouched(draft: Draft): void {
  for (const root of touchedRoots(draft)) {
    const { layout } = root;
    const breadths = new Map<string, number>();
    measure(root, layout, draft.item, breadths);
    write(draft, root, { ...without(root), isRoot: true });
    layOut(draft, root, { layout, breadthOf: (id) => breadths.get(id) ?? 0 }, undefined);
  }
}

function without(node: MindmapNodeData): MindmapNodeData {
  const { direction: _, ...rest } = node;
  return rest;
}

function write(draft: Draft, before: MindmapNodeData, after: MindmapNodeData): void {
  const keys = ['x', 'y', 'layout', 'direction', 'isRoot'] as const;
  if (keys.some((key) => before[key] !== after[key])) draft.put(after);
}

interface Plan {
  readonly layout: MindmapNodeData['layout'];
  /** How much room a subtree takes across. */
  breadthOf(id: string): number;
}

/** Notes the breadth of the node and of each below it. */
function measure(
  node: MindmapNodeData,
  layout: Plan['layout'],
  find: Find,
  breadths: Map<string, number>,
): number {
  const below = spread(childrenOf(node, find).map((child) => measure(child, layout, find, breadths)));
  const breadth = Math.max(layout === 'horizontal' ? node.height : node.width, below);
  breadths.set(node.id, breadth);
  return breadth;
}

const spread = (sizes: readonly number[]): number =>
  sizes.reduce((sum, size) => sum + size, 0) + Math.max(0, sizes.length - 1) * acrossGap;

function layOut(draft: Draft, node: MindmapNodeData, plan: Plan, side: Direction | undefined): void {
  const children = childrenOf(node, draft.item);
  const level = plan.layout === 'horizontal';
  for (const way of ['start', 'end'] as const) {
    // Below the root's children all lie on the side of their parents.
    const mine = children.filter((child) => (side ?? child.direction ?? 'end') === way);
    let at = -spread(mine.map(({ id }) => plan.breadthOf(id))) / 2;
    for (const child of mine) {
      const size = plan.breadthOf(child.id);
      const along = alongGap + (level ? node.width + child.width : node.height + child.height) / 2;
      const [forth, across] = [tidy(way === 'start' ? -along : along), tidy(at + size / 2)];
      at += size + acrossGap;
      const place = level ? { x: forth, y: across } : { x: across, y: forth };
      const next = { ...without(child), ...place, layout: plan.layout, isRoot: false };
      write(draft, child, side === undefined ? { ...next, direction: way } : next);
      layOut(draft, child, plan, way);
    }
  }
}
