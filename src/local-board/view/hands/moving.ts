/** Dragging what is selected to another place. */
import { batch } from '@preact/signals';
import type { Box } from '../../../base/box.ts';
import type { Edits } from '../edits/edits.ts';
import type { BoardState } from '../state/boardState.ts';
import { movable } from '../state/places.ts';
import type { Drag } from './drag.ts';

export function moving(state: BoardState, edits: Edits): Drag {
  let ids: readonly string[] | undefined;
  let boxes = new Map<string, Box>();
  const put = (dx: number, dy: number) => {
    batch(() => {
      for (const [id, box] of boxes) state.held.set(id, { ...box, x: box.x + dx, y: box.y + dy });
    });
  };
  const letGo = () => {
    state.dragging.value = new Set();
    edits.drop(ids ?? []);
  };
  return {
    move(from, to) {
      if (!ids) {
        ids = movable(state.selected.value, state.items);
        boxes = new Map(
          ids.flatMap((id) => {
            const box = state.places.get(id);
            return box ? [[id, box] as const] : [];
          }),
        );
        state.dragging.value = new Set(ids);
      }
      put(to.x - from.x, to.y - from.y);
      edits.trail(ids);
    },
    end: letGo,
    cancel() {
      // Others have seen it on its way; it goes back for them too.
      put(0, 0);
      letGo();
    },
  };
}
