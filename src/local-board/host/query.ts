/** Finding items and tags as `board.get`, `select` and `deselect` do. */
import type { BoardContents } from '../client/client.ts';
import { type ItemData, isTagged, type TagData } from '../model/item.ts';
import { no, type Payload } from './payload.ts';

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

export function found({ items, tags }: BoardContents, filter: Payload | undefined): (ItemData | TagData)[] {
  const everything = () => [...items.values(), ...tags.values()];
  if (!filter) return everything();
  if (filter.id !== undefined) {
    const ids = new Set(many(filter.id));
    const matching = everything().filter(({ id }) => ids.has(id));
    // One id must exist; of several the missing are left out.
    if (!Array.isArray(filter.id) && matching.length === 0)
      no('unknown-id', `Item or tag not found: ${String(filter.id)}.`);
    return matching;
  }
  const types = filter.type === undefined ? undefined : many(filter.type);
  // Titles, as in every example; what no tag is called matches nothing.
  const titles = filter.tags === undefined ? undefined : many(filter.tags);
  const tagIds =
    titles && [...tags.values()].filter(({ title }) => titles.includes(title)).map(({ id }) => id);
  return everything().filter(
    (thing) =>
      (!types || types.includes(thing.type)) &&
      (!tagIds || (isItem(thing) && isTagged(thing) && thing.tagIds.some((id) => tagIds.includes(id)))),
  );
}

export const isItem = (thing: ItemData | TagData): thing is ItemData => thing.type !== 'tag';
