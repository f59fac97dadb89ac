/**
 * Drawing a connector from one item to another, and taking an end of one elsewhere. Until it is let go only this
 * window sees the line (`state.linking`).
 */
import type { Point } from '../../../base/box.ts';
import type { Side } from '../../model/connectorEnds.ts';
import type { ConnectorData, ConnectorEnd } from '../../model/item.ts';
import type { Edits } from '../edits/edits.ts';
import type { BoardState } from '../state/boardState.ts';
import { seen } from '../state/places.ts';
import type { Drag } from './drag.ts';

/** Pixels from the middle of a side within which the end is fixed to that side. */
const near = 18;

const sides: readonly { readonly side: Side; readonly x: number; readonly y: number }[] = [
  { side: 'top', x: 0, y: -0.5 },
  { side: 'right', x: 0.5, y: 0 },
  { side: 'bottom', x: 0, y: 0.5 },
  { side: 'left', x: -0.5, y: 0 },
];

/** The item under a point as an end of a connector; fixed to a side where the point is right at its middle. */
export function endAt(state: BoardState, point: Point, not?: string): ConnectorEnd | undefined {
  const id = state.itemAt(point);
  const [item, place] = id === undefined ? [] : [state.items.get(id), state.places.get(id)];
  if (!item || !place || item.id === not || state.drafts.has(item.id)) return undefined;
  const box = seen(item, place);
  const reach = near / state.camera.value.k;
  const close = sides.find(
    ({ x, y }) => Math.hypot(box.x + x * box.width - point.x, box.y + y * box.height - point.y) < reach,
  );
  return close ? { item: item.id, snapTo: close.side } : { item: item.id };
}

export function connecting(state: BoardState, edits: Edits, from: ConnectorEnd): Drag {
  const stop = () => {
    state.linking.value = null;
  };
  return {
    move(_, to) {
      state.linking.value = { fixed: from, end: 'end', over: endAt(state, to, from.item), at: to };
    },
    end() {
      const over = state.linking.value?.over;
      stop();
      if (over) edits.connect(from, over);
    },
    cancel: stop,
  };
}

export function reattaching(
  state: BoardState,
  edits: Edits,
  connector: ConnectorData,
  end: 'start' | 'end',
): Drag {
  const fixed = end === 'start' ? connector.end : connector.start;
  const stop = () => {
    state.linking.value = null;
  };
  return {
    move(_, to) {
      state.linking.value = { fixed, end, over: endAt(state, to, fixed.item), at: to, of: connector };
    },
    end() {
      const over = state.linking.value?.over;
      stop();
      if (over) edits.change('The connector could not be moved.', [{ id: connector.id, [end]: over }]);
    },
    cancel: stop,
  };
}
