/**
 * A running local board with small apps as somebody else would write them: each served by a plain static host of its
 * own that knows nothing of the board, and reached through its door. People come in browser contexts of their own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright';
import sirv from 'sirv';
import { openAppDoor } from '../../../src/local-board/server/apps/appDoor.ts';
import { startLocalBoard } from '../../../src/local-board/server/localBoard.ts';
import { everybodyLeaves, sharedBrowser } from './browser.ts';
import type { Person } from './world.ts';

export interface ForeignWorld {
  /** Opens a board with these apps (names of folders in tests/fixtures/apps), their icons in this order. */
  join(
    name: string,
    options: { readonly apps: readonly string[]; readonly board: string; readonly query?: string },
  ): Promise<Person>;
  stop(): Promise<void>;
}

/** As a static host does: files, nothing else. */
async function staticHost(directory: string) {
  const files = sirv(directory, { dev: true });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export async function startForeignWorld(): Promise<ForeignWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-board-foreign-'));
  const browser = await sharedBrowser();
  const board = await startLocalBoard({ port: 0, dataDir, pageDir: 'dist/local-board' });
  const closing: (() => Promise<void>)[] = [];
  const doors = new Map<string, string>();

  async function doorOf(app: string): Promise<string> {
    const known = doors.get(app);
    if (known) return known;
    const host = await staticHost(`tests/fixtures/apps/${app}`);
    const door = await openAppDoor({ app: host.url, boardOrigin: board.url, port: 0 });
    closing.push(door.close, host.close);
    doors.set(app, door.url);
    return door.url;
  }

  return {
    async join(name, { apps, board: id, query = '' }) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const address = new URL(`/board/${id}?${query}`, board.url);
      address.searchParams.set('user', name);
      for (const app of apps) {
        address.searchParams.append('app', await doorOf(app));
        address.searchParams.append('appName', app);
      }
      await page.goto(address.href);
      return {
        context,
        page,
        panel: page.frameLocator('[data-testid="panel"] iframe'),
        modal: page.frameLocator('[data-testid="modal"] iframe'),
      };
    },
    async stop() {
      await everybodyLeaves();
      for (const close of closing) await close();
      await board.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function clickIconOf({ page }: Person, app: string): Promise<void> {
  await page.getByRole('button', { name: `Open the app ${app}` }).click();
}

/** Drags something out of an app's panel to a place on the screen. */
export async function dragOut(
  { page, panel }: Person,
  what: (panel: FrameLocator) => ReturnType<FrameLocator['getByTestId']>,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const box = await what(panel).boundingBox();
  if (!box) throw new Error('There is nothing to drag.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(500, 300, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}
