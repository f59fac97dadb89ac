/** Puts a board into an element and keeps the two in step, until disposed of. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { Clock } from '../../base/clock.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { BoardClient } from '../client/client.ts';
import type { Pictures } from '../host/pictures/pictures.ts';
import { keepTogether } from '../host/together.ts';
import './page.css';
import './items/items.css';
import './chrome/chrome.css';
import './chrome/selection/selection.css';
import './menu/menu.css';
import './developer/developer.css';
import './pages/pages.css';
import './live/live.css';
import { BoardView } from './BoardView.tsx';
import { type Board, createBoard } from './board.ts';
import type { RenameBoard } from './chrome/BoardName.tsx';
import { followFacts } from './developer/developerFacts.ts';
import { browserPictures } from './edits/pictures.ts';
import { followLive } from './live/live.ts';
import type { AppRef } from './pages/pages.ts';
import { onSite } from './pages/site.ts';
import { type AppScreen, createScreen, type DragShown, observed } from './screen.ts';
import { followClient } from './state/boardState.ts';

export interface MountOptions {
  readonly client: BoardClient;
  readonly clock: Clock;
  readonly apps: readonly AppRef[];
  readonly reducedMotion?: () => boolean;
  /** Default: this browser's, kept on the page's own server. */
  readonly pictures?: Pictures;
  /** Gives the board another name; where it is missing, nobody can. */
  readonly rename?: RenameBoard;
}

export interface MountedBoard {
  readonly board: Board;
  /** One for each app, in the same order. */
  readonly screens: readonly AppScreen[];
  readonly dispose: Disposer;
}

/** Others outline no more of somebody's selection; it goes along with every move of the pointer. */
const mostPresented = 200;

/** Tells the others what is selected and where the pointer is; the client sees to the pace. */
const startPresence = ({ state, client }: Board): Disposer =>
  effect(() =>
    client.present({
      selection: state.selected.value.slice(0, mostPresented),
      cursor: state.pointer.value,
    }),
  );

/** Whether a person may edit can change while the board is open. */
function followAccess({ client, access }: Board): Disposer {
  const look = () => {
    // Who was sent away, as from a board that was deleted, can still look at what is on the screen.
    access.value = client.connection.get() === 'refused' ? 'view' : client.me.access;
  };
  const kept = disposers();
  kept.add(client.switches.subscribe(look));
  kept.add(client.connection.subscribe(look));
  return kept.dispose;
}

/** Where this window looks follows others, or is followed. A change of the window's size is no move. */
const startTogether = ({ client, state, looking }: Board): Disposer =>
  keepTogether(client.live, {
    viewport: observed(state.viewport),
    showViewport: (viewport) => looking.show(viewport),
    zoomTo: (ids) => looking.goTo(ids),
    onMoved: (listener) => observed(state.camera).subscribe(listener),
  });

export function mountBoard(root: HTMLElement, options: MountOptions): MountedBoard {
  const { client, clock, apps, rename, reducedMotion = () => false } = options;
  const kept = disposers();
  const { pictures = browserPictures(window.location.origin) } = options;
  const board = createBoard({ client, clock, pictures });
  const drag = signal<DragShown | null>(null);
  const screens = apps.map((app) => createScreen(board, app, drag));
  const originOf = (id: string) => new URL(onSite(id, client.switches.get().site)).origin;
  for (const { app, clickAppCard, connects } of screens)
    board.appCards.doors.push({ origin: () => originOf(app.id), clickAppCard, connects });
  const facts = followFacts(client, clock, () => apps.map(({ id }) => originOf(id)));
  kept.add(facts.dispose);
  kept.add(followClient(board.state, client));
  kept.add(followAccess(board));
  kept.add(startPresence(board));
  kept.add(followLive(board.live, client, clock, board.notices));
  kept.add(startTogether(board));
  render(
    <BoardView
      board={board}
      screens={screens}
      drag={drag}
      facts={facts}
      reducedMotion={reducedMotion}
      rename={rename}
    />,
    root,
  );
  kept.add(() => render(null, root));
  return { board, screens, dispose: kept.dispose };
}
