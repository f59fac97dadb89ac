/** The local board and the built app in one process, each on an origin of its own, as in Miro. */
import { existsSync } from 'node:fs';
import { type AppDoor, openAppDoor } from './local-board/server/apps/appDoor.ts';
import type { AppIdentity } from './local-board/server/apps/idToken.ts';
import { startLocalBoard } from './local-board/server/localBoard.ts';
import { inAddress, isEverywhere, isOnlyHere } from './local-board/server/reach.ts';
import { startAppServer } from './server/appServer.ts';

const built = { app: 'dist/app', board: 'dist/local-board' };

export interface BoardAndAppOptions {
  /** The board's; the app takes the next one, and other people's apps those after it. */
  readonly port: number;
  readonly dataDir: string;
  /** The one address by which this machine is reached. */
  readonly host: string;
  /** `other` puts the app on another site than the board, where that can be. */
  readonly appSite?: 'same' | 'other';
  readonly identity?: Partial<AppIdentity>;
  /** Addresses of other people's apps. */
  readonly otherApps?: readonly string[];
}

export interface BoardAndApp {
  readonly boardOrigin: string;
  readonly appUrl: string;
  /** What is different because other machines reach it, in words. */
  readonly warning: string | undefined;
  /** Where other people's apps come in. */
  readonly doors: readonly string[];
  close(): Promise<void>;
}

/** A port as somebody wished for it; `beside`: how many after it are needed, too. An empty setting is none. */
export function portFrom(wished: string | undefined, beside: number): number {
  const port = Number(wished || 3000);
  const most = 65_535 - beside;
  if (!Number.isInteger(port) || port < 1 || port > most)
    throw new Error(`PORT is "${wished}", but it must be a whole number from 1 to ${most}.`);
  return port;
}

function openDoors(addresses: readonly string[], firstPort: number, boardOrigin: string): Promise<AppDoor[]> {
  for (const address of addresses)
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
      throw new Error(`BOARD_APPS says "${address}", but an app's address begins with http:// or https://.`);
  return Promise.all(
    addresses.map((address, index) => openAppDoor({ app: address, boardOrigin, port: firstPort + index })),
  );
}

/** Rejects in words for whoever started it. */
export async function startBoardAndApp(options: BoardAndAppOptions): Promise<BoardAndApp> {
  const { port, dataDir, host, appSite = 'same', identity = {}, otherApps = [] } = options;
  const name = inAddress(host);
  const appHost = appSite === 'other' && isOnlyHere(host) ? '127.0.0.1' : name;
  if (isEverywhere(host)) {
    throw new Error(
      `ROLEWRIGHT_HOST is "${host}", but it must be the one address that others reach this machine by: the board and the app find each other under it.`,
    );
  }
  if (!existsSync(`${built.app}/index.html`) || !existsSync(built.board)) {
    throw new Error('The app is not built yet. Run `npm start`, which builds it first.');
  }
  const boardOrigin = `http://${name}:${port}`;
  const appUrl = `http://${appHost}:${port + 1}/`;
  const board = await startLocalBoard({
    port,
    host,
    dataDir,
    pageDir: built.board,
    defaultApp: appUrl,
    defaultAppName: 'Rolewright',
    apps: { [new URL(appUrl).origin]: identity },
  });
  const app = await startAppServer({
    host,
    port: port + 1,
    directory: built.app,
    boardOrigin,
  }).catch(async (error: NodeJS.ErrnoException) => {
    await board.close();
    throw error.code === 'EADDRINUSE'
      ? new Error(
          `Port ${port + 1} is taken, which the app needs: it comes right after the board's. Choose another: PORT=4000 npm start`,
        )
      : error;
  });
  const doors = await openDoors(otherApps, port + 2, boardOrigin).catch(async (error: unknown) => {
    await Promise.all([app.close(), board.close()]);
    throw error;
  });
  return {
    boardOrigin,
    appUrl,
    warning: board.warning,
    doors: doors.map(({ url }) => url),
    async close() {
      await Promise.all([app.close(), board.close(), ...doors.map((door) => door.close())]);
    },
  };
}
