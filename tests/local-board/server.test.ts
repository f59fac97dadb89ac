/** The server as somebody outside sees it: two windows, one board, real sockets, a real file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { BoardClient } from '../../src/local-board/client/client.ts';
import { joinClient } from '../../src/local-board/joinClient.ts';
import { manualClock } from '../../src/local-board/manualClock.ts';
import { type LocalBoardOptions, startLocalBoard } from '../../src/local-board/server/localBoard.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'local-board-'));
  cleanUps.push(() => rmSync(path, { recursive: true }));
  return path;
}

async function start(options: Partial<LocalBoardOptions> = {}) {
  const server = await startLocalBoard({ port: 0, dataDir: folder(), pageDir: folder(), ...options });
  cleanUps.push(() => server.close());
  return server;
}

async function enter(url: string, user: string, board = 'demo'): Promise<BoardClient> {
  const client = joinClient({ url, board, user });
  cleanUps.push(() => client.dispose());
  await client.ready();
  return client;
}

/** Resolves once the board as this window sees it is as asked. */
const until = (client: BoardClient, isTrue: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isTrue()) return resolve();
    const stop = client.contents.subscribe(() => {
      if (!isTrue()) return;
      stop();
      resolve();
    });
  });

describe('two windows on one board', () => {
  test('see the same items, each as soon as the server has accepted it', async () => {
    const { url } = await start();
    const erin = await enter(url, 'Erin Example');
    const max = await enter(url, 'Max Example');
    const [note] = await erin.create([{ type: 'sticky_note', content: 'Hello', x: 10, y: 20 }]);
    await until(max, () => max.contents.get().items.size === 1);
    expect([...max.contents.get().items.values()]).toEqual([note]);
    expect(erin.others.get().map(({ name }) => name)).toEqual(['Max Example']);
  });

  test('a restart brings everything back', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    const erin = await enter(first.url, 'Erin Example');
    await erin.create([{ type: 'frame', title: 'Sheet', width: 500, height: 500 }]);
    await erin.create([{ type: 'sticky_note', content: 'Kept' }], { settle: true });
    const before = [...erin.contents.get().items.values()];
    erin.dispose();
    await first.close();
    const second = await start({ dataDir });
    const again = await enter(second.url, 'Erin Example');
    expect([...again.contents.get().items.values()]).toEqual(before);
    expect(before.map(({ parentId }) => parentId)).toEqual([null, before[0]?.id]);
    expect(again.me.userId).toBe(erin.me.userId);
  });
});

describe('a window that is gone without a word', () => {
  test('is no longer counted among the others after a missed ping', async () => {
    const clock = manualClock(0);
    const { url } = await start({ clock });
    const erin = await enter(url, 'Erin Example');
    const silent = new WebSocket(`${url.replace('http', 'ws')}/live`, { autoPong: false });
    await new Promise((resolve) => silent.once('open', resolve));
    const hello = { say: 'hello', version: 1, board: 'demo', user: 'Max Example', window: 'of Max Example' };
    silent.send(JSON.stringify({ ...hello, switches: [] }));
    const count = (wanted: number) =>
      new Promise<void>((resolve) => {
        const stop = erin.others.subscribe((others) => {
          if (others.length !== wanted) return;
          stop();
          resolve();
        });
      });
    await count(1);
    const gone = count(0);
    await clock.advance(30_000);
    // Erin's window answers its ping; that has arrived once the server answers a later call of hers.
    await erin.ask({ ask: 'nothing' });
    await clock.advance(30_000);
    await gone;
    expect(erin.connection.get()).toBe('live');
  });
});

describe('starting', () => {
  test('a taken port is told in one sentence that says what to do', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(startLocalBoard({ port, dataDir: folder(), pageDir: folder() })).rejects.toThrow(
      `Port ${port} is taken. Set PORT to a free one, or end what uses it.`,
    );
  });

  test('a folder that another server uses is told in one sentence', async () => {
    const dataDir = folder();
    await start({ dataDir });
    await expect(startLocalBoard({ port: 0, dataDir, pageDir: folder() })).rejects.toThrow(
      `The folder ${dataDir} is in use by another board server. End that one, or choose another folder.`,
    );
  });

  test('a folder that cannot be written is told in one sentence that names it', async () => {
    await expect(
      startLocalBoard({ port: 0, dataDir: '/dev/null/boards', pageDir: folder() }),
    ).rejects.toThrow(/^The folder \/dev\/null\/boards cannot hold the boards \(.*\)\. Choose a folder/);
  });
});
