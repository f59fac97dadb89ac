/** One open board page: its state, what can be done to it, and how it is looked at. Views get this one object. */
import { type Signal, signal } from '@preact/signals';
import type { Clock } from '../../base/clock.ts';
import type { BoardClient } from '../client/client.ts';
import type { Pictures } from '../host/pictures/pictures.ts';
import { type AppCards, createAppCards } from './appCards.ts';
import { createEdits, type Edits } from './edits/edits.ts';
import { createGrouping, type Grouping } from './edits/grouping.ts';
import { createImporting, type Importing } from './edits/importing.ts';
import { createTagging, type Tagging } from './edits/tagging.ts';
import { createLiveView, type LiveView } from './live/live.ts';
import { createLooking, type Looking } from './looking/looking.ts';
import type { Zooming } from './looking/zooming.ts';
import { createMenu, type Menu } from './menu/menu.ts';
import { createNotices, type Notices } from './notices.ts';
import { createPages, type Pages } from './pages/pages.ts';
import { type BoardState, createBoardState } from './state/boardState.ts';
import { createTools, type Tools } from './tools.ts';

export interface Board {
  readonly client: BoardClient;
  readonly clock: Clock;
  readonly state: BoardState;
  readonly edits: Edits;
  readonly looking: Looking;
  readonly notices: Notices;
  readonly pages: Pages;
  readonly tools: Tools;
  readonly appCards: AppCards;
  readonly tagging: Tagging;
  readonly grouping: Grouping;
  readonly importing: Importing;
  readonly menu: Menu;
  readonly live: LiveView;
  readonly access: Signal<'edit' | 'view'>;
  readonly readOnly: () => boolean;
  /** Set once the canvas is in the page. */
  readonly engine: { zooming: Zooming | undefined; canvas: HTMLElement | undefined };
}

export interface BoardOptions {
  readonly client: BoardClient;
  readonly clock: Clock;
  readonly pictures: Pictures;
}

export function createBoard({ client, clock, pictures }: BoardOptions): Board {
  const access = signal(client.me.access);
  const readOnly = () => access.value === 'view';
  const state = createBoardState(client);
  const notices = createNotices(clock);
  const edits = createEdits(client, state, notices, { clock, readOnly });
  const engine: Board['engine'] = { zooming: undefined, canvas: undefined };
  return {
    client,
    clock,
    state,
    notices,
    engine,
    access,
    readOnly,
    tools: createTools(state, notices),
    appCards: createAppCards(),
    live: createLiveView(client, notices),
    menu: createMenu(state, () => engine.canvas),
    edits,
    tagging: createTagging(client, edits, notices),
    importing: createImporting(client, state, notices, pictures, readOnly),
    grouping: createGrouping(client, state, notices, readOnly),
    looking: createLooking(state, () => engine.zooming),
    pages: createPages({ clock, notices, state, switches: client.switches.get }),
  };
}
