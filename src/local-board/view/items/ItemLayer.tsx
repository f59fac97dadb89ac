/** The items near the viewport, bottom to top, in one layer that pans and zooms as a whole. */
import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { TagData } from '../../model/item.ts';
import type { Board } from '../board.ts';
import { ItemView } from './ItemView.tsx';

const none: readonly TagData[] = [];

export function ItemLayer({ board }: { readonly board: Board }): JSX.Element {
  const { state, edits } = board;
  const layer = useRef<HTMLDivElement>(null);
  // The camera moves the layer without drawing anything again.
  useSignalEffect(() => {
    const { x, y, k } = state.camera.value;
    if (layer.current) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
  });

  const { items, places } = state;
  const tags = state.tags.value;
  const editing = state.editing.value;
  const selected = state.isSelected.value;
  const visible = state.visible.value;
  const focused = state.focused.value;
  const tabStop = focused !== null && visible.includes(focused) ? focused : visible[0];
  const grain = 1 / state.zoomStep.value;
  const far = grain >= 16 ? 'very' : grain >= 4 ? 'yes' : undefined;

  return (
    <div class="layer" ref={layer} data-far={far}>
      {visible.map((id) => {
        const item = items.get(id);
        const box = places.get(id);
        if (!item || !box) return null;
        const itsTags =
          item.type === 'sticky_note' && item.tagIds.length > 0
            ? item.tagIds.flatMap((tag) => tags.get(tag) ?? [])
            : none;
        return (
          <ItemView
            // A drafted note keeps its element when the server gives it an id.
            key={state.draftedAs.get(id) ?? id}
            item={item}
            box={box}
            tags={itsTags}
            editing={editing === id}
            selected={selected.has(id)}
            tabStop={id === tabStop}
            grain={grain}
            onWritten={(content, than) => {
              const now = state.arrivedAs.get(id) ?? id;
              if (state.editing.value === now) state.editing.value = null;
              if (state.items.has(now)) edits.write(now, content);
              else if (than === 'changed') edits.rescue(content, box);
            }}
          />
        );
      })}
    </div>
  );
}
