/**
 * What pressing, dragging and double-clicking on the canvas mean. Elements say what they are by attributes:
 * `data-item` (an item, by id), `data-handle` (a handle of what is selected). What drags do is in hands/; panning
 * belongs to zooming.ts.
 */
import { batch } from '@preact/signals';
import type { Point } from '../../base/box.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { Side } from '../model/connectorEnds.ts';
import type { Edits } from './edits/edits.ts';
import type { ItemType } from './edits/newItems.ts';
import { connecting, endAt, reattaching } from './hands/connecting.ts';
import { type Drag, nothing } from './hands/drag.ts';
import { moving } from './hands/moving.ts';
import { drawing } from './hands/pen.ts';
import { resizing } from './hands/resizing.ts';
import { rotating } from './hands/rotating.ts';
import { selecting } from './hands/selecting.ts';
import { toBoard } from './looking/camera.ts';
import type { BoardState, Tool } from './state/boardState.ts';

/** What a click makes with a tool in the hand. */
const made: Readonly<Partial<Record<Tool, ItemType>>> = {
  sticky: 'sticky_note',
  text: 'text',
  shape: 'shape',
  frame: 'frame',
  card: 'card',
};

/** Pixels the pointer may tremble in a click. */
const tremble = 4;

interface Press {
  readonly pointerId: number;
  readonly pixel: Point;
  /** In dp. */
  readonly from: Point;
  readonly on: 'item' | 'board';
  /** Whether it has become a drag. */
  started: boolean;
  readonly drag: Drag;
}

export const pans = (state: BoardState): boolean => state.spaceHeld.value || state.tool.value === 'hand';

const pixelIn = (canvas: Element, { clientX, clientY }: { clientX: number; clientY: number }): Point => {
  const box = canvas.getBoundingClientRect();
  return { x: clientX - box.left, y: clientY - box.top };
};

/** The item under the pointer: by its element, or by its place where it is only a mark (detail.ts). */
function itemUnder(state: BoardState, target: Element | null, pixel: Point): string | undefined {
  const known = target?.closest<HTMLElement>('[data-item]')?.dataset.item;
  if (known !== undefined || !target?.matches('[data-testid="board-canvas"]')) return known;
  return state.itemAt(toBoard(state.camera.value, pixel));
}

/** Whether d3-zoom may take this press. */
export function mayPan(canvas: HTMLElement, state: BoardState, event: MouseEvent | TouchEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  const point = event instanceof MouseEvent ? event : event.touches[0];
  const taken =
    target?.closest('[data-handle], [contenteditable="true"]') ||
    (point && itemUnder(state, target, pixelIn(canvas, point)) !== undefined);
  const free = pans(state) || (!taken && state.tool.value === 'select');
  // Two fingers pinch wherever they are.
  if (!(event instanceof MouseEvent)) return event.touches.length > 1 || free;
  if (event.button === 1) return true;
  if (event.button !== 0) return false;
  return pans(state) || (free && !event.shiftKey);
}

