/**
 * Items by id that iterate bottom to top. Reading one, replacing one and putting a new one on top cost the same on
 * every board; only what goes in between (a frame, a restack, something brought back) makes the next iteration sort.
 */
import type { ItemData } from '../model/item.ts';
import { inOrder } from '../model/state.ts';

export interface Layered extends ReadonlyMap<string, ItemData> {
  layerOf(id: string): number;
}

export function createLayered() {
  const items = new Map<string, ItemData>();
  const layers = new Map<string, number>();
  /** May name items that are gone; they are passed over. */
  let line: string[] = [];
  let sorted = true;
  let top = Number.NEGATIVE_INFINITY;
  const layerOf = (id: string): number => layers.get(id) ?? 0;

  function* inLine(): Generator<ItemData, undefined> {
    if (!sorted) {
      line = inOrder(items.values(), layerOf).map(({ id }) => id);
      sorted = true;
    }
    for (const id of line) {
      const item = items.get(id);
      if (item) yield item;
    }
    return undefined;
  }
  function* entries(): Generator<[string, ItemData], undefined> {
    for (const item of inLine()) yield [item.id, item];
    return undefined;
  }
  function* keys(): Generator<string, undefined> {
    for (const item of inLine()) yield item.id;
    return undefined;
  }

  const view: Layered = {
    get size() {
      return items.size;
    },
    get: (id) => items.get(id),
    has: (id) => items.has(id),
    layerOf,
    entries,
    keys,
    values: inLine,
    [Symbol.iterator]: entries,
    forEach(callback) {
      for (const item of inLine()) callback(item, item.id, view);
    },
  };

  return {
    view,
    put(item: ItemData, layer: number): void {
      const known = items.has(item.id);
      if (known) sorted &&= layers.get(item.id) === layer;
      else if (item.type !== 'frame' && layer > top) {
        if (sorted) line.push(item.id);
      } else sorted = false;
      top = Math.max(top, layer);
      items.set(item.id, item);
      layers.set(item.id, layer);
    },
    drop(id: string): void {
      items.delete(id);
      layers.delete(id);
      // Its name in the line must not outlive many others' coming and going.
      if (line.length > 2 * items.size + 100) sorted = false;
    },
    clear(): void {
      items.clear();
      layers.clear();
      line = [];
      sorted = true;
      top = Number.NEGATIVE_INFINITY;
    },
  };
}
