/** The keyboard: everything the toolbars do, moving among items, and the clipboard. */
import { batch } from '@preact/signals';
import type { Point } from '../../base/box.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import { wordsOf } from '../model/words.ts';
import type { Board } from './board.ts';
import { plainText } from './content/richText.ts';
import { copied, itemsFormat, readCopied, writeCopied } from './edits/clipboard.ts';
import { picturesAmong } from './edits/importing.ts';
import type { Tool } from './state/boardState.ts';
import { nearest } from './state/places.ts';

/** dp an arrow key moves the selection; with Shift five times as far. */
const nudgeBy = 10;
/** Pixels an arrow key moves the board when nothing is selected. */
const panBy = 80;

const arrows: Readonly<Record<string, { dx: number; dy: number }>> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"]), textarea, select') ||
    target.closest('dialog') !== null);

/** Ticking a box is no typing, so undo works from there; every other key is the box's own. */
const ticking = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input[type="checkbox"]');

export function startShortcuts(
  canvas: HTMLElement,
  board: Pick<Board, 'state' | 'edits' | 'looking' | 'grouping' | 'importing' | 'readOnly'>,
): Disposer {
  const { state, edits, looking, grouping, importing, readOnly } = board;
  const kept = disposers();

  const here = (): Point => {
    if (state.pointer.value) return state.pointer.value;
    const { x, y, width, height } = state.viewport.value;
    return { x: x + width / 2, y: y + height / 2 };
  };

  function focusItem(id: string) {
    state.focused.value = id;
    requestAnimationFrame(() => {
      canvas.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
    });
    void looking.reveal(id);
  }

  function arrow({ dx, dy }: { dx: number; dy: number }, far: boolean) {
    if (state.selected.value.length > 0) {
      const step = far ? nudgeBy * 5 : nudgeBy;
      edits.nudge(dx * step, dy * step);
      return;
    }
    const on = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
    const from = on === undefined ? undefined : state.places.get(on);
    if (!from) return looking.panBy(-dx * panBy, -dy * panBy);
    const next = nearest(from, { dx, dy }, state.places, state.items.ids());
    if (next !== undefined) focusItem(next);
  }

  function edit() {
    const focused = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
    const [only, second] = state.selected.value;
    if (only !== undefined && second === undefined) {
      if (!readOnly()) state.editing.value = only;
    } else if (only === undefined && focused !== undefined) state.selection.value = [focused];
  }

  function stepBack() {
    batch(() => {
      if (state.tool.value !== 'select') state.tool.value = 'select';
      else state.selection.value = [];
    });
  }

  const take = (tool: Tool) => {
    if (tool === 'select' || tool === 'hand' || !readOnly()) state.tool.value = tool;
  };

  const withControl: Readonly<Record<string, (shift: boolean) => void>> = {
    z: (shift) => (shift ? edits.redo() : edits.undo()),
    y: () => edits.redo(),
    a: () => {
      state.selection.value = state.inLine(state.items.ids());
    },
    d: () => edits.duplicate(),
    g: (shift) => (shift ? grouping.ungroup() : grouping.group()),
    '0': () => looking.setZoom(1),
    '+': () => looking.step('in'),
    '=': () => looking.step('in'),
    '-': () => looking.step('out'),
  };

  const alone: Readonly<Record<string, () => void>> = {
    Escape: stepBack,
    Delete: () => edits.removeSelected(),
    Backspace: () => edits.removeSelected(),
    Enter: edit,
    F2: edit,
    '+': () => looking.step('in'),
    '=': () => looking.step('in'),
    '-': () => looking.step('out'),
    '0': () => looking.setZoom(1),
    '1': () => void looking.fit(),
    v: () => take('select'),
    h: () => take('hand'),
    n: () => edits.add('sticky_note', here()),
    l: () => (edits.connectSelected() ? undefined : take('connector')),
    p: () => take('pen'),
    m: () => {
      state.mapShown.value = !state.mapShown.value;
    },
  };

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || typing(event.target)) return;
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // A focused button keeps its own keys; an item is no button.
    const button = event.target instanceof Element && event.target.closest('button, a, summary') !== null;
    if (button && (key === 'Enter' || key === ' ')) return;
    if (key === ' ' && !ticking(event.target)) {
      event.preventDefault();
      state.spaceHeld.value = true;
      return;
    }
    if (event.altKey) return;
    if (ticking(event.target) && !(control && (key === 'z' || key === 'y'))) return;
    const direction = control ? undefined : arrows[key];
    const act = control ? withControl[key] : alone[key];
    if (!direction && !act) return;
    event.preventDefault();
    if (direction) arrow(direction, event.shiftKey);
    else act?.(event.shiftKey);
  }

  function onKeyUp(event: KeyboardEvent) {
    if (event.key === ' ') state.spaceHeld.value = false;
  }

  function onCopy(event: ClipboardEvent) {
    if (typing(event.target) || state.selected.value.length === 0 || !event.clipboardData) return;
    const chosen = copied(state.selected.value, state);
    const text = chosen.items.map((item) => plainText(wordsOf(item)));
    event.clipboardData.setData('text/plain', text.join('\n'));
    event.clipboardData.setData(itemsFormat, writeCopied(chosen));
    event.preventDefault();
    if (event.type === 'cut') edits.removeSelected();
  }

  function onPaste(event: ClipboardEvent) {
    if (typing(event.target) || !event.clipboardData) return;
    const chosen = readCopied(event.clipboardData.getData(itemsFormat));
    const text = event.clipboardData.getData('text/plain');
    const pictures = picturesAmong(event.clipboardData.files);
    event.preventDefault();
    if (chosen) edits.paste(chosen, here());
    else if (pictures.length > 0) importing.add(pictures, here());
    else if (text.trim()) edits.addText(text, here());
  }

  const listen = <K extends keyof DocumentEventMap>(
    name: K,
    listener: (event: DocumentEventMap[K]) => void,
  ) => {
    document.addEventListener(name, listener);
    kept.add(() => document.removeEventListener(name, listener));
  };
  listen('keydown', onKeyDown);
  listen('keyup', onKeyUp);
  listen('copy', onCopy);
  listen('cut', onCopy);
  listen('paste', onPaste);
  const onBlur = () => {
    state.spaceHeld.value = false;
  };
  window.addEventListener('blur', onBlur);
  kept.add(() => window.removeEventListener('blur', onBlur));
  return kept.dispose;
}
