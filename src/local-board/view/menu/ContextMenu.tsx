/** The context menu: what a hand can do with what is selected, then what the apps offer for it. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OfferedAction } from '../../host/screen.ts';
import type { Board } from '../board.ts';
import type { AppScreen } from '../screen.ts';
import { ActionIcon } from './ActionIcon.tsx';
import type { OpenMenu } from './menu.ts';
import { entriesFor, type OfferedEntry } from './menuEntries.ts';
import { moveInMenu } from './menuKeys.ts';

/** Pixels to the window's edge. */
const margin = 8;

interface OfApp {
  readonly screen: AppScreen;
  readonly actions: readonly OfferedAction[];
}

function entriesNow(board: Board, { ids }: OpenMenu): readonly (readonly OfferedEntry[])[] {
  const { state, menu, grouping } = board;
  return entriesFor({
    count: ids.length,
    frames: ids.filter((id) => state.items.get(id)?.type === 'frame').length,
    readOnly: board.readOnly(),
    mayGroup: grouping.mayGroup(),
    mayUngroup: grouping.mayUngroup(),
    copied: menu.copied() !== undefined,
    empty: state.items.size === 0,
  });
}

interface EntryProps {
  readonly entry: OfferedEntry;
  readonly onChoose: () => void;
}

function Entry({ entry, onChoose }: EntryProps): JSX.Element {
  const { id, label, keys, disabled } = entry;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class="menu-entry"
      aria-label={label}
      aria-disabled={disabled}
      data-testid={`menu-${id}`}
      onClick={() => disabled || onChoose()}
    >
      <span class="menu-label">{label}</span>
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
}

interface AppEntryProps {
  readonly screen: AppScreen;
  readonly action: OfferedAction;
  readonly onChoose: () => void;
}

function AppEntry({ screen, action, onChoose }: AppEntryProps): JSX.Element {
  const { event, label, description, icon } = action;
  const described = description ? `action-${screen.app.id}-${event}` : undefined;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class="menu-entry of-app"
      aria-label={label}
      aria-describedby={described}
      data-custom-action={event}
      data-app={screen.app.id}
      onClick={onChoose}
    >
      <ActionIcon icon={icon} app={screen.app.name} />
      <span class="menu-label">
        {label}
        {description && (
          <small id={described} class="menu-description">
            {description}
          </small>
        )}
      </span>
    </button>
  );
}

interface OpenedProps {
  readonly board: Board;
  readonly screens: readonly AppScreen[];
  readonly menu: OpenMenu;
}

function Opened({ board, screens, menu }: OpenedProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const [ofApps, setOfApps] = useState<readonly OfApp[]>([]);
  const entries = entriesNow(board, menu);
  // In the toolbar's order, whoever answered first.
  const inOrder = screens.flatMap((screen) => ofApps.find((one) => one.screen === screen) ?? []);

  useEffect(() => {
    let open = true;
    for (const screen of screens)
      screen.actions.offered(menu.ids).then(
        (actions) => {
          if (open && actions.length > 0) setOfApps((known) => [...known, { screen, actions }]);
        },
        () => {
          if (open)
            board.notices.tell('error', `What ${screen.app.name} offers for this could not be worked out.`);
        },
      );
    return () => {
      open = false;
    };
  }, []);

  useLayoutEffect(() => {
    const before = document.activeElement;
    const entries = [...(element.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const usable = entries.find((entry) => entry.getAttribute('aria-disabled') !== 'true');
    (usable ?? entries[0])?.focus({ preventScroll: true });
    return () => {
      // What was chosen may have taken the focus already: a new note, an app's modal.
      const free = document.activeElement === null || document.activeElement === document.body;
      if (!free && !element.current?.contains(document.activeElement)) return;
      const back = before instanceof HTMLElement && before.isConnected ? before : board.engine.canvas;
      back?.focus({ preventScroll: true });
    };
  }, []);

  // Also when the apps' entries have come, and it has grown.
  useLayoutEffect(() => {
    const own = element.current;
    if (!own) return;
    const { width, height } = own.getBoundingClientRect();
    const within = (at: number, size: number, room: number) =>
      Math.max(margin, Math.min(at, room - size - margin));
    own.style.left = `${within(menu.at.x, width, window.innerWidth)}px`;
    own.style.top = `${within(menu.at.y, height, window.innerHeight)}px`;
  });

  // The entries are about this selection, at this place of the board.
  const now = board.state.selected.value;
  const camera = board.state.camera.value;
  const [begun] = useState(camera);
  const stale = camera !== begun || now.join() !== menu.ids.join();
  useEffect(() => {
    if (stale) board.menu.close();
  }, [stale]);

  useEffect(() => {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    const outside = (event: Event) => {
      if (!(event.target instanceof Node && element.current?.contains(event.target))) board.menu.close();
    };
    window.addEventListener('pointerdown', outside, options);
    window.addEventListener('wheel', outside, options);
    // A press in an app's iframe is seen as the focus leaving this window.
    window.addEventListener('blur', () => board.menu.close(), { signal: listening.signal });
    window.addEventListener('resize', () => board.menu.close(), options);
    return () => listening.abort();
  }, []);

  const choose = (act: () => void) => {
    board.menu.close();
    act();
  };

  return (
    <div
      ref={element}
      class="context-menu"
      role="menu"
      tabIndex={-1}
      aria-label={menu.ids.length > 0 ? 'Selection' : 'Board'}
      data-testid="context-menu"
      onKeyDown={(event) => moveInMenu(event, board.menu.close)}
      onContextMenu={(event) => event.preventDefault()}
    >
      {entries.map((group) => (
        <fieldset key={group[0]?.group} class="menu-group">
          {group.map((entry) => (
            <Entry key={entry.id} entry={entry} onChoose={() => choose(() => entry.run(board, menu))} />
          ))}
        </fieldset>
      ))}
      {inOrder.map(({ screen, actions }) => (
        <fieldset key={screen.app.id} class="menu-group" aria-label={screen.app.name}>
          <div class="menu-heading" aria-hidden="true">
            {screen.app.name}
          </div>
          {actions.map((action) => (
            <AppEntry
              key={action.event}
              screen={screen}
              action={action}
              onChoose={() => choose(() => screen.actions.run(action.event, menu.ids))}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

export function ContextMenu({
  board,
  screens,
}: {
  readonly board: Board;
  readonly screens: readonly AppScreen[];
}): JSX.Element | null {
  const menu = board.menu.shown.value;
  return menu ? <Opened key={menu.key} board={board} screens={screens} menu={menu} /> : null;
}
