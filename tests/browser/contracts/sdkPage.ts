/**
 * Serves the contract's iframes what apps load: the SDK as one file, built as it is for `npm start`, on a page that
 * holds nothing else. Vite's own pages bring a client along, and forty files one by one, for each of a thousand iframes.
 */
import { build, type Plugin, type Rolldown } from 'vite';
import { sdkBuild } from '../../../src/local-board/sdkBuild.ts';

const page = '<!doctype html><html lang="en"><title>A page of an app</title><script src="miro.js"></script>';

async function builtSdk(): Promise<string> {
  const built = await build({ ...sdkBuild, build: { ...sdkBuild.build, write: false } });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0].code;
}

export const sdkPage: Plugin = {
  name: 'sdk-page',
  configureServer({ middlewares }) {
    let script: Promise<string> | undefined;
    middlewares.use('/app-page/', async (request, response) => {
      const isScript = request.url === '/miro.js';
      if (isScript) script ??= builtSdk();
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      response.setHeader('cache-control', 'max-age=3600');
      response.end(isScript ? await script : page);
    });
  },
};
