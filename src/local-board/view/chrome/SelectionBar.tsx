/** The small toolbar above what is selected: colour, duplicate, delete. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Board } from '../board.ts';
import { onScreen } from '../camera.ts';
import { stickyColours } from '../content/colours.ts';
import { Icon } from '../icons.tsx';
import { ToolButton } from './ToolButton.tsx';

/** Pixels between the selection and the toolbar, and of the toolbar itself. */
const gap = 36;
const barHeight = 48;
const barWidth = 194;

const spoken = (name: string) => name.replace(/_/g, ' ');

export function SelectionBar({ board }: { readonly board: Board }): JSX.Element | null {
  const { state, edits } = board;
  const ids = state.selected.value;
  // The palette belongs to what was selected when it was opened.
  const chosen = ids.join(' ');
  const [pickingFor, setPickingFor] = useState<string | null>(null);
  const picking = pickingFor === chosen;
  const whole = state.selectedBox.value;
  const busy = state.dragging.value.size > 0 || state.marquee.value !== null || state.editing.value !== null;
  if (!whole || busy || board.readOnly()) return null;
  const at = onScreen(state.camera.value, whole);
  const { width, height } = state.size.value;
  const { left: covered } = state.area.value;
  const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
  const left = clamp(at.left + at.width / 2 - barWidth / 2, covered + 76, width - barWidth - 12);
  const frame = ids.length === 1 && state.items.get(ids[0] ?? '')?.type === 'frame';
  const above = at.top - gap - barHeight - (frame ? 26 : 0);
  const top = clamp(above >= 64 ? above : at.top + at.height + gap, 64, height - barHeight - 12);
  const notes = ids.flatMap((id) => {
    const item = state.items.get(id);
    return item?.type === 'sticky_note' ? [item] : [];
  });
  const [first] = notes;
  const colour = first?.style.fillColor;
  return (
    <div
      class="bar selection-bar"
      role="toolbar"
      aria-label="Selection"
      data-testid="selection-bar"
      style={{ transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)` }}
    >
      {colour !== undefined && (
        <button
          type="button"
          class="tool"
          aria-label={`Colour: ${spoken(colour)}`}
          title="Colour"
          aria-expanded={picking}
          data-testid="colour"
          onClick={() => setPickingFor(picking ? null : chosen)}
        >
          <span
            class="swatch"
            style={{ background: (stickyColours as Readonly<Record<string, string>>)[colour] }}
          />
        </button>
      )}
      <ToolButton label="Duplicate (Ctrl+D)" icon="duplicate" testid="duplicate" onClick={edits.duplicate} />
      <ToolButton label="Delete" icon="trash" testid="delete" onClick={edits.removeSelected} />
      <button
        type="button"
        class="tool"
        aria-label="More (Shift+F10)"
        title="More (Shift+F10)"
        aria-haspopup="menu"
        data-testid="more"
        onClick={(event) => {
          const { left: x, bottom } = event.currentTarget.getBoundingClientRect();
          board.menu.openForSelection({ x, y: bottom + 6 });
        }}
      >
        <Icon name="more" />
      </button>
      {picking && colour !== undefined && (
        <fieldset class={top > 220 ? 'palette above' : 'palette below'} aria-label="Colours">
          {Object.entries(stickyColours).map(([name, hex]) => (
            <button
              key={name}
              type="button"
              class="swatch-button"
              aria-label={spoken(name)}
              title={spoken(name)}
              aria-pressed={notes.every((note) => note.style.fillColor === name)}
              data-testid={`colour-${name}`}
              onClick={() => {
                edits.recolour(name);
                setPickingFor(null);
              }}
            >
              <span class="swatch" style={{ background: hex }} />
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
