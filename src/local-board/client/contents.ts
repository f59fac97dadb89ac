/**
 * A window's copy of the board, brought forward one happening at a time. What it shows is a new value after each, so
 * that whoever kept the old one can compare; the layers behind it are its own.
 */
import type { ItemData, TagData } from '../model/item.ts';
import { inOrder, type VisibleChange } from '../model/state.ts';
import type { BoardContents } from './client.ts';

export function createCopy() {
  let contents: BoardContents = { items: new Map(), tags: new Map() };
  let layers = new Map<string, number>();
  let top = 0;

  const ordered = (items: Iterable<ItemData>): Map<string, ItemData> =>
    new Map(inOrder(items, (id) => layers.get(id) ?? 0).map((item) => [item.id, item]));

  return {
    contents: (): BoardContents => contents,
    refill(items: readonly (readonly [ItemData, number])[], tags: readonly TagData[]): void {
      layers = new Map(items.map(([item, layer]) => [item.id, layer]));
      top = items.reduce((highest, [, layer]) => Math.max(highest, layer), 0);
      contents = {
        items: ordered(items.map(([item]) => item)),
        tags: new Map(tags.map((tag) => [tag.id, tag])),
      };
    },
    bring(changes: readonly VisibleChange[]): void {
      const items = new Map(contents.items);
      let tags: Map<string, TagData> | undefined;
      let disordered = false;
      for (const change of changes) {
        if (change.what === 'item') {
          const { item, layer } = change;
          // New items usually come on top, where a Map puts them by itself; frames belong below.
          disordered ||= items.has(item.id)
            ? layers.get(item.id) !== layer
            : item.type === 'frame' || layer < top;
          top = Math.max(top, layer);
          items.set(item.id, item);
          layers.set(item.id, layer);
        } else if (change.what === 'item-gone') {
          items.delete(change.id);
          layers.delete(change.id);
        } else {
          tags ??= new Map(contents.tags);
          if (change.what === 'tag') tags.set(change.tag.id, change.tag);
          else tags.delete(change.id);
        }
      }
      contents = { items: disordered ? ordered(items.values()) : items, tags: tags ?? contents.tags };
    },
  };
}
