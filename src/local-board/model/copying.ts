/**
 * What of a board goes into a copy or a file: items with their layers, tags, metadata and app data. Storage
 * collections stay behind, as in Miro (app-data storage guide). Items and tags get new ids, as everything that Miro
 * makes has an id of its own; what points at them inside the board follows.
 */
import { copyOfItem } from './appCards.ts';
import type { ItemData, TagData } from './item.ts';
import { type BoardState, type Change, inOrder, type Values } from './state.ts';

export interface BoardContent {
  /** Bottom to top. */
  readonly items: readonly { readonly item: ItemData; readonly layer: number }[];
  readonly tags: readonly TagData[];
  readonly metadata: readonly { readonly item: string; readonly app: string; readonly values: Values }[];
  readonly appData: readonly { readonly app: string; readonly values: Values }[];
}

export function contentOf(state: BoardState): BoardContent {
  const { items, layers, tags, metadata, appData, top: _, stored: __, relations: ___, ...others } = state;
  // Whoever gives a board something new decides here whether it is copied along.
  others satisfies Readonly<Record<string, never>>;
  const layerOf = (id: string) => layers.get(id) ?? 0;
  return {
    items: inOrder(items.values(), layerOf).map((item) => ({ item, layer: layerOf(item.id) })),
    tags: [...tags.values()],
    metadata: [...metadata].flatMap(([item, noted]) =>
      [...noted].map(([app, values]) => ({ item, app, values })),
    ),
    appData: [...appData].map(([app, values]) => ({ app, values })),
  };
}

/** Properties of items that hold ids of other items, tags or groups; the ends of a connector hold `item`. */
const references = ['parentId', 'groupId', 'childrenIds', 'tagIds', 'item'];
const ends = ['start', 'end'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The item's fields with every id in them replaced. */
export function withReferences<Fields extends object>(
  fields: Fields,
  idOf: (id: string, property: string) => string,
): Fields {
  const renamed = Object.entries(fields).map(([key, value]) => {
    const replaced = (one: unknown) => (typeof one === 'string' ? idOf(one, key) : one);
    if (ends.includes(key) && isRecord(value)) return [key, withReferences(value, idOf)];
    if (!references.includes(key)) return [key, value];
    return [key, Array.isArray(value) ? value.map(replaced) : replaced(value)];
  });
  // The same keys with values of the same types.
  return Object.fromEntries(renamed) as Fields;
}

/** What makes an empty board equal to this one, under new ids. */
export function copyOfBoard(state: BoardState, newId: () => string): readonly Change[] {
  const { items, tags, metadata, appData } = contentOf(state);
  const ids = new Map<string, string>();
  const idOf = (id: string): string => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  return [
    ...tags.map((tag): Change => ({ what: 'tag', tag: { ...tag, id: idOf(tag.id) } })),
    ...items.map(
      ({ item, layer }): Change => ({
        what: 'item',
        item: { ...withReferences(copyOfItem(item), idOf), id: idOf(item.id) },
        layer,
      }),
    ),
    ...metadata.map(({ item, app, values }): Change => ({ what: 'metadata', item: idOf(item), app, values })),
    ...appData.map(({ app, values }): Change => ({ what: 'app-data', app, values })),
  ];
}
