/**
 * Changes on their way to the server: shown at once, and shown until the server has answered. Then what it stored is
 * what is seen, also where it refused.
 */
import { batch } from '@preact/signals';
import type { BoardClient, ItemFields } from '../../client/client.ts';
import type { BoardState } from '../state/boardState.ts';
import type { Fields } from '../state/shown.ts';

export interface Sending {
  /** Where held items were let go: `ids` are held until this is stored. */
  geometry(changes: readonly ItemFields[], ids: readonly string[]): Promise<void>;
  /** Text, colour. Rejects when refused; the fields are then shown no longer. */
  content(changes: readonly ItemFields[]): Promise<void>;
}

export function createSending(client: BoardClient, state: BoardState): Sending {
  return {
    async geometry(changes, ids) {
      const holding = new Map(ids.map((id) => [id, state.held.get(id)]));
      try {
        await client.update(changes, { settle: true });
      } finally {
        batch(() => {
          // What has been taken up again meanwhile stays in the hand.
          for (const [id, box] of holding) if (state.held.get(id) === box) state.held.delete(id);
        });
      }
    },
    async content(changes) {
      const mine = new Map<string, Fields>();
      batch(() => {
        for (const { id, ...fields } of changes) {
          const before = state.pending.get(id);
          const style =
            before?.style && fields.style ? { style: { ...(before.style as object), ...fields.style } } : {};
          const merged = { ...before, ...fields, ...style };
          state.pending.set(id, merged);
          mine.set(id, merged);
        }
      });
      try {
        await client.update(changes);
      } finally {
        batch(() => {
          // A later change of the same item outranks this one and is still on its way.
          for (const [id, fields] of mine) if (state.pending.get(id) === fields) state.pending.delete(id);
        });
      }
    },
  };
}
