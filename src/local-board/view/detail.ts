/**
 * Which items near the viewport are elements of their own, and which are only marks: coloured boxes, many of them
 * drawn as one. A mark costs next to nothing, so an item is one while it is too small to be read among very many, and
 * for the few frames until its turn to become an element has come; a quick pan or zoom never waits for a crowd.
 */
import { computed, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type Box, overlap } from '../../base/box.ts';
import type { BoardState } from './boardState.ts';
import { viewportOf } from './camera.ts';

/** Up to this many near the viewport, all are elements, however small: this is what most boards have. */
const plenty = 400;
/** Among more, those smaller than this on screen are marks: their text could hardly be read. Pixels. */
const legible = 40;
/** New elements in one frame: together they take a few milliseconds. */
const perFrame = 40;
/** Unless they are no more than this: then all come at once. */
const atOnce = 120;

export interface Detail {
  /** Ids of items that are elements, bottom to top. */
  readonly elements: ReadonlySignal<readonly string[]>;
  readonly marks: ReadonlySignal<readonly string[]>;
  /** Whether some marks are still to become elements. */
  readonly unfinished: ReadonlySignal<boolean>;
  /** The next few do. Call once a frame. */
  proceed(): void;
}

/** Those that stay, and as many that come as fit into a frame; the first of `wanted` come first. */
export function nextElements(
  present: ReadonlySet<string>,
  wanted: readonly string[],
): { readonly elements: ReadonlySet<string>; readonly unfinished: boolean } {
  const stay = wanted.filter((id) => present.has(id));
  const come = wanted.filter((id) => !present.has(id));
  const now = come.length <= atOnce ? come : come.slice(0, perFrame);
  return { elements: new Set([...stay, ...now]), unfinished: now.length < come.length };
}

export function createDetail(state: BoardState): Detail {
  const { items, places, visible } = state;
  const turns = signal(0);
  let present: ReadonlySet<string> = new Set();

  /** What is in the window, in coarse steps of its own. */
  const windowSteps = computed(() => {
    const { x, y, width, height } = viewportOf(state.camera.value, { left: 0, top: 0, ...state.size.value });
    const step = 2 ** Math.ceil(Math.log2(Math.max(width, height, 1))) / 8;
    const [first, last] = [Math.floor(x / step), Math.ceil((x + width) / step)];
    const [top, bottom] = [Math.floor(y / step), Math.ceil((y + height) / step)];
    return [step, first, last, top, bottom].join(' ');
  });

  const wanted = computed<readonly string[]>(() => {
    const near = visible.value;
    const kept = [state.editing.value, state.focused.value, near[0]];
    if (near.length <= plenty) return near;
    const [step = 1, first = 0, last = 0, top = 0, bottom = 0] = windowSteps.value.split(' ').map(Number);
    const part: Box = {
      x: ((first + last) / 2) * step,
      y: ((top + bottom) / 2) * step,
      width: (last - first) * step,
      height: (bottom - top) * step,
    };
    const least = legible / state.zoomStep.value;
    return untracked(() =>
      near.filter((id) => {
        const box = places.get(id);
        if (kept.includes(id) || items.get(id)?.type === 'frame') return true;
        return box && Math.max(box.width, box.height) >= least && overlap(box, part);
      }),
    );
  });

  const next = computed(() => {
    void turns.value;
    const found = nextElements(present, wanted.value);
    present = found.elements;
    return found;
  });

  return {
    elements: computed(() => visible.value.filter((id) => next.value.elements.has(id))),
    marks: computed(() => visible.value.filter((id) => !next.value.elements.has(id))),
    unfinished: computed(() => next.value.unfinished),
    proceed() {
      if (next.peek().unfinished) turns.value = turns.peek() + 1;
    },
  };
}
