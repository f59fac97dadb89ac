/** Finding items, tags and groups as `board.get`, `select` and `deselect` do. */
import type { BoardContents } from '../client/client.ts';
import { type GroupData, type ItemData, isTagged } from '../model/item.ts';
import { asMiro, isForeign, type Listener, type Thing } from './asMiro.ts';
import { no, type Payload } from './payload.ts';

const many = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

export function groupWith({ relations }: BoardContents, id: string): GroupData | undefined {
  const itemsIds = [...relations.membersOf(id)];
  return itemsIds.length > 0 ? { type: 'group', id, itemsIds } : undefined;
}

export const thingWith = (contents: BoardContents, id: string): Thing | undefined =>
  contents.items.get(id) ?? contents.tags.get(id) ?? groupWith(contents, id);

export function found(to: Listener, filter: Payload | undefined): Thing[] {
  const { items, tags, relations } = to.contents;
  const everything = (): Thing[] => [
    ...items.values(),
    ...tags.values(),
    ...[...relations.groups()].flatMap((id) => groupWith(to.contents, id) ?? []),
  ];
  if (!filter) return everything();
  if (filter.id !== undefined) {
    const ids = new Set(many(filter.id));
    const matching = Array.isArray(filter.id)
      ? everything().filter(({ id }) => ids.has(id))
      : [...ids].flatMap((id) => thingWith(to.contents, String(id)) ?? []);
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
      (!types || types.includes(typeTold(thing, to))) &&
      (!tagIds || (isItem(thing) && isTagged(thing) && thing.tagIds.some((id) => tagIds.includes(id)))),
  );
}

/** Each board of the SDK finds an item under the type that it tells. */
const typeTold = (thing: Thing, to: Listener): string =>
  isItem(thing) && isForeign(thing, to) ? asMiro(thing, to).type : thing.type;

export const isItem = (thing: Thing): thing is ItemData => thing.type !== 'tag' && thing.type !== 'group';
