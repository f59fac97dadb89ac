/** Groups: items that carry the same `groupId`, two or more of them (websdk-reference-group). */
import type { Draft } from './draft.ts';
import type { ItemData } from './item.ts';
import { refuse } from './refusal.ts';
import type { Relations } from './relations.ts';

/** The group an item is in. */
export const groupOf = (item: ItemData | undefined): string | undefined => item?.groupId;

/** Ids of the items that share this one's group, itself among them; only itself when it is in none. */
export function matesOf(item: ItemData, relations: Relations): readonly string[] {
  return item.groupId === undefined ? [item.id] : [...relations.membersOf(item.groupId)];
}

/** The groups of which every item is among these. */
export function wholeGroups(
  ids: readonly string[],
  find: (id: string) => ItemData | undefined,
  relations: Relations,
): readonly string[] {
  const chosen = new Set(ids);
  const groups = new Set(ids.flatMap((id) => groupOf(find(id)) ?? []));
  return [...groups].filter((group) => [...relations.membersOf(group)].every((id) => chosen.has(id)));
}

function without(item: ItemData): ItemData {
  const { groupId: _, ...rest } = item;
  return rest;
}

export function groupItems(draft: Draft, ids: readonly string[], id: string): void {
  const distinct = new Set(ids);
  if (distinct.size < 2) refuse('input', 'A group needs at least two items.');
  for (const one of distinct) {
    if (draft.tag(one)) refuse('input', 'Tags cannot be grouped.');
    const item = draft.needItem(one);
    if (item.type === 'mindmap_node') refuse('input', 'Nodes of mind maps cannot be grouped.');
    if (item.groupId !== undefined)
      refuse('input', `The item ${one} is already in the group ${item.groupId}. Ungroup it first.`);
    draft.put({ ...item, groupId: id });
  }
}

/** Lets the items of these groups go; an item stands for its group. Gives the items, each once. */
export function ungroup(draft: Draft, ids: readonly string[]): readonly string[] {
  const released: string[] = [];
  for (const group of new Set(ids.map((id) => groupOf(draft.item(id)) ?? id))) {
    const members = draft.membersOf(group);
    if (members.length === 0) refuse('unknown-id', `Group not found: ${group}.`);
    for (const item of members) {
      draft.put(without(item));
      released.push(item.id);
    }
  }
  return released;
}

interface Copy {
  readonly id: string;
  readonly source: string | null;
  /** As the copy was asked for. */
  readonly fields: { readonly groupId?: unknown };
}

/** Where a group was copied as a whole, or what was cut out of one, the copies are a group too. */
export function copiedGroups(draft: Draft, made: readonly Copy[], newId: () => string): void {
  const groups = new Map<string, { readonly copies: string[]; readonly sources: Set<string> }>();
  for (const { id, source, fields } of made) {
    const group = source === null ? undefined : (groupOf(draft.item(source)) ?? fields.groupId);
    if (source === null || typeof group !== 'string') continue;
    const { copies, sources } = groups.get(group) ?? { copies: [], sources: new Set() };
    groups.set(group, { copies: [...copies, id], sources: sources.add(source) });
  }
  for (const [group, { copies, sources }] of groups) {
    if (copies.length < 2 || !draft.membersOf(group).every(({ id }) => sources.has(id))) continue;
    const id = newId();
    for (const copy of copies) draft.put({ ...draft.needItem(copy), groupId: id });
  }
}

/** A group of one is none. (Miro says nothing of what is left when the others are removed.) */
export function dissolveSmallGroups(draft: Draft): void {
  const groups = new Set<string>();
  for (const id of draft.touched())
    for (const item of [draft.state.items.get(id), draft.item(id)])
      if (item?.groupId !== undefined) groups.add(item.groupId);
  for (const group of groups) {
    const [only, ...others] = draft.membersOf(group);
    if (only && others.length === 0) draft.put(without(only));
  }
}
