/** The small toolbar above what is selected. What it offers depends on what that is; each subject has its own file. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isPlaced } from '../../../model/item.ts';
import type { Board } from '../../board.ts';
import { Icon } from '../../icons.tsx';
import { onScreen } from '../../looking/camera.ts';
import { ToolButton } from '../ToolButton.tsx';
import type { Opened } from './Dropdown.tsx';
import { LineStyle } from './LineStyle.tsx';
import { NoteColour } from './NoteColour.tsx';
import { ShapeStyle } from './ShapeStyle.tsx';
import { TagEditor } from './TagEditor.tsx';
import { TextStyle } from './TextStyle.tsx';

/** Pixels between the selection, with the handles around it, and the toolbar; and of the toolbar itself. */
const gap = 36;
const barHeight = 48;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export function SelectionBar({ board }: { readonly board: Board }): JSX.Element | null {
  const { state, edits, grouping } = board;
  const ids = state.selected.value;
  // What is open belongs to what was selected when it was opened.
  const chosen = ids.join(' ');
  const [open, setOpen] = useState<{ readonly name: string; readonly of: string } | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [barWidth, setBarWidth] = useState(194);
  useLayoutEffect(() => {
    if (bar.current) setBarWidth(bar.current.offsetWidth);
  });
  const whole = state.selectedBox.value;
  const busy =
    state.dragging.value.size > 0 ||
    state.marquee.value !== null ||
    state.editing.value !== null ||
    state.linking.value !== null;
  if (!whole || busy || board.readOnly()) return null;
  const items = ids.flatMap((id) => state.items.get(id) ?? []);
  const at = onScreen(state.camera.value, whole);
  const { width, height } = state.size.value;
  const { left: covered } = state.area.value;
  const left = clamp(at.left + at.width / 2 - barWidth / 2, covered + 76, width - barWidth - 12);
  const frame = items.length === 1 && items[0]?.type === 'frame';
  const above = at.top - gap - barHeight - (frame ? 26 : 0);
  const top = clamp(above >= 64 ? above : at.top + at.height + gap, 64, height - barHeight - 12);
  // The context menu lies above all else, alone.
  const which = open?.of === chosen && board.menu.shown.value === null ? open.name : null;
  const opened: Opened = {
    which,
    toggle: (name) => setOpen(which === name ? null : { name, of: chosen }),
    side: top > height / 2 ? 'above' : 'below',
  };
  const section = { board, items, opened };
  const joinable = items.length === 2 && items.every(isPlaced);
  return (
    <div
      ref={bar}
      class="bar selection-bar"
      role="toolbar"
      aria-label="Selection"
      data-testid="selection-bar"
      style={{ transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)` }}
    >
      <NoteColour {...section} />
      <ShapeStyle {...section} />
      <LineStyle {...section} />
      <TextStyle {...section} />
      <TagEditor {...section} />
      {joinable && (
        <ToolButton label="Connect (L)" icon="line" testid="connect" onClick={edits.connectSelected} />
      )}
      {grouping.mayGroup() && (
        <ToolButton label="Group (Ctrl+G)" icon="group" testid="group" onClick={grouping.group} />
      )}
      {grouping.mayUngroup() && (
        <ToolButton
          label="Ungroup (Ctrl+Shift+G)"
          icon="ungroup"
          testid="ungroup"
          onClick={grouping.ungroup}
        />
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
    </div>
  );
}
