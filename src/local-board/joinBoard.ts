/**
 * A person on a board without a browser: over a real WebSocket, with a `miro` like the one an app's headless page
 * gets. For demos, scripts and tests.
 */
import type { Miro } from '@mirohq/websdk-types';
import { systemClock } from '../base/systemClock.ts';
import type { BoardClient } from './client/client.ts';
import { createHost, type Host } from './host/host.ts';
import { keepOver, loadOver } from './host/pictures/kept.ts';
import { type QuietScreen, quietScreen } from './host/quietScreen.ts';
import type { AppPage } from './host/screen.ts';
import { keepTogether } from './host/together.ts';
import { type JoinOptions, joinClient } from './joinClient.ts';
import { directTransport } from './sdk/direct.ts';
import { createMiro } from './sdk/miro.ts';

export interface JoinBoardOptions extends JoinOptions {
  /** Address of the app; what it stores is told from other apps' by its origin. */
  readonly app: string;
}

export interface JoinedBoard {
  /** The app's headless page. */
  readonly miro: Miro;
  readonly client: BoardClient;
  readonly host: Host;
  readonly screen: QuietScreen;
  /** Another page of the app in the same window: its panel or modal, as it would be in an iframe. */
  page(page: AppPage): Miro;
  close(): Promise<void>;
}

/** Resolves once the board is there; rejects when the server will not have this person. */
export async function joinBoard(options: JoinBoardOptions): Promise<JoinedBoard> {
  const client = joinClient(options);
  try {
    await client.ready();
  } catch (error) {
    client.dispose();
    throw error;
  }
  const { origin } = new URL(options.url);
  const screen = quietScreen(() => client.contents.get(), {
    origin,
    load: (url) => loadOver(fetch, url),
    keep: (file) => keepOver(fetch, origin, file),
  });
  const apart = keepTogether(client.live, { ...screen, onMoved: screen.viewport.subscribe });
  const host = createHost({
    appUrl: options.app,
    client,
    screen,
    clock: options.clock ?? systemClock,
    random: Math.random,
  });
  return {
    miro: createMiro(directTransport(host, { kind: 'headless' })),
    client,
    host,
    screen,
    page: (page) => createMiro(directTransport(host, { kind: page.kind, page })),
    async close() {
      apart();
      host.dispose();
      client.dispose();
    },
  };
}
