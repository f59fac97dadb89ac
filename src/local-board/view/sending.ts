/**
 * Changes on their way to the server: shown at once, and shown until the server has answered. Then what it stored is
 * what is seen, also where it refused.
 */
import { batch } from '@preact/signals';
import type { BoardClient, ItemFields } from '../client/client.ts';
import type { BoardState, Fields } from './boardState.ts';

export interface Sending {
  /** Where held items were let go: `ids` are held until this is stored. */
  geometry(changes: readonly ItemFields[], ids: readonly string[]): Promise<void>;
  /** Text, colour. Rejects when refused; the fields are then shown no longer. */
  content(changes: readonly ItemFields[]): Promise<void>;
}

export function createSending(client: BoardClient, state: BoardState): Sending {
  return {
    async geometry(changes, ids) {
      const holding = new Map(ids.map((id) => [id, state.held.value.get(id)]));
      try {
        await client.update(changes, { settle: true });
      } finally {
        const held = new Map(state.held.value);
        // What has been taken up again meanwhile stays in the hand.
        for (const [id, box] of holding) if (held.get(id) === box) held.delete(id);
        state.held.value = held;
      }
    },
    async content(changes) {
      const mine = new Map<string, Fields>();
      const pending = new Map(state.pending.value);
      for (const { id, ...fields } of changes) {
        const merged = { ...pending.get(id), ...fields };
        pending.set(id, merged);
        mine.set(id, merged);
      }
      state.pending.value = pending;
      try {
        await client.update(changes);
      } finally {
        batch(() => {
          const left = new Map(state.pending.value);
          // A later change of the same item outranks this one and is still on its way.
          for (const [id, fields] of mine) if (left.get(id) === fields) left.delete(id);
          state.pending.value = left;
        });
      }
    },
  };
}
