/**
 * A board as it stands, and the changes that turn one state into the next. The server keeps it, stores the changes
 * and sends those that people may see to every window; nothing here decides whether a change is allowed.
 */
import type { Json } from '../../base/json.ts';
import type { ItemData, TagData } from './item.ts';
import { createRelations, type LivingRelations } from './relations.ts';

export interface StoredValue {
  /** Undefined once removed; the version stays, so that it never falls. */
  readonly value: Json | undefined;
  readonly version: number;
}

export type Values = Readonly<Record<string, Json>>;

/** What everybody on the board sees. */
export type VisibleChange =
  | { readonly what: 'item'; readonly item: ItemData; readonly layer: number }
  | { readonly what: 'item-gone'; readonly id: string }
  | { readonly what: 'tag'; readonly tag: TagData }
  | { readonly what: 'tag-gone'; readonly id: string };

/** What only one app sees. */
export type AppChange =
  | { readonly what: 'metadata'; readonly item: string; readonly app: string; readonly values: Values }
  | { readonly what: 'app-data'; readonly app: string; readonly values: Values }
  | {
      readonly what: 'stored';
      readonly app: string;
      readonly collection: string;
      readonly key: string;
      readonly stored: StoredValue;
    };

export type Change = VisibleChange | AppChange;

export interface BoardState {
  readonly items: Map<string, ItemData>;
  /** Higher is nearer the viewer; frames lie below everything else whatever their number says. */
  readonly layers: Map<string, number>;
  /** No layer is above this one; there may be nothing on it any more. */
  top: number;
  /** Follows from the items: change those by `apply` only. */
  readonly relations: LivingRelations;
  readonly tags: Map<string, TagData>;
  /** By item, then by app. */
  readonly metadata: Map<string, Map<string, Values>>;
  readonly appData: Map<string, Values>;
  /** By `valueKey(app, collection, key)`. */
  readonly stored: Map<string, StoredValue>;
}

export const emptyBoard = (): BoardState => ({
  items: new Map(),
  layers: new Map(),
  top: 0,
  relations: createRelations(),
  tags: new Map(),
  metadata: new Map(),
  appData: new Map(),
  stored: new Map(),
});

export const valueKey = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Carries one change out, in place. */
export function apply(state: BoardState, change: Change): void {
  switch (change.what) {
    case 'item':
      state.relations.replace(state.items.get(change.item.id), change.item);
      state.items.set(change.item.id, change.item);
      state.layers.set(change.item.id, change.layer);
      state.top = Math.max(state.top, change.layer);
      return;
    case 'item-gone':
      state.relations.replace(state.items.get(change.id), undefined);
      state.items.delete(change.id);
      state.layers.delete(change.id);
      return;
    case 'tag':
      state.tags.set(change.tag.id, change.tag);
      return;
    case 'tag-gone':
      state.tags.delete(change.id);
      return;
    case 'metadata': {
      const noted = state.metadata.get(change.item) ?? new Map<string, Values>();
      if (Object.keys(change.values).length === 0) noted.delete(change.app);
      else noted.set(change.app, change.values);
      if (noted.size === 0) state.metadata.delete(change.item);
      else state.metadata.set(change.item, noted);
      return;
    }
    case 'app-data':
      state.appData.set(change.app, change.values);
      return;
    case 'stored':
      state.stored.set(valueKey(change.app, change.collection, change.key), change.stored);
      return;
    default:
      change satisfies never;
  }
}

export const isVisible = (change: Change): change is VisibleChange =>
  change.what === 'item' ||
  change.what === 'item-gone' ||
  change.what === 'tag' ||
  change.what === 'tag-gone';

/** Bottom to top: frames first, then by layer; where two share one, in the same order in every window. */
export function inOrder(items: Iterable<ItemData>, layerOf: (id: string) => number): ItemData[] {
  // Looked up once for each item rather than at each comparison: this is done for thousands at a time.
  const ranked = Array.from(items, (item) => ({
    item,
    level: item.type === 'frame' ? 0 : 1,
    layer: layerOf(item.id),
  }));
  ranked.sort((a, b) => a.level - b.level || a.layer - b.layer || (a.item.id < b.item.id ? -1 : 1));
  return ranked.map(({ item }) => item);
}