export function startGestures(
  canvas: HTMLElement,
  state: BoardState,
  edits: Edits,
  readOnly: () => boolean,
): Disposer {
  const kept = disposers();
  let pressed: Press | undefined;

  const pixelOf = (event: MouseEvent): Point => pixelIn(canvas, event);

  /** What a drag does while this tool is in the hand. */
  function toolDrag(from: Point): Drag {
    if (state.tool.value === 'pen') return drawing(state, edits);
    const start = state.tool.value === 'connector' ? endAt(state, from) : undefined;
    return start ? connecting(state, edits, start) : nothing;
  }

  /** Handles are named by compass where they resize, else `rotate`, `connect-<side>`, `start` or `end` of a line. */
  function handleDrag(id: string, handle: string): Drag {
    const item = state.items.get(id);
    if (handle === 'rotate') return rotating(state, edits, id);
    if (handle.startsWith('connect-'))
      return connecting(state, edits, { item: id, snapTo: handle.slice('connect-'.length) as Side });
    if (item?.type === 'connector')
      return handle === 'start' || handle === 'end' ? reattaching(state, edits, item, handle) : nothing;
    return resizing(state, edits, id, handle);
  }

  function onDown(event: PointerEvent) {
    const target = event.target instanceof Element ? event.target : null;
    // A second finger makes a pinch of it: the first one's drag is taken back.
    if (pressed && event.pointerType === 'touch') return cancel();
    if (!target || event.button !== 0 || pans(state) || pressed) return;
    if (target.closest('[contenteditable="true"]')) return;
    const pixel = pixelOf(event);
    const from = toBoard(state.camera.value, pixel);
    const id = itemUnder(state, target, pixel);
    const press = (drag: Drag) => {
      const on = id !== undefined || target.closest('[data-handle]') ? 'item' : 'board';
      pressed = { pointerId: event.pointerId, pixel, from, on, started: false, drag };
    };
    const tool = state.tool.value;
    if (tool !== 'select') return press(readOnly() ? nothing : toolDrag(from));
    const handle = target.closest<HTMLElement>('[data-handle]')?.dataset.handle;
    const [single] = state.selected.value;
    if (handle !== undefined && single !== undefined)
      return readOnly() ? undefined : press(handleDrag(single, handle));
    if (id === undefined) return press(event.shiftKey ? selecting(state) : nothing);
    const selected = state.selected.value;
    batch(() => {
      state.focused.value = id;
      const mates = state.matesOf(id);
      if (event.shiftKey) {
        state.selection.value = selected.includes(id)
          ? selected.filter((one) => !mates.includes(one))
          : [...new Set([...selected, ...mates])];
      } else if (!selected.includes(id)) state.selection.value = mates;
    });
    press(readOnly() ? nothing : moving(state, edits));
  }

  function onMove(event: PointerEvent) {
    const pixel = pixelOf(event);
    state.pointer.value = toBoard(state.camera.value, pixel);
    if (pressed?.pointerId !== event.pointerId) return;
    if (!pressed.started) {
      if (Math.hypot(pixel.x - pressed.pixel.x, pixel.y - pressed.pixel.y) < tremble) return;
      pressed.started = true;
      // Keeps the drag alive above the app's iframes and outside the window. Panning keeps its own.
      if (pressed.drag !== nothing) canvas.setPointerCapture(event.pointerId);
    }
    pressed.drag.move(pressed.from, toBoard(state.camera.value, pixel), event);
  }

  function onUp(event: PointerEvent) {
    if (pressed?.pointerId !== event.pointerId) return;
    const { started, drag, from, on } = pressed;
    pressed = undefined;
    if (started) {
      if (state.tool.value === 'connector') state.tool.value = 'select';
      return drag.end();
    }
    const type = made[state.tool.value];
    if (type) edits.add(type, from);
    else if (on === 'board' && !event.shiftKey) state.selection.value = [];
  }

  function cancel() {
    if (pressed?.started) pressed.drag.cancel();
    pressed = undefined;
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !pressed?.started) return;
    event.stopPropagation();
    cancel();
  }

  function onDouble(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target : null;
    const id = itemUnder(state, target, pixelOf(event));
    if (id === undefined) return;
    // In a group the first double click picks the item, the next one writes in it.
    const within = state.matesOf(id).length > 1 && state.selected.value.length > 1;
    if (within) state.selection.value = [id];
    else if (!readOnly()) state.editing.value = id;
  }

  const listen = <K extends keyof HTMLElementEventMap>(
    name: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => {
    canvas.addEventListener(name, listener);
    kept.add(() => canvas.removeEventListener(name, listener));
  };
  listen('pointerdown', onDown);
  listen('pointermove', onMove);
  listen('pointerup', onUp);
  listen('pointercancel', cancel);
  listen('dblclick', onDouble);
  listen('pointerleave', () => {
    state.pointer.value = null;
  });
  window.addEventListener('keydown', onKey, { capture: true });
  kept.add(() => window.removeEventListener('keydown', onKey, { capture: true }));
  return kept.dispose;
}
