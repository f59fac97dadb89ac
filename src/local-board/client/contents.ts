/** A window's copy of the board, brought forward one happening at a time. */
import type { ItemData, TagData } from '../model/item.ts';
import { inOrder, type VisibleChange } from '../model/state.ts';
import type { BoardContents } from './client.ts';

export interface Copy {
  readonly contents: BoardContents;
  readonly layers: ReadonlyMap<string, number>;
}

export const emptyCopy: Copy = { contents: { items: new Map(), tags: new Map() }, layers: new Map() };

export function freshCopy(items: readonly (readonly [ItemData, number])[], tags: readonly TagData[]): Copy {
  const layers = new Map(items.map(([item, layer]) => [item.id, layer]));
  return {
    contents: {
      items: ordered(
        items.map(([item]) => item),
        layers,
      ),
      tags: new Map(tags.map((tag) => [tag.id, tag])),
    },
    layers,
  };
}

const ordered = (items: Iterable<ItemData>, layers: ReadonlyMap<string, number>): Map<string, ItemData> =>
  new Map(inOrder(items, (id) => layers.get(id) ?? 0).map((item) => [item.id, item]));

export function brought(copy: Copy, changes: readonly VisibleChange[]): Copy {
  const items = new Map(copy.contents.items);
  const layers = new Map(copy.layers);
  let tags: Map<string, TagData> | undefined;
  let top: number | undefined;
  let disordered = false;
  const highest = () => [...copy.layers.values()].reduce((a, b) => Math.max(a, b), 0);
  for (const change of changes) {
    if (change.what === 'item') {
      const { item, layer } = change;
      if (!items.has(item.id)) {
        // New items usually come on top, where a Map puts them by itself; frames belong below.
        top ??= highest();
        if (item.type === 'frame' || layer < top) disordered = true;
        else top = layer;
      } else if (layers.get(item.id) !== layer) disordered = true;
      items.set(item.id, item);
      layers.set(item.id, layer);
    } else if (change.what === 'item-gone') {
      items.delete(change.id);
      layers.delete(change.id);
    } else {
      tags ??= new Map(copy.contents.tags);
      if (change.what === 'tag') tags.set(change.tag.id, change.tag);
      else tags.delete(change.id);
    }
  }
  return {
    contents: {
      items: disordered ? ordered(items.values(), layers) : items,
      tags: tags ?? copy.contents.tags,
    },
    layers,
  };
}
