/**
 * A window's copy of the board. It lives: each happening changes it in place, at a cost that does not grow with the
 * board, and tells what has changed. Who needs to know how something was is given just that.
 */
import type { ItemData, TagData } from '../model/item.ts';
import { createRelations } from '../model/relations.ts';
import type { VisibleChange } from '../model/state.ts';
import type { BoardContents } from './client.ts';
import { createLayered } from './layered.ts';

export interface Brought {
  /** Ids of items and tags that came, went or changed. */
  readonly changed: ReadonlySet<string>;
  /** The items among them as they were; those that are new are missing. */
  readonly before: ReadonlyMap<string, ItemData>;
}

export function createCopy() {
  const items = createLayered();
  const tags = new Map<string, TagData>();
  const relations = createRelations();
  const contents: BoardContents = { items: items.view, tags, relations };

  return {
    contents: (): BoardContents => contents,
    /** Takes everything anew; gives the ids of all that was there and all that is. */
    refill(
      fresh: readonly (readonly [ItemData, number])[],
      freshTags: readonly TagData[],
    ): ReadonlySet<string> {
      const changed = new Set([...items.view.keys(), ...tags.keys()]);
      items.clear();
      relations.clear();
      tags.clear();
      for (const [item, layer] of fresh.toSorted(([, a], [, b]) => a - b)) {
        items.put(item, layer);
        relations.replace(undefined, item);
      }
      for (const tag of freshTags) tags.set(tag.id, tag);
      for (const [{ id }] of fresh) changed.add(id);
      for (const { id } of freshTags) changed.add(id);
      return changed;
    },
    bring(changes: readonly VisibleChange[]): Brought {
      const changed = new Set<string>();
      const before = new Map<string, ItemData>();
      const remember = (id: string) => {
        const was = changed.has(id) ? undefined : items.view.get(id);
        if (was) before.set(id, was);
        changed.add(id);
      };
      for (const change of changes) {
        if (change.what === 'item') {
          remember(change.item.id);
          relations.replace(items.view.get(change.item.id), change.item);
          items.put(change.item, change.layer);
        } else if (change.what === 'item-gone') {
          remember(change.id);
          relations.replace(items.view.get(change.id), undefined);
          items.drop(change.id);
        } else if (change.what === 'tag') {
          changed.add(change.tag.id);
          tags.set(change.tag.id, change.tag);
        } else {
          changed.add(change.id);
          tags.delete(change.id);
        }
      }
      return { changed, before };
    },
  };
}
