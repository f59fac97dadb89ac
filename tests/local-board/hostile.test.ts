/** What a server does with visitors it should not trust. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { largestMessage, protocolVersion } from '../../src/local-board/client/protocol.ts';
import { joinClient } from '../../src/local-board/joinClient.ts';
import { type LocalBoard, startLocalBoard } from '../../src/local-board/server/localBoard.ts';

let folder: string;
let server: LocalBoard;
let live: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-board-'));
  const pageDir = join(folder, 'page');
  mkdirSync(join(pageDir, 'sdk/v2'), { recursive: true });
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html>the page');
  writeFileSync(join(pageDir, 'boards.html'), '<!doctype html>the list of boards');
  writeFileSync(join(pageDir, 'sdk/v2/miro.js'), '/* the SDK */');
  writeFileSync(join(folder, 'secret.json'), '"secret"');
  server = await startLocalBoard({ port: 0, dataDir: join(folder, 'data'), pageDir });
  live = `${server.url.replace('http', 'ws')}/live`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The path goes out as written; fetch would tidy it first. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = request({ hostname, port, path, headers, method: 'GET' }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });

describe('pages', () => {
  test('the board page and the SDK are served, the SDK to any origin', async () => {
    expect(await get('/board/demo?user=Erin&app=http%3A%2F%2Flocalhost')).toMatchObject({
      status: 200,
      body: '<!doctype html>the page',
    });
    const sdk = await get('/sdk/v2/miro.js');
    expect([sdk.status, sdk.body, sdk.headers['access-control-allow-origin']]).toEqual([
      200,
      '/* the SDK */',
      '*',
    ]);
    expect((await get('/')).body).toBe('<!doctype html>the list of boards');
    expect((await get('/app/board/demo/?moveToWidget=345')).headers.location).toBe(
      '/board/demo?moveToWidget=345',
    );
    expect((await get('/app/board/a%2Fb/')).status).toBe(404);
  });

  test.each([
    '/../secret.json',
    '/sdk/../../secret.json',
    '/sdk/%2e%2e/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '//secret.json',
    '/data/boards.sqlite',
    '/index.html',
    '/boards.html',
    '/board/..%2f..%2fsecret',
    '/board/a/b',
    `/board/${'x'.repeat(65)}`,
    '/board/<script>',
  ])('%s is not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('a name that is not this machine is not answered', async () => {
    expect((await get('/board/demo', { host: 'rebound.example:3000' })).status).toBe(403);
  });
});

/** A visitor without our client. Resolves with everything heard until the line was cut. */
function visit(
  send: (socket: WebSocket) => void,
  options: { origin?: string; host?: string } = {},
): Promise<{ heard: string[]; code: number }> {
  return new Promise((resolve) => {
    const heard: string[] = [];
    const socket = new WebSocket(live, {
      ...(options.origin ? { origin: options.origin } : {}),
      ...(options.host ? { headers: { host: options.host } } : {}),
    });
    socket.on('open', () => send(socket));
    socket.on('message', (data) => heard.push(String(data)));
    socket.on('error', () => {});
    socket.on('close', (code) => resolve({ heard, code }));
  });
}

const hello = (changes: object = {}) =>
  JSON.stringify({
    say: 'hello',
    version: protocolVersion,
    board: 'demo',
    user: 'Mallory Example',
    window: 'a window of its own',
    switches: [],
    ...changes,
  });

describe('wires', () => {
  test('a page of another site gets none', async () => {
    expect(await visit((socket) => socket.send(hello()), { origin: 'https://evil.example' })).toEqual({
      heard: [],
      code: 1006,
    });
    expect(await visit((socket) => socket.send(hello()), { host: 'rebound.example' })).toEqual({
      heard: [],
      code: 1006,
    });
  });

  test('a message larger than the bound ends the line, and the others go on', async () => {
    const erin = joinClient({ url: server.url, board: 'demo', user: 'Erin Example' });
    await erin.ready();
    const { code } = await visit((socket) => {
      socket.send(hello());
      socket.send(`{"say":"${'x'.repeat(largestMessage)}"}`);
    });
    expect(code).toBe(1009);
    expect(await erin.create([{ type: 'text' }])).toHaveLength(1);
    erin.dispose();
  });

  test('a window of ours never sends such a message: the step is refused and the line stands', async () => {
    const erin = joinClient({ url: server.url, board: 'demo', user: 'Erin Example' });
    await erin.ready();
    const lines: string[] = [];
    erin.connection.subscribe((state) => lines.push(state));
    const many = Array.from({ length: 300 }, () => ({ type: 'text', content: 'é'.repeat(3000) }));
    await expect(erin.create(many)).rejects.toThrow('1 MB');
    expect(await erin.create([{ type: 'text' }])).toHaveLength(1);
    expect(lines).toEqual([]);
    erin.dispose();
  });

  test('nonsense is answered where it can be, and too much of it ends the line', async () => {
    const { heard } = await visit((socket) => {
      socket.send(hello());
      socket.send('no json');
      socket.send('{"say":"do","call":7,"by":"hand","command":{"do":"explode"}}');
      socket.send(Buffer.from([0, 1, 2]));
      for (let index = 0; index < 30; index += 1) socket.send('[]');
    });
    expect(heard).toContain(
      '{"say":"refused","call":7,"refusal":{"group":"input","message":"The board does not understand this call."}}',
    );
    expect(heard.at(-1)).toMatch(/^\{"say":"goodbye"/);
  });

  test('a board whose name could be a path is refused with a reason', async () => {
    const { heard } = await visit((socket) => socket.send(hello({ board: '../../etc' })));
    expect(heard).toEqual([
      '{"say":"goodbye","message":"A board is named with letters, digits, - and _, at most 64 of them."}',
    ]);
  });

  test('names of objects that every object has are only names', async () => {
    const erin = joinClient({ url: server.url, board: '__proto__', user: '__proto__' });
    await erin.ready();
    for (const type of ['__proto__', 'constructor', 'toString'])
      await expect(erin.create([{ type }])).rejects.toThrow('cannot be created');
    const [note] = await erin.create([{ type: 'sticky_note' }]);
    const id = note?.id ?? '';
    for (const key of ['__proto__', 'constructor', 'toString']) {
      await expect(erin.update([{ id, style: { [key]: 'x' } }])).rejects.toThrow();
      await erin.perform({ do: 'metadata-set', item: id, app: 'a', key, value: 1 });
      await erin.perform({ do: 'store', app: 'a', collection: key, key, value: 1 });
    }
    expect((await erin.ask({ ask: 'metadata', item: id, app: 'a' })).values?.constructor).toBe(1);
    erin.dispose();
  });
});
