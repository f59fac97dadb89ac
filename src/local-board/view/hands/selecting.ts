/** Dragging a rectangle: what it touches is selected. */
import { batch } from '@preact/signals';
import { type Box, boxAt, contains, type Point } from '../../../base/box.ts';
import type { BoardState } from '../state/boardState.ts';
import type { Drag } from './drag.ts';

const between = (a: Point, b: Point): Box =>
  boxAt(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x), Math.abs(a.y - b.y));

export function selecting(state: BoardState): Drag {
  const before = state.selected.value;
  return {
    move(from, to) {
      const box = between(from, to);
      const touched = state.inLine(state.grid.find(box));
      // A frame is caught whole or not at all; so is a line, whose box is mostly empty.
      const caught = touched.filter((id) => {
        const [place, type] = [state.places.get(id), state.items.get(id)?.type];
        return (type !== 'frame' && type !== 'connector') || (place && contains(box, place));
      });
      batch(() => {
        state.marquee.value = box;
        state.selection.value = [...new Set([...before, ...caught.flatMap(state.matesOf)])];
      });
    },
    end: () => (state.marquee.value = null),
    cancel() {
      batch(() => {
        state.marquee.value = null;
        state.selection.value = before;
      });
    },
  };
}
