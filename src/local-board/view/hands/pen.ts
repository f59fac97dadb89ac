/** A freehand line. The SDK has no class for it: apps see a place and a size (websdk-reference-unsupported). */

import type { Edits } from '../edits/edits.ts';
import type { BoardState } from '../state/boardState.ts';
import type { Drag } from './drag.ts';
import { strokeOf } from './stroke.ts';

/** Pixels between two points that are kept. */
const apart = 3;

export function drawing(state: BoardState, edits: Edits): Drag {
  const stop = () => {
    state.stroke.value = null;
  };
  return {
    move(from, to) {
      const points = state.stroke.value ?? [from];
      const last = points[points.length - 1] ?? from;
      if (Math.hypot(to.x - last.x, to.y - last.y) * state.camera.value.k < apart) return;
      state.stroke.value = [...points, to];
    },
    end() {
      const points = state.stroke.value;
      stop();
      if (points && points.length > 1) edits.draw(strokeOf(points));
    },
    cancel: stop,
  };
}
