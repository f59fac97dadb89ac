/** Dragging a corner or a side of one item. */
import { batch } from '@preact/signals';
import { type Box, boxAt, type Point } from '../../../base/box.ts';
import { rotationOf, turned } from '../../model/connectorEnds.ts';
import type { ItemData } from '../../model/item.ts';
import type { Edits } from '../edits/edits.ts';
import type { BoardState } from '../state/boardState.ts';
import type { Drag } from './drag.ts';

const keepsRatio: ReadonlySet<ItemData['type']> = new Set(['sticky_note', 'image', 'preview']);
/** dp. */
const smallest = (type: ItemData['type']): number =>
  type === 'frame' ? 100 : type === 'sticky_note' || type === 'card' || type === 'preview' ? 40 : 16;

/** The box after dragging one handle, named by compass (`nw`, `e`, …); `dx`, `dy` along the item's own sides. */
export function resized(item: ItemData, box: Box, handle: string, dx: number, dy: number): Box {
  const least = smallest(item.type);
  const west = handle.includes('w');
  const north = handle.includes('n');
  let width = box.width + (handle.includes('e') ? dx : west ? -dx : 0);
  let height = box.height + (handle.includes('s') ? dy : north ? -dy : 0);
  if (keepsRatio.has(item.type)) {
    const factor = Math.max(least / box.width, width / box.width, height / box.height);
    width = box.width * factor;
    height = box.height * factor;
  }
  width = Math.max(least, width);
  height = Math.max(item.type === 'text' ? 1 : least, height);
  const x = west ? box.x + box.width / 2 - width : box.x - box.width / 2;
  const y = north ? box.y + box.height / 2 - height : box.y - box.height / 2;
  return boxAt(x, y, width, height);
}

/** The same for an item that may be turned: the corner that is not dragged stays where it is on the board. */
export function resizedAsTurned(item: ItemData, box: Box, handle: string, by: Point): Box {
  const rotation = rotationOf(item);
  const own = turned(by, -rotation);
  const next = resized(item, box, handle, own.x, own.y);
  const shift = turned({ x: next.x - box.x, y: next.y - box.y }, rotation);
  return { ...next, x: box.x + shift.x, y: box.y + shift.y };
}

export function resizing(state: BoardState, edits: Edits, id: string, handle: string): Drag {
  const item = state.items.get(id);
  const box = state.places.get(id);
  // What lies in a frame stays where it is while the frame's corner moves.
  const children = (item?.type === 'frame' ? item.childrenIds : []).flatMap((child) => {
    const place = state.places.get(child);
    return place ? [[child, place] as const] : [];
  });
  return {
    move(from, to) {
      if (!item || !box) return;
      const next = resizedAsTurned(item, box, handle, { x: to.x - from.x, y: to.y - from.y });
      batch(() => {
        for (const [child, place] of children) state.held.set(child, place);
        state.held.set(id, next);
      });
    },
    end() {
      const next = state.held.get(id);
      if (next) edits.resize(id, next);
    },
    cancel: () =>
      batch(() => {
        for (const [child] of [...children, [id] as const]) state.held.delete(child);
      }),
  };
}
