/**
 * Builds the local board into dist/local-board: the pages (root: view/; a board, and the list of all) and the SDK
 * script that apps load. The script
 * is one classic file at a fixed address, as Miro's is, so it has a build of its own after the page's.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin } from 'vite';
import { sdkBuild } from './sdkBuild.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../../dist/local-board');

const buildSdk = () =>
  build({ ...sdkBuild, build: { ...sdkBuild.build, outDir: `${outDir}/sdk/v2`, emptyOutDir: true } });

const sdk: Plugin = {
  name: 'local-board-sdk',
  apply: 'build',
  async closeBundle() {
    await buildSdk();
  },
};

const page = here('./view/index.html');
const list = here('./view/boards.html');

export default defineConfig({
  root: existsSync(page) ? here('./view') : here('./sdk'),
  base: '/',
  plugins: [sdk],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    // Until there is a page, only the SDK is built.
    rolldownOptions: existsSync(page) ? { input: [page, list] } : { input: here('./sdk/main.ts') },
  },
});
