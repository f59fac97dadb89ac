/**
 * Which items near the viewport are elements of their own, and which are only marks: coloured boxes, many of them
 * drawn as one. A mark costs next to nothing, so an item is one while it is too small to be read among very many, and
 * until its turn to become an element has come. In a crowd the turns come fast only while the board is at rest: any
 * element that comes or goes makes the browser look at all of them again, which a moving board has no time for.
 */
import { computed, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type Box, overlap } from '../../../base/box.ts';
import { viewportOf } from '../looking/camera.ts';
import type { BoardState } from './boardState.ts';

/** Up to this many near the viewport, all are elements, however small: this is what most boards have. */
const plenty = 400;
/** Among more, those smaller than this on screen are marks: their text could hardly be read. Pixels. */
const legible = 40;
/** New elements in one turn: together they take a few milliseconds. */
const perTurn = 60;
/** Where there is no crowd, up to this many come at once, without waiting for a turn. */
const atOnce = 120;

export interface Detail {
  /** Ids of items that are elements, bottom to top. */
  readonly elements: ReadonlySignal<readonly string[]>;
  readonly marks: ReadonlySignal<readonly string[]>;
  /** Whether some marks are still to become elements. */
  readonly unfinished: ReadonlySignal<boolean>;
  /** The next few do: once a frame while the board is at rest, now and then while it moves. */
  proceed(): void;
}

export interface Turn {
  readonly present: ReadonlySet<string>;
  readonly wanted: readonly string[];
  /** Those that must not wait. */
  readonly kept: readonly string[];
  /** Those that may stay although they are not wanted any more. */
  readonly lingering: readonly string[];
  /** How many may come. */
  readonly room: number;
}

/** Of those that come, the first of `wanted` come first. */
export function nextElements({ present, wanted, kept, lingering, room }: Turn): {
  readonly elements: ReadonlySet<string>;
  readonly unfinished: boolean;
} {
  const elements = new Set(kept);
  let [left, unfinished] = [room, false];
  for (const id of wanted) {
    if (elements.has(id)) continue;
    if (present.has(id)) elements.add(id);
    else if (left > 0) {
      elements.add(id);
      left -= 1;
    } else unfinished = true;
  }
  for (const id of lingering) {
    if (!present.has(id) || elements.has(id)) continue;
    elements.add(id);
    unfinished = true;
  }
  return { elements, unfinished };
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

  const crowded = computed(() => visible.value.length > plenty);
  const kept = computed(() => {
    const [editing, focused, first] = [state.editing.value, state.focused.value, visible.value[0]];
    const near = new Set(visible.value);
    return [editing, focused, first ?? null].filter((id) => id !== null && near.has(id)) as string[];
  });

  const wanted = computed<readonly string[]>(() => {
    const near = visible.value;
    if (!crowded.value) return near;
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
        if (items.get(id)?.type === 'frame') return true;
        return box && Math.max(box.width, box.height) >= least && overlap(box, part);
      }),
    );
  });

  let turn = 0;
  const next = computed(() => {
    const isTurn = turn !== turns.value;
    turn = turns.value;
    // Between turns nothing comes or goes in a crowd, but what has left the surroundings of the window.
    const waits = crowded.value && !isTurn;
    const found = nextElements({
      present,
      wanted: wanted.value,
      kept: kept.value,
      lingering: waits ? visible.value : [],
      room: isTurn ? perTurn : waits ? 0 : atOnce,
    });
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
