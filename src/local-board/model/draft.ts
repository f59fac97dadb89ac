/**
 * A board with changes on top that may still be thrown away. Commands read and write a draft; only when every check
 * has passed do its changes become real, so a refused command leaves nothing half done.
 */
import type { ConnectorData, FrameData, ItemData, TagData } from './item.ts';
import { itemsPerBoard } from './limits.ts';
import { refuse } from './refusal.ts';
import type { BoardState, Change } from './state.ts';

export type Draft = ReturnType<typeof draftOf>;

export function draftOf(state: BoardState) {
  const items = new Map<string, { item: ItemData; layer: number } | null>();
  const tags = new Map<string, TagData | null>();
  const others: Change[] = [];
  /** What the draft says of ends and groups, on top of the state's relations; may name what it has unsaid since. */
  const newEnds = new Map<string, Set<string>>();
  const newMembers = new Map<string, Set<string>>();
  let added = 0;

  const item = (id: string): ItemData | undefined => {
    const drafted = items.get(id);
    return drafted === null ? undefined : (drafted?.item ?? state.items.get(id));
  };
  const layer = (id: string): number => items.get(id)?.layer ?? state.layers.get(id) ?? 0;

  const note = (table: Map<string, Set<string>>, key: string, id: string) => {
    const ids = table.get(key);
    if (ids) ids.add(id);
    else table.set(key, new Set([id]));
  };

  return {
    state,
    item,
    layer,
    needItem(id: string): ItemData {
      return item(id) ?? refuse('unknown-id', `Item not found: ${id}.`);
    },
    /** Writes an item; without a layer it keeps its own. */
    put(next: ItemData, at?: number): void {
      if (!item(next.id)) added += 1;
      if (state.items.size + added > itemsPerBoard)
        refuse('storage', `A board holds at most ${itemsPerBoard} items.`);
      items.set(next.id, { item: next, layer: at ?? layer(next.id) });
      if (next.type === 'connector')
        for (const end of [next.start.item, next.end.item]) note(newEnds, end, next.id);
      if (next.groupId !== undefined) note(newMembers, next.groupId, next.id);
    },
    drop(id: string): void {
      if (!item(id)) return;
      added -= 1;
      items.set(id, null);
    },
    /** Connectors with an end on this item. */
    connectorsOf(id: string): ConnectorData[] {
      const ids = new Set([...state.relations.connectorsOf(id), ...(newEnds.get(id) ?? [])]);
      return [...ids].flatMap((one) => {
        const found = item(one);
        return found?.type === 'connector' && (found.start.item === id || found.end.item === id)
          ? [found]
          : [];
      });
    },
    /** Items that this group joins; none when there is no such group. */
    membersOf(group: string): ItemData[] {
      const ids = new Set([...state.relations.membersOf(group), ...(newMembers.get(group) ?? [])]);
      return [...ids].flatMap((one) => {
        const found = item(one);
        return found?.groupId === group ? [found] : [];
      });
    },
    /** Every frame there is. */
    frames(): FrameData[] {
      const ids = new Set([...state.relations.frames(), ...items.keys()]);
      return [...ids].flatMap((one) => {
        const found = item(one);
        return found?.type === 'frame' ? [found] : [];
      });
    },
    /** Ids of items that the draft made, changed or took away. */
    touched: (): readonly string[] => [...items.keys()],
    *allItems(): Generator<ItemData> {
      for (const [id, was] of state.items) {
        const drafted = items.get(id);
        if (drafted !== null) yield drafted?.item ?? was;
      }
      for (const [id, drafted] of items) if (drafted && !state.items.has(id)) yield drafted.item;
    },
    tag(id: string): TagData | undefined {
      const drafted = tags.get(id);
      return drafted === null ? undefined : (drafted ?? state.tags.get(id));
    },
    putTag(tag: TagData): void {
      tags.set(tag.id, tag);
    },
    dropTag(id: string): void {
      tags.set(id, null);
    },
    *allTags(): Generator<TagData> {
      for (const [id, was] of state.tags) {
        const drafted = tags.get(id);
        if (drafted !== null) yield drafted ?? was;
      }
      for (const [id, drafted] of tags) if (drafted && !state.tags.has(id)) yield drafted;
    },
    /** Values that belong to apps: written as they are. */
    write(change: Change): void {
      others.push(change);
    },
    /** What would change, tags before the items that carry them. */
    changes(): Change[] {
      const found: Change[] = [];
      for (const [id, tag] of tags)
        if (tag) found.push({ what: 'tag', tag });
        else if (state.tags.has(id)) found.push({ what: 'tag-gone', id });
      for (const [id, drafted] of items)
        if (!drafted) {
          if (state.items.has(id)) found.push({ what: 'item-gone', id });
        } else if (state.items.get(id) !== drafted.item || state.layers.get(id) !== drafted.layer) {
          found.push({ what: 'item', ...drafted });
        }
      return [...found, ...others];
    },
  };
}
