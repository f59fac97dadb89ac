/** The door through which an app written for Miro comes to the local board. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { openAppDoor } from '../../src/local-board/server/apps/appDoor.ts';

const boardOrigin = 'http://localhost:3999';
const undo: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of undo.splice(0).reverse()) await end();
});

async function appWith(
  answer: RequestListener,
): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  undo.push(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

async function doorTo(app: string) {
  const door = await openAppDoor({ app, boardOrigin, port: 0 });
  undo.push(door.close);
  return door;
}

const script = '<script src="https://miro.com/app/static/sdk/v2/miro.js"></script>';

test('pages and scripts say the board where they say the SDK of Miro; links to Miro stay', async () => {
  const { origin } = await appWith((request, response) => {
    const isPage = request.url === '/app.html?x=1';
    response.setHeader('content-type', isPage ? 'text/html; charset=utf-8' : 'text/javascript');
    response.end(
      isPage
        ? `${script}<a href="https://miro.com/app/">ü</a>`
        : "load('//miro.com/app/static/sdk/v2/miro.js')",
    );
  });
  const door = await doorTo(`${origin}/app.html?x=1`);
  expect(door.url).toMatch(/^http:\/\/localhost:\d+\/app\.html\?x=1$/);
  expect(await (await fetch(door.url)).text()).toBe(
    `<script src="${boardOrigin}/sdk/v2/miro.js"></script><a href="https://miro.com/app/">ü</a>`,
  );
  expect(await (await fetch(new URL('/a.js', door.url))).text()).toBe(
    `load('${boardOrigin}/sdk/v2/miro.js')`,
  );
});

test('an app that names its own address is led back through the door', async () => {
  const { origin } = await appWith((request, response) => {
    if (request.url === '/old') {
      response.writeHead(302, { location: `${origin}/new` });
      return void response.end();
    }
    response.setHeader('content-type', 'text/javascript');
    response.end(`const base = '${origin}';`);
  });
  const door = await doorTo(origin);
  const own = new URL(door.url).origin;
  expect(await (await fetch(`${own}/a.js`)).text()).toBe(`const base = '${own}';`);
  expect((await fetch(`${own}/old`, { redirect: 'manual' })).headers.get('location')).toBe(`${own}/new`);
});

test('what lets Miro frame the app lets the board; what forbids it stays forbidden', async () => {
  const { origin } = await appWith((request, response) => {
    response.setHeader(
      'content-security-policy',
      request.url === '/'
        ? "script-src 'self' https://miro.com; frame-ancestors https://miro.com https://*.miro.com"
        : "frame-ancestors 'none'",
    );
    response.setHeader('x-frame-options', 'DENY');
    response.end('x');
  });
  const door = await doorTo(origin);
  const welcome = await fetch(door.url);
  expect(welcome.headers.get('content-security-policy')).toBe(
    `script-src 'self' ${boardOrigin}; frame-ancestors ${boardOrigin} ${boardOrigin}`,
  );
  const closed = await fetch(new URL('/closed', door.url));
  expect([closed.headers.get('content-security-policy'), closed.headers.get('x-frame-options')]).toEqual([
    "frame-ancestors 'none'",
    'DENY',
  ]);
});

test('everything else passes as it is: bodies, methods, bytes, states', async () => {
  const bytes = Buffer.from([0, 255, 1, 254]);
  const { origin } = await appWith(async (request, response) => {
    if (request.url === '/picture') return void response.setHeader('content-type', 'image/png').end(bytes);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.writeHead(418, { 'x-method': request.method ?? '', 'x-host': request.headers.host ?? '' });
    response.end(Buffer.concat(parts));
  });
  const door = await doorTo(origin);
  expect(Buffer.from(await (await fetch(new URL('/picture', door.url))).arrayBuffer())).toEqual(bytes);
  const said = await fetch(new URL('/say', door.url), { method: 'POST', body: 'hello' });
  expect([said.status, said.headers.get('x-method'), said.headers.get('x-host'), await said.text()]).toEqual([
    418,
    'POST',
    new URL(origin).host,
    'hello',
  ]);
});

test('a development server keeps its line to its pages', async () => {
  const { origin, server } = await appWith((_, response) => void response.end());
  const sockets = new WebSocketServer({ server });
  undo.push(() => sockets.close());
  sockets.on('connection', (socket) => socket.on('message', (text) => socket.send(`heard ${text}`)));
  const door = await doorTo(origin);
  const socket = new WebSocket(door.url.replace('http', 'ws'));
  undo.push(() => socket.terminate());
  const heard = await new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => socket.send('hello'));
    socket.on('message', (text) => resolve(String(text)));
  });
  expect(heard).toBe('heard hello');
});

test('an app that does not run is told of; no other machine’s name is answered', async () => {
  const { origin, server } = await appWith((_, response) => void response.end());
  const door = await doorTo(origin);
  await new Promise((closed) => server.close(closed));
  const nobody = await fetch(door.url);
  expect([nobody.status, await nobody.text()]).toEqual([
    502,
    `Nothing answers at ${origin}. Start the app there, then reload the board.\n`,
  ]);
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request(door.url, { headers: { host: 'elsewhere.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});
