/** What one visitor can not do to the others, or to the machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { protocolVersion } from '../../src/local-board/client/protocol.ts';
import { joinBoard } from '../../src/local-board/joinBoard.ts';
import { joinClient } from '../../src/local-board/joinClient.ts';
import { manualClock } from '../../src/local-board/manualClock.ts';
import { carryOut } from '../../src/local-board/model/carryOut.ts';
import { itemsPerBoard } from '../../src/local-board/model/limits.ts';
import { emptyBoard } from '../../src/local-board/model/state.ts';
import { type LocalBoardOptions, startLocalBoard } from '../../src/local-board/server/localBoard.ts';
import { reachWords } from '../../src/local-board/server/reach.ts';

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

const join1 = (url: string, board: string, user = 'Erin Example') => {
  const client = joinClient({ url, board, user });
  cleanUps.push(() => client.dispose());
  return client;
};

describe('a window that floods the server', () => {
  test('is slowed, hears an answer to everything in the end, and holds nobody up', async () => {
    const clock = manualClock(0);
    const { url } = await start({ clock, bounds: { pace: { perSecond: 100, burst: 50 } } });
    const erin = join1(url, 'demo');
    await erin.ready();
    const flood = new WebSocket(`${url.replace('http', 'ws')}/live`);
    cleanUps.push(() => flood.terminate());
    await new Promise((resolve) => flood.once('open', resolve));
    const heard: number[] = [];
    let tell = () => undefined as unknown;
    flood.on('message', (data) => {
      const { say, call } = JSON.parse(String(data)) as { say: string; call: number };
      if (say === 'done') heard.push(call);
      tell();
    });
    const count = (wanted: number) =>
      new Promise<void>((resolve) => {
        tell = () => heard.length >= wanted && resolve();
        tell();
      });
    const hello = { version: protocolVersion, board: 'demo', user: 'Flo Flood', window: 'of Flo Flood' };
    flood.send(JSON.stringify({ say: 'hello', ...hello, switches: [] }));
    const calls = Array.from({ length: 300 }, (_, index) => index + 1);
    for (const call of calls) flood.send(JSON.stringify({ say: 'ask', call, question: { ask: 'nothing' } }));
    // The hello was the first of the burst.
    await count(49);
    expect(await erin.create([{ type: 'text' }])).toHaveLength(1);
    expect(heard.length).toBe(49);
    for (let second = 0; heard.length < 300 && second < 20; second += 1) {
      const wanted = Math.min(300, heard.length + 50);
      await clock.advance(1000);
      await count(wanted);
    }
    expect(heard).toEqual(calls);
  });

  test('is nobody who works: ten clients create as fast as they can, each note is there', {
    timeout: 60_000,
  }, async () => {
    const { url } = await start();
    const people = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const person = await joinBoard({
          url,
          board: 'busy',
          user: `Person ${index} Example`,
          app: 'http://localhost:3001/',
        });
        cleanUps.push(person.close);
        return person;
      }),
    );
    const made = await Promise.all(
      people.flatMap(({ miro }) =>
        Array.from({ length: 60 }, (_, index) => miro.board.createStickyNote({ content: String(index) })),
      ),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(600);
  });
});

describe('a server that is full', () => {
  test('keeps no more boards, by whichever door they come, and says so', async () => {
    const { url } = await start({ bounds: { boards: 2 } });
    const api = (path: string, body: string) =>
      fetch(`${url}/api${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    // Both open before anything is kept.
    const [first, second, third] = [join1(url, 'one'), join1(url, 'two'), join1(url, 'three')];
    await Promise.all([first.ready(), second.ready(), third.ready()]);
    await first.create([{ type: 'text' }]);
    await second.create([{ type: 'text' }]);
    const words = 'This server already keeps 2 boards. Delete one that is no longer needed.';
    await expect(third.create([{ type: 'text' }])).rejects.toThrow(words);
    await expect(join1(url, 'four').ready()).rejects.toThrow(words);
    for (const [path, body] of [
      ['/boards', '{"name":"Five"}'],
      ['/boards/one/copy', '{}'],
      ['/board-files', '{"format":"local-board","version":1}'],
    ] as const) {
      const answer = await api(path, body);
      expect([answer.status, await answer.json()]).toEqual([409, { message: words }]);
    }
    await first.create([{ type: 'text' }]);
  });

  test('takes no more windows until one is closed', async () => {
    const { url } = await start({ bounds: { windows: 1 } });
    const erin = join1(url, 'demo');
    await erin.ready();
    const refused = await new Promise<number>((resolve) => {
      const more = new WebSocket(`${url.replace('http', 'ws')}/live`);
      more.on('error', () => undefined);
      more.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    });
    expect(refused).toBe(503);
  });

  test('remembers no board from an address alone', async () => {
    const { url } = await start();
    const looking = join1(url, 'looked-at');
    await looking.ready();
    looking.dispose();
    const list = await fetch(`${url}/api/boards`);
    expect(await list.json()).toEqual({ boards: [] });
  });
});

describe('a board that is full', () => {
  test('takes no more items, not even some of them', () => {
    const state = emptyBoard();
    const items = Array.from({ length: itemsPerBoard + 1 }, () => ({ type: 'text' }));
    let ids = 0;
    const outcome = carryOut(
      state,
      { do: 'create', items },
      {
        rules: { inside: 'whole', adopt: 'yes', childMoves: 'allowed' },
        userId: '1',
        by: 'hand',
        app: undefined,
        now: '2026-01-05T09:00:00.000Z',
        newId: () => String(++ids),
      },
    );
    expect(outcome).toEqual({
      ok: false,
      error: { group: 'storage', message: 'A board holds at most 20000 items.' },
    });
    expect(state.items.size).toBe(0);
  });
});

describe('who can reach the server', () => {
  test('is this machine only, unless told otherwise', async () => {
    expect((await start()).warning).toBe(undefined);
    for (const host of ['127.0.0.1', '::1', 'localhost', '127.9.9.9'])
      expect(reachWords(host, 'http://x')).toBe(undefined);
  });

  test('is told in words where it is more', async () => {
    const { warning } = await start({ host: '0.0.0.0' });
    expect(warning).toContain('read, change and delete every board');
    expect(warning).toContain('Listen on 127.0.0.1 to keep it to this machine.');
    expect(reachWords('192.168.1.20', 'http://192.168.1.20:3000')).toMatch(
      /^This server listens on 192\.168\.1\.20, so other machines/,
    );
  });
});
