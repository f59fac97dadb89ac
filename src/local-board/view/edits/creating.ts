/**
 * New items by hand. They are on the page, and can be typed in and moved, before the server has given them an id;
 * what is done to them meanwhile waits for it.
 */
import { batch } from '@preact/signals';
import type { BoardClient } from '../../client/client.ts';
import { type ConnectorEnd, type ItemData, isPlaced } from '../../model/item.ts';
import type { BoardState } from '../state/boardState.ts';
import type { Overlay } from '../state/cells.ts';
import type { Copied } from './clipboard.ts';
import { askFor } from './newItems.ts';

export interface Creating {
  /** Shows the draft at once, selected. Resolves to the server's id; rejects when the server refuses. */
  create(draft: ItemData, then: 'edit' | 'leave'): Promise<string>;
  /** Copies that lie this much further, selected when they have come. */
  copy(copied: Copied, dx: number, dy: number): Promise<void>;
  /** The server's id, as soon as there is one; undefined for what the server refused or nobody knows. */
  arrival(id: string): Promise<string | undefined>;
}

export function createCreating(client: BoardClient, state: BoardState): Creating {
  const coming = new Map<string, Promise<string>>();

  /** Moves everything that is known of the draft over to the item that came of it. */
  function arrived(draftId: string, id: string): void {
    const rename = <T>(overlay: Overlay<T>) => {
      const entry = overlay.get(draftId);
      overlay.delete(draftId);
      if (entry !== undefined) overlay.set(id, entry);
    };
    const now = (one: string | null) => (one === draftId ? id : one);
    state.draftedAs.set(id, draftId);
    state.arrivedAs.set(draftId, id);
    state.selection.value = state.selection.value.map((one) => (one === draftId ? id : one));
    state.editing.value = now(state.editing.value);
    state.focused.value = now(state.focused.value);
    rename(state.pending);
    rename(state.held);
  }

  async function ask(draft: ItemData): Promise<string> {
    try {
      const [item] = await client.create([askFor(draft)], { settle: true });
      if (!item) throw new Error('The board answered without the item.');
      batch(() => {
        arrived(draft.id, item.id);
        state.drafts.delete(draft.id);
      });
      return item.id;
    } catch (error) {
      batch(() => {
        if (state.editing.value === draft.id) state.editing.value = null;
        state.drafts.delete(draft.id);
      });
      throw error;
    }
  }

  return {
    create(draft, then) {
      batch(() => {
        state.drafts.set(draft.id, draft);
        state.selection.value = [draft.id];
        state.focused.value = draft.id;
        if (then === 'edit') state.editing.value = draft.id;
      });
      const asked = ask(draft);
      coming.set(draft.id, asked);
      return asked;
    },
    async copy({ items: chosen, places, tags }, dx, dy) {
      // Pasted on another board, or after a cut, a line without what it joined has nowhere to go.
      const known = new Set(chosen.map(({ id }) => id));
      const isThere = ({ item }: ConnectorEnd) => known.has(item) || state.items.get(item) !== undefined;
      const items = chosen.filter((item) => isPlaced(item) || (isThere(item.start) && isThere(item.end)));
      if (items.length === 0) throw new Error('A line needs the two items it joins.');
      const wanted = items.map((item) => {
        const box = places.get(item.id);
        return { ...askFor(item), ...(box && isPlaced(item) ? { x: box.x + dx, y: box.y + dy } : {}) };
      });
      const sources = items.map(({ id }) => id);
      const made = await client.create(wanted, { copyOf: sources, tags, settle: true });
      // The children of a copied frame come along but are not selected, so that moving the copy moves them once.
      const parents = new Set(sources);
      state.selection.value = made
        .filter((_, index) => !parents.has(items[index]?.parentId ?? ''))
        .map(({ id }) => id);
    },
    async arrival(id) {
      const asked = coming.get(id);
      // Whoever asked for it is told of a refusal.
      return asked ? asked.catch(() => undefined) : id;
    },
  };
}
