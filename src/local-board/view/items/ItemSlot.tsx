/**
 * One item's place in the page. It follows its own item and nothing else, and tells the item's view only of what can
 * be seen: a note that moves is moved, not drawn again.
 */
import { computed, effect, untracked } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Box } from '../../../base/box.ts';
import { type ItemData, isTagged, type TagData } from '../../model/item.ts';
import type { Board } from '../board.ts';
import type { BoardState } from '../state/boardState.ts';
import { ItemView } from './ItemView.tsx';

/** Where an item lies and who did what when are not part of its looks. */
const unseen = new Set([
  'x',
  'y',
  'parentId',
  'childrenIds',
  'createdAt',
  'createdBy',
  'modifiedAt',
  'modifiedBy',
]);

/** Equal as far as JSON goes. What the server sends is new at every change, also where nothing is different. */
function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ofA, ofB] = [Object.entries(a), new Map(Object.entries(b))];
  return ofA.length === ofB.size && ofA.every(([key, value]) => ofB.has(key) && alike(value, ofB.get(key)));
}

function looksTheSame(a: ItemData, b: ItemData): boolean {
  if (a === b) return true;
  const looks = (item: ItemData) => Object.entries(item).filter(([key]) => !unseen.has(key));
  return alike(looks(a), looks(b));
}

const none: readonly TagData[] = [];

/** Computed values keep the last one where the new one would look no different, and so tell nobody. */
function follow({ items, places, tags, isSelected, editing }: BoardState, id: string) {
  let item: ItemData | undefined;
  let size: Box | undefined;
  let itsTags: readonly TagData[] = none;
  return {
    item: computed(() => {
      const now = items.get(id);
      if (!item || !now || !looksTheSame(item, now)) item = now;
      return item;
    }),
    size: computed(() => {
      const now = places.get(id);
      if (size?.width !== now?.width || size?.height !== now?.height) size = now;
      return size;
    }),
    tags: computed(() => {
      const now = items.get(id);
      const found = now && isTagged(now) ? now.tagIds.flatMap((tag) => tags.value.get(tag) ?? []) : none;
      if (!alike(itsTags, found)) itsTags = found;
      return itsTags;
    }),
    selected: computed(() => isSelected.value.has(id)),
    editing: computed(() => editing.value === id),
  };
}

export interface ItemSlotProps {
  readonly board: Board;
  readonly id: string;
  readonly tabStop: boolean;
}

export function ItemSlot({ board, id, tabStop }: ItemSlotProps): JSX.Element | null {
  const { state, edits } = board;
  const element = useRef<HTMLElement | SVGElement | null>(null);
  const followed = useMemo(() => follow(state, id), [id]);
  useEffect(
    () =>
      effect(() => {
        const box = state.places.get(id);
        if (!box || !element.current) return;
        element.current.style.left = `${box.x - box.width / 2}px`;
        element.current.style.top = `${box.y - box.height / 2}px`;
      }),
    [id],
  );
  const item = followed.item.value;
  const size = followed.size.value;
  if (!item || !size) return null;
  const box = untracked(() => state.places.get(id)) ?? size;
  return (
    <ItemView
      board={board}
      element={element}
      item={item}
      box={box}
      tags={followed.tags.value}
      editing={followed.editing.value}
      selected={followed.selected.value}
      tabStop={tabStop}
      // Only frames depend on the zoom: how wide their border is to the hand.
      grain={item.type === 'frame' ? 1 / state.zoomStep.value : 1}
      onWritten={(content, than) => {
        const now = state.arrivedAs.get(id) ?? id;
        if (state.editing.value === now) state.editing.value = null;
        if (state.items.has(now)) edits.write(now, content);
        else if (than === 'changed') edits.rescue(content, state.places.get(now) ?? box);
      }}
    />
  );
}
