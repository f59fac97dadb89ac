/**
 * Which connectors hang on an item, which items a group joins, which carry a tag, and which are frames. All of it
 * follows from the items alone; kept beside them so that asking costs the same on every board.
 */
import { type ItemData, isTagged } from './item.ts';

export interface Relations {
  /** Ids of the connectors with an end on this item. */
  connectorsOf(item: string): ReadonlySet<string>;
  /** Ids of the items that the group joins; none when there is no such group. */
  membersOf(group: string): ReadonlySet<string>;
  groups(): Iterable<string>;
  /** Ids of the items with this tag. */
  carriersOf(tag: string): ReadonlySet<string>;
  /** Ids of all frames. */
  frames(): ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

const endsOf = (item: ItemData | undefined): readonly string[] =>
  item?.type === 'connector' ? [item.start.item, item.end.item] : [];

const groupsOf = (item: ItemData | undefined): readonly string[] =>
  item?.groupId === undefined ? [] : [item.groupId];

const tagsOf = (item: ItemData | undefined): readonly string[] => (item && isTagged(item) ? item.tagIds : []);

export type LivingRelations = ReturnType<typeof createRelations>;

export function createRelations() {
  const connectors = new Map<string, Set<string>>();
  const members = new Map<string, Set<string>>();
  const carriers = new Map<string, Set<string>>();
  const frames = new Set<string>();

  function replaced(
    table: Map<string, Set<string>>,
    id: string,
    before: readonly string[],
    after: readonly string[],
  ): void {
    for (const key of before) {
      if (after.includes(key)) continue;
      const ids = table.get(key);
      ids?.delete(id);
      if (ids?.size === 0) table.delete(key);
    }
    for (const key of after) {
      const ids = table.get(key);
      if (ids) ids.add(id);
      else table.set(key, new Set([id]));
    }
  }

  return {
    connectorsOf: (item: string) => connectors.get(item) ?? nothing,
    membersOf: (group: string) => members.get(group) ?? nothing,
    groups: () => members.keys(),
    carriersOf: (tag: string) => carriers.get(tag) ?? nothing,
    frames: () => frames,
    /** An item came (`before` missing), went (`after` missing) or changed. */
    replace(before: ItemData | undefined, after: ItemData | undefined): void {
      const id = before?.id ?? after?.id;
      if (id === undefined) return;
      replaced(connectors, id, endsOf(before), endsOf(after));
      replaced(members, id, groupsOf(before), groupsOf(after));
      replaced(carriers, id, tagsOf(before), tagsOf(after));
      if (after?.type === 'frame') frames.add(id);
      else frames.delete(id);
    },
    clear(): void {
      connectors.clear();
      members.clear();
      carriers.clear();
      frames.clear();
    },
  } satisfies Relations & Record<string, unknown>;
}
