/** The floating toolbars at the left: tools and apps, undo below them. */
import type { JSX } from 'preact';
import type { Board } from '../board.ts';
import type { IconName } from '../icons.tsx';
import type { AppScreen } from '../screen.ts';
import type { Tool } from '../state/boardState.ts';
import { ToolButton } from './ToolButton.tsx';

const tools: readonly { tool: Tool; label: string; icon: IconName; testid: string }[] = [
  { tool: 'select', label: 'Select (V)', icon: 'cursor', testid: 'tool-select' },
  { tool: 'hand', label: 'Move the board (H, or hold Space)', icon: 'hand', testid: 'tool-hand' },
  { tool: 'sticky', label: 'Sticky note (N)', icon: 'sticky', testid: 'add-sticky' },
  { tool: 'text', label: 'Text', icon: 'text', testid: 'add-text' },
  { tool: 'shape', label: 'Shape', icon: 'rectangle', testid: 'add-shape' },
  { tool: 'connector', label: 'Connector (L)', icon: 'line', testid: 'add-connector' },
  { tool: 'card', label: 'Card', icon: 'card', testid: 'add-card' },
  { tool: 'pen', label: 'Pen (P)', icon: 'edit', testid: 'tool-pen' },
  { tool: 'frame', label: 'Frame', icon: 'frame', testid: 'add-frame' },
];

interface AppIconProps {
  readonly board: Board;
  readonly screen: AppScreen;
  readonly first: boolean;
}

function AppIcon({ board, screen, first }: AppIconProps): JSX.Element {
  const { name } = screen.app;
  const status = board.pages.headless(screen.app)?.status.value;
  return (
    <button
      type="button"
      class="tool app"
      aria-label={`Open the app ${name}`}
      title={name}
      data-testid={first ? 'app-icon' : 'app-icon-more'}
      data-app={screen.app.id}
      data-status={status}
      aria-busy={status === 'loading'}
      onClick={() => screen.clickIcon()}
    >
      <span aria-hidden="true">{([...name][0] ?? 'A').toUpperCase()}</span>
    </button>
  );
}

export function LeftToolbar(props: {
  readonly board: Board;
  readonly screens: readonly AppScreen[];
}): JSX.Element {
  const { board, screens } = props;
  const { state, edits } = board;
  const left = state.covered.value + 12;
  const noWriting = board.readOnly();
  return (
    <div class="left-side" style={{ left: `${left}px` }}>
      <div class="bar upright" role="toolbar" aria-label="Tools" aria-orientation="vertical">
        {tools
          .filter(({ tool }) => !noWriting || tool === 'select' || tool === 'hand')
          .map(({ tool, label, icon, testid }) => (
            <ToolButton
              key={tool}
              label={label}
              icon={icon}
              testid={testid}
              pressed={state.tool.value === tool}
              onClick={() => {
                state.tool.value = tool;
              }}
            />
          ))}
        {screens.length > 0 && <hr />}
        {screens.map((screen, index) => (
          <AppIcon key={screen.app.id} board={board} screen={screen} first={index === 0} />
        ))}
      </div>
      {!noWriting && (
        <div class="bar upright" role="toolbar" aria-label="History" aria-orientation="vertical">
          <ToolButton label="Undo (Ctrl+Z)" icon="undo" testid="undo" onClick={edits.undo} />
          <ToolButton label="Redo (Ctrl+Shift+Z)" icon="redo" testid="redo" onClick={edits.redo} />
        </div>
      )}
    </div>
  );
}
