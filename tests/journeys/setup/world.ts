/** A running local board with the app, and people in browser contexts of their own. Everything stops with the world. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright';
import { startLocalBoard } from '../../../src/local-board/server/localBoard.ts';
import { startAppServer } from '../../../src/server/appServer.ts';
import { chromiumArguments, ensureChromium } from '../../support/chromium.ts';

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
  readonly dataDir: string;
  /** Opens a board as somebody, in a browser context (a browser of their own). */
  join(
    name: string,
    options?: { readonly board?: string; readonly query?: string; readonly context?: BrowserContext },
  ): Promise<Person>;
  /** Stops the board and starts it again on the same port with the same folder. */
  restart(): Promise<void>;
  /** Takes the board away, as a lost connection does, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rolewright-journey-'));
  const browser: Browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: chromiumArguments,
  });
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
    });
  let board = await open();

  return {
    boardUrl: boardOrigin,
    dataDir,
    async join(name, options = {}) {
      const context =
        options.context ??
        (await browser.newContext({
          viewport: { width: 1440, height: 900 },
          acceptDownloads: true,
          permissions: ['clipboard-read', 'clipboard-write'],
        }));
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      const query = options.query ? `&${options.query}` : '';
      await page.goto(
        `${boardOrigin}/board/${options.board ?? 'story'}?user=${encodeURIComponent(name)}${query}`,
      );
      return {
        context,
        page,
        panel: page.frameLocator('[data-testid="panel"] iframe'),
        modal: page.frameLocator('[data-testid="modal"] iframe'),
      };
    },
    async restart() {
      await board.close();
      board = await open();
    },
    pause: () => board.close(),
    async resume() {
      board = await open();
    },
    async stop() {
      await browser.close();
      await app.close();
      await board.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
