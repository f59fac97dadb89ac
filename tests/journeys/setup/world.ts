/** A running local board with the app, and people in browser contexts of their own. Everything stops with the world. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, FrameLocator, Page } from 'playwright';
import { type LocalBoardOptions, startLocalBoard } from '../../../src/local-board/server/localBoard.ts';
import { startAppServer } from '../../../src/server/appServer.ts';
import { everybodyLeaves, sharedBrowser } from './browser.ts';

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The app's panel. */
  readonly panel: FrameLocator;
  /** The wide modal. */
  readonly modal: FrameLocator;
}

export interface World {
  readonly boardUrl: string;
  readonly appUrl: string;
  readonly dataDir: string;
  /** Opens a board as somebody, in a browser context (a browser of their own). */
  join(
    name: string,
    options?: {
      readonly board?: string;
      readonly query?: string;
      readonly context?: BrowserContext;
      /** A window that shows the panel and little of the board: many of them cost little to paint. */
      readonly window?: 'usual' | 'small';
    },
  ): Promise<Person>;
  /** Stops the board and starts it again on the same port with the same folder. */
  restart(): Promise<void>;
  /** Takes the board away, as a lost connection does, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** The sizes of windows, in pixels. */
const windows = { usual: { width: 1440, height: 900 }, small: { width: 900, height: 600 } } as const;

/** `options`: switches that hold for everybody, for example, or another clock. */
export async function startWorld(
  options: Pick<LocalBoardOptions, 'switches' | 'clock'> = {},
): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rolewright-journey-'));
  const browser = await sharedBrowser();
  // The app has to know the board's address and the board the app's, so the app's port is found first.
  const probe = await startLocalBoard({ port: 0, dataDir, pageDir: 'dist/local-board' });
  const port = Number(new URL(probe.url).port);
  await probe.close();
  const boardOrigin = `http://localhost:${port}`;
  const app = await startAppServer({ host: '127.0.0.1', port: 0, directory: 'dist/app', boardOrigin });
  const appUrl = app.url.replace('127.0.0.1', 'localhost');
  const open = () =>
    startLocalBoard({
      port,
      dataDir,
      pageDir: 'dist/local-board',
      defaultApp: appUrl,
      defaultAppName: 'Rolewright',
      ...options,
    });
  let server = await open();

  return {
    boardUrl: boardOrigin,
    appUrl,
    dataDir,
    async join(name, { board = 'story', query = '', context: given, window = 'usual' } = {}) {
      const context =
        given ??
        (await browser.newContext({
          viewport: windows[window],
          // The camera then jumps instead of gliding: what is where is so at once, and nobody paints the way there.
          reducedMotion: 'reduce',
          acceptDownloads: true,
          permissions: ['clipboard-read', 'clipboard-write'],
        }));
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      await page.goto(`${boardOrigin}/board/${board}?user=${encodeURIComponent(name)}&${query}`);
      return {
        context,
        page,
        panel: page.frameLocator('[data-testid="panel"] iframe'),
        modal: page.frameLocator('[data-testid="modal"] iframe'),
      };
    },
    async restart() {
      await server.close();
      server = await open();
    },
    pause: () => server.close(),
    async resume() {
      server = await open();
    },
    async stop() {
      await everybodyLeaves();
      await app.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
