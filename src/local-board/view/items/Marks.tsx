/**
 * Items too small to be read, or not yet in the page, as coloured boxes. They are drawn square by square of the board
 * and colour by colour, so that a change draws one square again, and thousands of items are a few hundred elements.
 */
import { computed, untracked } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ItemData } from '../../model/item.ts';
import { endsOf } from '../connectors/drawn.ts';
import { safeColour, stickyFill } from '../content/colours.ts';
import type { BoardState } from '../state/boardState.ts';
import { seen } from '../state/places.ts';

/** Side of a square, dp. */
const side = 4096;

/** Undefined for what has no body. */
function fillOf(item: ItemData): string | undefined {
  switch (item.type) {
    case 'sticky_note':
      return stickyFill(item.style.fillColor);
    case 'shape': {
      const fill = safeColour(item.style.fillColor, 'transparent');
      return fill === 'transparent' ? safeColour(item.style.borderColor, '#1a1a1a') : fill;
    }
    case 'connector':
    case 'frame':
      return undefined;
    default:
      return '#c9cbd6';
  }
}

interface SquareProps {
  readonly state: BoardState;
  readonly ids: readonly string[];
}

/** From afar nobody sees which of two boxes of different colours lies on top. */
function Square({ state: { items, places }, ids }: SquareProps): JSX.Element {
  const paths = new Map<string, string>();
  let lines = '';
  for (const id of ids) {
    const item = items.get(id);
    if (item?.type === 'connector') {
      const ends = endsOf(item, items, places);
      if (ends) lines += `M${ends.start.x} ${ends.start.y}L${ends.end.x} ${ends.end.y}`;
      continue;
    }
    const place = places.get(id);
    const fill = item && fillOf(item);
    if (!item || !place || fill === undefined) continue;
    const { x, y, width, height } = seen(item, place);
    const box = `M${x - width / 2} ${y - height / 2}h${width}v${height}h${-width}z`;
    paths.set(fill, (paths.get(fill) ?? '') + box);
  }
  return (
    <g>
      {[...paths].map(([fill, path]) => (
        <path key={fill} d={path} fill={fill} />
      ))}
      {lines && <path d={lines} fill="none" stroke="#8f95a8" stroke-width="2" />}
    </g>
  );
}

/** The same list where it holds the same ids, so that a square of which nothing changed is left alone. */
function inSquares({ places }: BoardState) {
  let before = new Map<string, readonly string[]>();
  return (ids: readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const now = new Map<string, string[]>();
    for (const id of ids) {
      const box = places.get(id);
      if (!box) continue;
      const name = `${Math.floor(box.x / side)} ${Math.floor(box.y / side)}`;
      const those = now.get(name);
      if (those) those.push(id);
      else now.set(name, [id]);
    }
    before = new Map(
      [...now].map(([name, those]) => {
        const old = before.get(name);
        const same = old?.length === those.length && those.every((id, index) => old[index] === id);
        return [name, same && old ? old : those];
      }),
    );
    return before;
  };
}

export interface MarksProps {
  readonly state: BoardState;
  readonly marks: { readonly value: readonly string[] };
}

export function Marks({ state, marks }: MarksProps): JSX.Element | null {
  const squares = useMemo(() => {
    const sorted = inSquares(state);
    return computed(() => {
      const ids = marks.value;
      return untracked(() => sorted(ids));
    });
  }, []);
  const count = marks.value.length;
  if (count === 0) return null;
  const label = `${count} ${count === 1 ? 'item' : 'items'} too small to read from here. Zoom in to read them.`;
  return (
    <svg class="marks" role="img" aria-label={label} data-testid="marks" data-count={count}>
      {[...squares.value].map(([name, ids]) => (
        <Square key={name} state={state} ids={ids} />
      ))}
    </svg>
  );
}
