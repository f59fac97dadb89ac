/**
 * `npm run scenes`: the local board, the built app, and a list of situations of a live session, each a click away. Their
 * boards are made anew and kept nowhere.
 *
 *   PORT  the board's port; the app takes the next one, the list the one after it. Default 3000.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portFrom, startBoardAndApp } from '../src/boardAndApp.ts';
import { startScenes } from './scenes/server.ts';

async function main(): Promise<void> {
  const port = portFrom(process.env.PORT, 2);
  const dataDir = mkdtempSync(join(tmpdir(), 'rolewright-scenes-'));
  const forget = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const both = await startBoardAndApp({ port, dataDir, host: '127.0.0.1' });
    const list = await startScenes({ port: port + 2, ...both }).catch(async (error: unknown) => {
      await both.close();
      throw error;
    });
    console.log(`\nScenes of a live session, to look at: ${list.url}\n\nCtrl-C stops it.\n`);
    let closing = false;
    const stop = async (): Promise<void> => {
      if (closing) return;
      closing = true;
      await list.close();
      await both.close();
      forget();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    forget();
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
