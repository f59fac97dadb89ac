/** The context menu: where it is open and for what. The list of what it offers is in menuEntries.ts. */
import { type Signal, signal } from '@preact/signals';
import type { Point } from '../../../base/box.ts';
import { type Copied, itemsFormat, readCopied } from '../edits/clipboard.ts';
import { toBoard } from '../looking/camera.ts';
import type { BoardState } from '../state/boardState.ts';

export interface OpenMenu {
  /** Tells one opening from the next. */
  readonly key: number;
  /** Its top-left corner in this window, in pixels, if there is room. */
  readonly at: Point;
  /** That point on the board: what is pasted goes there. */
  readonly on: Point;
  /** What it is about; none where it was opened on the board itself. */
  readonly ids: readonly string[];
}

export interface Menu {
  readonly shown: Signal<OpenMenu | null>;
  /** On an item: for the selection, or for this item alone where it is not part of it. `null`: on the board itself. */
  openOn(item: string | null, at: Point): void;
  openForSelection(at: Point): void;
  close(): void;
  /** What was last copied in this window. */
  copied(): Copied | undefined;
  /** A copy has gone to the clipboard. */
  heard(event: ClipboardEvent): void;
}

export function createMenu(state: BoardState, canvas: () => HTMLElement | undefined): Menu {
  const shown = signal<OpenMenu | null>(null);
  let last = 0;
  let text = '';

  function open(ids: readonly string[], at: Point): void {
    const box = canvas()?.getBoundingClientRect();
    const on = toBoard(state.camera.value, { x: at.x - (box?.left ?? 0), y: at.y - (box?.top ?? 0) });
    last += 1;
    shown.value = { key: last, at, on, ids };
  }

  return {
    shown,
    openOn(item, at) {
      if (item === null) state.selection.value = [];
      else if (!state.selection.value.includes(item)) state.selection.value = state.matesOf(item);
      open(state.selected.value, at);
    },
    openForSelection: (at) => open(state.selected.value, at),
    close() {
      shown.value = null;
    },
    copied: () => readCopied(text),
    heard(event) {
      const items = event.clipboardData?.getData(itemsFormat);
      if (items) text = items;
    },
  };
}
