/** Puts a board into an element and keeps the two in step, until disposed of. */
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { Clock } from '../../base/clock.ts';
import { type Disposer, disposers } from '../../base/disposer.ts';
import type { BoardClient } from '../client/client.ts';
import './page.css';
import './items/items.css';
import './chrome/chrome.css';
import './pages/pages.css';
import { BoardView } from './BoardView.tsx';
import { type Board, createBoard } from './board.ts';
import { followClient } from './boardState.ts';
import type { DeveloperFacts } from './chrome/DeveloperBadge.tsx';
import type { AppRef } from './pages/pages.ts';
import { type AppScreen, createScreen, type DragShown } from './screen.ts';

export interface MountOptions {
  readonly client: BoardClient;
  readonly clock: Clock;
  readonly apps: readonly AppRef[];
  readonly facts?: DeveloperFacts;
  readonly readOnly?: () => boolean;
  readonly reachable?: (url: string) => Promise<boolean>;
  readonly reducedMotion?: () => boolean;
}

export interface MountedBoard {
  readonly board: Board;
  /** One for each app, in the same order. */
  readonly screens: readonly AppScreen[];
  readonly dispose: Disposer;
}

/** Milliseconds between two tellings of where the pointer is. */
const tellEvery = 60;

/** Tells the others what is selected and where the pointer is, not more often than they can see. */
function startPresence({ state, client, clock }: Board): Disposer {
  const kept = disposers();
  let waiting: Disposer | undefined;
  let again = false;
  const tell = () => client.present({ selection: state.selected.peek(), cursor: state.pointer.peek() });
  const soon = () => {
    if (waiting) {
      again = true;
      return;
    }
    tell();
    waiting = clock.after(tellEvery, () => {
      waiting = undefined;
      if (again) {
        again = false;
        soon();
      }
    });
  };
  kept.add(
    effect(() => {
      state.selected.value;
      state.pointer.value;
      soon();
    }),
  );
  kept.add(() => waiting?.());
  return kept.dispose;
}

export function mountBoard(root: HTMLElement, options: MountOptions): MountedBoard {
  const { client, clock, apps, facts, readOnly, reachable, reducedMotion = () => false } = options;
  const kept = disposers();
  const board = createBoard({
    client,
    clock,
    ...(readOnly ? { readOnly } : {}),
    ...(reachable ? { reachable } : {}),
  });
  const drag = signal<DragShown | null>(null);
  const screens = apps.map((app) => createScreen(board, app, drag));
  kept.add(followClient(board.state, client));
  kept.add(startPresence(board));
  render(
    <BoardView
      board={board}
      screens={screens}
      drag={drag}
      facts={facts ?? null}
      reducedMotion={reducedMotion}
    />,
    root,
  );
  kept.add(() => render(null, root));
  return { board, screens, dispose: kept.dispose };
}
