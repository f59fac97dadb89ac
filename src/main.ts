/**
 * `npm start`: the local board and the built app in one process.
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
import { portFrom, startBoardAndApp } from './boardAndApp.ts';
import { startWords, tryAppsWords } from './server/startWords.ts';

async function main(): Promise<void> {
  // An empty setting is none.
  const { env } = process;
  const both = await startBoardAndApp({
    port: portFrom(env.PORT, 1),
    dataDir: env.ROLEWRIGHT_DATA || '.rolewright',
    host: env.ROLEWRIGHT_HOST || '127.0.0.1',
    appSite: env.ROLEWRIGHT_APP_SITE === 'other' ? 'other' : 'same',
    identity: {
      ...(env.ROLEWRIGHT_CLIENT_ID ? { clientId: env.ROLEWRIGHT_CLIENT_ID } : {}),
      ...(env.ROLEWRIGHT_CLIENT_SECRET ? { clientSecret: env.ROLEWRIGHT_CLIENT_SECRET } : {}),
    },
    otherApps: (env.BOARD_APPS ?? '').split(/[\s,]+/).filter((address) => address !== ''),
  });
  console.log(startWords(both.boardOrigin));
  if (both.warning) console.warn(`${both.warning}\n`);
  if (both.doors.length > 0) console.log(tryAppsWords(both.boardOrigin, both.doors));

  let closing = false;
  const stop = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await both.close();
    console.log('\nStopped. Your boards are kept.');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
