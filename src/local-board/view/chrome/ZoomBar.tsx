/** Zoom and the map, at the bottom right. */
import type { JSX } from 'preact';
import type { Board } from '../board.ts';
import { Minimap } from './Minimap.tsx';
import { ToolButton } from './ToolButton.tsx';

export function ZoomBar({ board }: { readonly board: Board }): JSX.Element {
  const { state, looking } = board;
  const percent = `${Math.round(state.camera.value.k * 100)}%`;
  const map = state.mapShown.value;
  return (
    <div class="corner">
      {map && <Minimap board={board} />}
      <div class="bar zoom-bar" role="toolbar" aria-label="Zoom">
        <ToolButton
          label="Map (M)"
          icon="map"
          testid="toggle-map"
          pressed={map}
          onClick={() => {
            state.mapShown.value = !map;
          }}
        />
        <ToolButton label="Zoom to fit (1)" icon="fit" testid="zoom-fit" onClick={() => void looking.fit()} />
        <ToolButton label="Zoom out (−)" icon="minus" testid="zoom-out" onClick={() => looking.step('out')} />
        <button
          type="button"
          class="percent"
          aria-label={`Zoom ${percent}; back to 100%`}
          data-testid="zoom-level"
          onClick={() => looking.setZoom(1)}
        >
          {percent}
        </button>
        <ToolButton label="Zoom in (+)" icon="plus" testid="zoom-in" onClick={() => looking.step('in')} />
      </div>
    </div>
  );
}
