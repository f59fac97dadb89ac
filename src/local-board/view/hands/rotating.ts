/** Turning one item around its centre. */

import type { Edits } from '../edits/edits.ts';
import type { BoardState } from '../state/boardState.ts';
import type { Drag } from './drag.ts';

/** Degrees between two steps while Shift is held. */
const step = 15;

/** From 0 to 359, whole degrees. */
export const tidyAngle = (degrees: number): number => ((Math.round(degrees) % 360) + 360) % 360;

export function rotating(state: BoardState, edits: Edits, id: string): Drag {
  const item = state.items.get(id);
  const before = item && 'rotation' in item ? item.rotation : undefined;
  const box = state.places.get(id);
  const pending = state.pending.get(id);
  let now = before ?? 0;
  const asBefore = () => {
    if (pending) state.pending.set(id, pending);
    else state.pending.delete(id);
  };
  return {
    move(from, to, { shiftKey }) {
      if (!box || before === undefined) return;
      const angle = (point: { x: number; y: number }) => Math.atan2(point.y - box.y, point.x - box.x);
      const turn = before + ((angle(to) - angle(from)) * 180) / Math.PI;
      now = tidyAngle(shiftKey ? Math.round(turn / step) * step : turn);
      state.pending.set(id, { ...pending, rotation: now });
    },
    end() {
      asBefore();
      if (before !== undefined && now !== before)
        edits.change('That could not be turned.', [{ id, rotation: now }]);
    },
    cancel: asBefore,
  };
}
