/**
 * `npm run dev`: the app from its sources with Vite (changes show at once), framed by a local board. The board's own
 * page is built once; after changing it, run this again.
 */
import { build, createServer, type Plugin } from 'vite';
import { startLocalBoard } from '../src/local-board/server/localBoard.ts';
import { miroSdk } from '../src/server/appServer.ts';
import { startWords } from '../src/server/startWords.ts';

const port = Number(process.env.PORT ?? 3000);
const boardOrigin = `http://localhost:${port}`;

const characterNames = 'decode-named-character-reference';

const localSdk: Plugin = {
  name: 'local-sdk',
  transformIndexHtml: (html) => html.replaceAll(miroSdk, `${boardOrigin}/sdk/v2/miro.js`),
};

await build({ configFile: 'src/local-board/vite.config.ts', logLevel: 'warn' });
const app = await createServer({
  configFile: 'vite.config.ts',
  plugins: [localSdk],
  // As for the worker of the built app: there is no DOM to ask for the names of characters. Served, both read the same.
  resolve: {
    alias: [
      { find: characterNames, replacement: `${process.cwd()}/node_modules/${characterNames}/index.js` },
    ],
  },
  base: '/',
  server: { port: port + 1, strictPort: true, host: 'localhost', cors: true },
});
await app.listen();
const board = await startLocalBoard({
  port,
  dataDir: process.env.ROLEWRIGHT_DATA ?? '.rolewright',
  pageDir: 'dist/local-board',
  defaultApp: `http://localhost:${port + 1}/`,
  defaultAppName: 'Rolewright',
});
console.log(startWords(boardOrigin));

process.on('SIGINT', async () => {
  await Promise.all([app.close(), board.close()]);
});
