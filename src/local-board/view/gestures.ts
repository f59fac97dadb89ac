/**
 * What pressing, dragging and double-clicking on the canvas mean. Elements say what they are by attributes:
 * `data-item` (an item, by id), `data-handle` (a resize handle). Panning itself belongs to zooming.ts.
 */
import { batch } from '@preact/signals';
import { type Box, boxAt, contains, type Point } from '../../base/box.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { ItemData } from '../model/item.ts';
import type { BoardState } from './boardState.ts';
import { toBoard } from './camera.ts';
import type { Edits } from './edits.ts';
import { withoutFollowers } from './places.ts';

/** Pixels the pointer may tremble in a click. */
const tremble = 4;

interface Drag {
  /** Both points in dp. */
  move(from: Point, to: Point, event: PointerEvent): void;
  end(): void;
  cancel(): void;
}

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

/** The box after dragging one handle, named by compass (`nw`, `e`, …). */
export function resized(item: ItemData, box: Box, handle: string, dx: number, dy: number): Box {
  const keepRatio = item.type === 'sticky_note';
  const least = item.type === 'frame' ? 100 : item.type === 'sticky_note' ? 40 : 16;
  const west = handle.includes('w');
  const north = handle.includes('n');
  let width = box.width + (handle.includes('e') ? dx : west ? -dx : 0);
  let height = box.height + (handle.includes('s') ? dy : north ? -dy : 0);
  if (keepRatio) {
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

const between = (a: Point, b: Point): Box =>
  boxAt(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x), Math.abs(a.y - b.y));

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
  if (!(event instanceof MouseEvent)) return event.touches.length > 1 || !taken;
  if (event.button === 1) return true;
  if (event.button !== 0) return false;
  return pans(state) || (!taken && !event.shiftKey && state.tool.value === 'select');
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

  function moving(): Drag {
    let ids: readonly string[] = [];
    let boxes = new Map<string, Box>();
    const put = (dx: number, dy: number) => {
      batch(() => {
        for (const [id, box] of boxes) state.held.set(id, { ...box, x: box.x + dx, y: box.y + dy });
      });
    };
    return {
      move(from, to) {
        if (ids.length === 0) {
          ids = withoutFollowers(state.selected.value, state.items);
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
      end() {
        state.dragging.value = new Set();
        edits.drop(ids);
      },
      cancel() {
        // Others have seen it on its way; it goes back for them too.
        put(0, 0);
        state.dragging.value = new Set();
        edits.drop(ids);
      },
    };
  }

  function resizing(id: string, handle: string): Drag {
    const item = state.items.get(id);
    const box = state.places.get(id);
    // What lies in a frame stays where it is while the frame's corner moves.
    const children = (item && 'childrenIds' in item ? item.childrenIds : []).flatMap((child) => {
      const place = state.places.get(child);
      return place ? [[child, place] as const] : [];
    });
    const letGo = () =>
      batch(() => {
        for (const [child] of [...children, [id] as const]) state.held.delete(child);
      });
    return {
      move(from, to) {
        if (!item || !box) return;
        const next = resized(item, box, handle, to.x - from.x, to.y - from.y);
        batch(() => {
          for (const [child, place] of children) state.held.set(child, place);
          state.held.set(id, next);
        });
      },
      end() {
        const next = state.held.get(id);
        if (next) edits.resize(id, next);
      },
      cancel: letGo,
    };
  }

  function marquee(): Drag {
    const before = state.selected.value;
    return {
      move(from, to) {
        const box = between(from, to);
        const touched = state.inLine(state.grid.find(box));
        // A frame is caught whole or not at all.
        const caught = touched.filter((id) => {
          const place = state.places.get(id);
          return state.items.get(id)?.type !== 'frame' || (place && contains(box, place));
        });
        batch(() => {
          state.marquee.value = box;
          state.selection.value = [...new Set([...before, ...caught])];
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

  const nothing: Drag = { move() {}, end() {}, cancel() {} };

  function onDown(event: PointerEvent) {
    const target = event.target instanceof Element ? event.target : null;
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
    if (tool !== 'select') return press(nothing);
    const handle = target.closest<HTMLElement>('[data-handle]');
    const [single] = state.selected.value;
    if (handle && single !== undefined)
      return readOnly() ? undefined : press(resizing(single, handle.dataset.handle ?? ''));
    if (id === undefined) return press(event.shiftKey ? marquee() : nothing);
    const selected = state.selected.value;
    batch(() => {
      state.focused.value = id;
      if (event.shiftKey) {
        state.selection.value = selected.includes(id)
          ? selected.filter((one) => one !== id)
          : [...selected, id];
      } else if (!selected.includes(id)) state.selection.value = [id];
    });
    press(readOnly() ? nothing : moving());
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
    if (started) return drag.end();
    const tool = state.tool.value;
    if (tool === 'sticky') edits.add('sticky_note', from);
    else if (tool === 'text' || tool === 'shape' || tool === 'frame') edits.add(tool, from);
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
    if (id !== undefined && !readOnly()) state.editing.value = id;
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
