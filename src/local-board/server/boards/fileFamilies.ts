/**
 * Who lies in whom in a board's file. The items are there already, each on its own; here parents and children come to
 * point at each other, whatever the file says on only one side.
 */
import type { Draft } from '../../model/draft.ts';
import type { ItemData } from '../../model/item.ts';
import { isParent } from '../../model/parents.ts';
import { refuse } from '../../model/refusal.ts';
import type { ItemInFile } from './fileItem.ts';

type IdOf = (old: string) => string;

export function joinFamilies(draft: Draft, items: readonly ItemInFile[], idOf: IdOf): void {
  const childrenOf = new Map<string, string[]>();
  for (const item of items) {
    if (item.parentId === null || item.parentId === undefined) continue;
    const child = underParent(draft, item, idOf(item.id), idOf(item.parentId));
    const siblings = childrenOf.get(child.parentId ?? '') ?? [];
    siblings.push(child.id);
    childrenOf.set(child.parentId ?? '', siblings);
  }
  checkTrees(draft, items, idOf);
  for (const item of items) {
    const own = draft.needItem(idOf(item.id));
    if (!isParent(own)) continue;
    const children = new Set(childrenOf.get(own.id));
    const inFileOrder = (item.childrenIds ?? []).map(idOf).filter((child) => children.has(child));
    draft.put({ ...own, childrenIds: [...new Set([...inFileOrder, ...children])] });
  }
}

function underParent(draft: Draft, item: ItemInFile, id: string, parentId: string): ItemData {
  const parent = draft.needItem(parentId);
  const child = draft.needItem(id);
  if (!isParent(parent) || (parent.type === 'mindmap_node' && child.type !== 'mindmap_node'))
    refuse(
      'input',
      `The ${item.type} ${item.id} lies in the ${parent.type} ${item.parentId}, which cannot hold it.`,
    );
  const next: ItemData =
    child.type === 'mindmap_node'
      ? { ...child, parentId, isRoot: parent.type !== 'mindmap_node' }
      : { ...child, parentId };
  draft.put(next);
  return next;
}

/** Nothing lies in itself, in however many steps. */
function checkTrees(draft: Draft, items: readonly ItemInFile[], idOf: IdOf): void {
  const endsSomewhere = new Set<string | null>([null]);
  for (const item of items) {
    const way = new Set<string>();
    for (let at: string | null = idOf(item.id); at !== null && !endsSomewhere.has(at); ) {
      if (way.has(at)) refuse('input', `The ${item.type} ${item.id} would lie in itself.`);
      way.add(at);
      at = draft.needItem(at).parentId;
    }
    for (const passed of way) endsSomewhere.add(passed);
  }
}
