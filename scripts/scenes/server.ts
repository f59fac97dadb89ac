/** Opens scenes by address: `/<scene>?as=<person>` plays it and leads to the board. For this machine only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BoardToPlayOn, playOnBoard } from './onBoard.ts';
import { failedPart, listPage, notFoundPage, playedPart, playingPart, sceneAddress } from './pages.ts';
import { type Looker, type Played, type Scene, sceneNamed, scenes } from './scenes.ts';

export interface ScenesOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly boardOrigin: string;
  readonly appUrl: string;
  readonly play?: (scene: Scene, board: BoardToPlayOn) => Promise<Played>;
}

export interface Scenes {
  readonly url: string;
  close(): Promise<void>;
}

/** The scene's name in an address; what is no text can't be one. */
function nameIn(pathname: string): string {
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}

/** How often somebody who was to come is waited for again, half a minute each. */
const mostWaits = 20;

interface Current {
  readonly scene: Scene;
  readonly board: string;
  readonly played: Played;
  readonly looked: Set<string>;
}

export function startScenes({
  port,
  boardOrigin,
  appUrl,
  play = playOnBoard,
}: ScenesOptions): Promise<Scenes> {
  let current: Current | null = null;
  let count = 0;
  let closed = false;
  /** One at a time. */
  let last: Promise<unknown> = Promise.resolve();

  /** Nobody knows when they will open the panel. */
  async function meet(there: Current, looker: Looker): Promise<void> {
    for (let waits = 0; waits < mostWaits && current === there; waits += 1) {
      const met = await there.played.meet(looker.name).then(
        () => true,
        () => false,
      );
      if (met) return;
    }
  }

  async function open(scene: Scene, looker: Looker): Promise<string> {
    if (current?.scene !== scene || current.looked.has(looker.name)) {
      const before = current;
      current = null;
      await before?.played.end();
      count += 1;
      const board = `scene-${scene.name}-${count}`;
      const played = await play(scene, { url: boardOrigin, board, app: appUrl });
      current = { scene, board, played, looked: new Set() };
    }
    const there = current;
    there.looked.add(looker.name);
    await there.played.makeRoom(looker.name);
    void meet(there, looker);
    const switches = looker.query ? `&${looker.query}` : '';
    return `${boardOrigin}/board/${there.board}?user=${encodeURIComponent(looker.name)}${switches}`;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://scenes');
    const name = nameIn(url.pathname);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    if (name === '') return void response.end(listPage(scenes));
    const scene = sceneNamed(name);
    const wanted = url.searchParams.get('as');
    const looker = wanted === null ? scene?.as[0] : scene?.as.find((one) => one.name === wanted);
    if (!scene || !looker) {
      response.statusCode = 404;
      const words = scene
        ? `The scene “${name}” has nothing to see as “${wanted}”.`
        : `There is no scene called “${name}”.`;
      return void response.end(notFoundPage(words, scene ? [scene] : scenes));
    }
    // The page says so while it lasts.
    response.write(playingPart(scene, looker));
    const opened = last.then(() => open(scene, looker));
    last = opened.catch(() => undefined);
    response.end(
      await opened.then(playedPart, (error: unknown) =>
        failedPart(error instanceof Error ? error.message : String(error), sceneAddress(scene, looker)),
      ),
    );
  }

  const server = createServer((request, response) => {
    const host = URL.parse(`http://${request.headers.host}`)?.hostname;
    // A page elsewhere could otherwise reach this server through a name of its own.
    if (closed || request.method !== 'GET' || (host !== 'localhost' && host !== '127.0.0.1')) {
      response.statusCode = 403;
      response.end();
      return;
    }
    answer(request, response).catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: actual } = server.address() as AddressInfo; // it listens on a port, not on a pipe
      resolve({
        url: `http://localhost:${actual}`,
        async close() {
          closed = true;
          await last;
          const before = current;
          current = null;
          await before?.played.end();
          await new Promise<void>((done) => {
            server.close(() => done());
            server.closeAllConnections();
          });
        },
      });
    });
  });
}
