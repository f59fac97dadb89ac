/** Frame titles: as large on screen at every zoom, above the frame's top-left corner; handles to select and move it. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Board } from '../board.ts';
import { onScreen } from '../looking/camera.ts';

function TitleInput({ title, onDone }: { readonly title: string; readonly onDone: (title: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  return (
    <input
      ref={input}
      class="frame-input"
      aria-label="Frame title"
      defaultValue={title}
      onBlur={(event) => onDone(event.currentTarget.value.trim() || title)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

export function FrameTitles({ board }: { readonly board: Board }): JSX.Element {
  const { state, edits } = board;
  const camera = state.camera.value;
  const selected = state.isSelected.value;
  return (
    <div class="overlay">
      {state.frames.value.map((id) => {
        const item = state.items.get(id);
        const box = state.places.get(id);
        if (item?.type !== 'frame' || !box) return null;
        const { left, top, width } = onScreen(camera, box);
        // A title wider than its frame would lie over its neighbour's; below this there is only room for a mark.
        if (width < 24) return null;
        return (
          <div
            key={id}
            class={selected.has(id) ? 'frame-title chosen' : 'frame-title'}
            style={{ transform: `translate(${left}px, ${top - 26}px)`, maxWidth: `${width}px` }}
            data-item={id}
            data-testid={`frame-title-${id}`}
            title={item.title}
          >
            {state.editing.value === id ? (
              <TitleInput
                title={item.title}
                onDone={(title) => {
                  state.editing.value = null;
                  edits.write(id, title);
                }}
              />
            ) : (
              item.title || 'Frame'
            )}
          </div>
        );
      })}
    </div>
  );
}
