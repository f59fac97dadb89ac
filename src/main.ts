/**
 * `npm start`: the local board and the built app in one process, each on an origin of its own, as in Miro.
 *
 *   PORT                 the board's port; the app takes the next one. Default 3000.
 *   ROLEWRIGHT_DATA      folder for the boards. Default .rolewright/
 *   ROLEWRIGHT_HOST      this machine's address on the network, such as 192.168.1.20, to let other machines in.
 *                        Default: only this machine reaches it.
 *   ROLEWRIGHT_CLIENT_SECRET, ROLEWRIGHT_CLIENT_ID  what the app's ID tokens are signed with, and for whom. Without
 *                        them they are made up and kept in the data folder (app-secrets.json).
 *   BOARD_APPS           addresses of other Miro apps that run somewhere, e.g. `http://localhost:5173/`, separated by
 *                        spaces. Each comes to the local board unchanged, through a door on one of the next ports.
 *   ROLEWRIGHT_APP_SITE  `same` (default) or `other`: `other` puts the app on another site (127.0.0.1 beside
 *                        localhost), where browsers partition or deny its storage, as they may in Miro.
 */
import { existsSync } from 'node:fs';
import { type AppDoor, openAppDoor } from './local-board/server/apps/appDoor.ts';
import { startLocalBoard } from './local-board/server/localBoard.ts';
import { inAddress, isEverywhere, isOnlyHere } from './local-board/server/reach.ts';
import { startAppServer } from './server/appServer.ts';
import { startWords, tryAppsWords } from './server/startWords.ts';

const built = { app: 'dist/app', board: 'dist/local-board' };

function openDoors(firstPort: number, boardOrigin: string): Promise<AppDoor[]> {
  const addresses = (process.env.BOARD_APPS ?? '').split(/[\s,]+/).filter((address) => address !== '');
  for (const address of addresses)
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
      throw new Error(`BOARD_APPS says "${address}", but an app's address begins with http:// or https://.`);
  return Promise.all(
    addresses.map((address, index) => openAppDoor({ app: address, boardOrigin, port: firstPort + index })),
  );
}

async function main(): Promise<void> {
  // An empty setting is none.
  const port = Number(process.env.PORT || 3000);
  const dataDir = process.env.ROLEWRIGHT_DATA || '.rolewright';
  const host = process.env.ROLEWRIGHT_HOST || '127.0.0.1';
  const name = inAddress(host);
  const appHost = process.env.ROLEWRIGHT_APP_SITE === 'other' && isOnlyHere(host) ? '127.0.0.1' : name;
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Error(`PORT is "${process.env.PORT}", but it must be a whole number from 1 to 65534.`);
  }
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
    apps: {
      [new URL(appUrl).origin]: {
        ...(process.env.ROLEWRIGHT_CLIENT_ID ? { clientId: process.env.ROLEWRIGHT_CLIENT_ID } : {}),
        ...(process.env.ROLEWRIGHT_CLIENT_SECRET
          ? { clientSecret: process.env.ROLEWRIGHT_CLIENT_SECRET }
          : {}),
      },
    },
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
  const doors = await openDoors(port + 2, boardOrigin).catch(async (error: unknown) => {
    await Promise.all([app.close(), board.close()]);
    throw error;
  });
  console.log(startWords(boardOrigin));
  if (board.warning) console.warn(`${board.warning}\n`);
  if (doors.length > 0)
    console.log(
      tryAppsWords(
        boardOrigin,
        doors.map(({ url }) => url),
      ),
    );

  let closing = false;
  const stop = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await Promise.all([app.close(), board.close(), ...doors.map((door) => door.close())]);
    console.log('\nStopped. Your boards are kept.');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
