/** When the context menu opens: right click, long press, Shift+F10 or the menu key. */
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { onScreen } from '../looking/camera.ts';
import type { BoardState } from '../state/boardState.ts';
import type { Menu } from './menu.ts';

/** Where the browser's own menu helps more: spelling, links, fields. */
const itsOwn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null);

const itemAt = (target: EventTarget | null): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-item]')?.dataset.item) || null;

export function startMenuCalls(canvas: HTMLElement, state: BoardState, menu: Menu): Disposer {
  const kept = disposers();

  function onContextMenu(event: MouseEvent) {
    if (itsOwn(event.target)) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    // On a handle, or between the items of a selection, it is about the selection.
    const onSelection = event.target instanceof Element && event.target.closest('[data-handle]') !== null;
    if (onSelection) menu.openForSelection({ x, y });
    else menu.openOn(itemAt(event.target), { x, y });
  }

  function onKey(event: KeyboardEvent) {
    if (!(event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) return;
    if (event.defaultPrevented || itsOwn(event.target)) return;
    event.preventDefault();
    const item = itemAt(event.target);
    const within = canvas.getBoundingClientRect();
    if (item !== null && state.selected.value.length === 0) state.selection.value = [item];
    const box = state.selectedBox.value;
    const shown = box && onScreen(state.camera.value, box);
    const at = shown
      ? { x: within.left + shown.left + shown.width / 2, y: within.top + shown.top + shown.height / 2 }
      : { x: within.left + within.width / 2, y: within.top + within.height / 3 };
    menu.openForSelection(at);
  }

  canvas.addEventListener('contextmenu', onContextMenu);
  kept.add(() => canvas.removeEventListener('contextmenu', onContextMenu));
  document.addEventListener('keydown', onKey);
  kept.add(() => document.removeEventListener('keydown', onKey));
  // On the window, so that the page has written what is copied.
  for (const type of ['copy', 'cut'] as const) {
    window.addEventListener(type, menu.heard);
    kept.add(() => window.removeEventListener(type, menu.heard));
  }
  return kept.dispose;
}
