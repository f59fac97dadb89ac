/** Pictures on a real server: kept once, served harmlessly, there after a restart, gone when nothing shows them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { joinBoard } from '../../src/local-board/joinBoard.ts';
import { startLocalBoard } from '../../src/local-board/server/localBoard.ts';
import { png } from '../contracts/sdk/pictureFiles.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'local-board-'));
  cleanUps.push(() => rmSync(path, { recursive: true }));
  return path;
}

async function start(dataDir = folder()) {
  const server = await startLocalBoard({ port: 0, dataDir, pageDir: folder() });
  cleanUps.push(() => server.close());
  const send = async (body: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}/api/images`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, value: (await answer.json()) as { url?: string; message?: string } };
  };
  const enter = async (board = 'demo') => {
    const erin = await joinBoard({
      url: server.url,
      board,
      user: 'Erin Example',
      app: 'http://localhost:3001/',
    });
    cleanUps.push(() => erin.close());
    return erin;
  };
  return { ...server, send, enter };
}

const script = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>';

describe('pictures on the server', () => {
  test('the same picture is kept once, named by what is in it', async () => {
    const { send } = await start();
    const data = btoa('a picture, it says');
    const first = await send({ type: 'image/png', data });
    expect(first.status).toBe(201);
    expect(first.value.url).toMatch(/^\/images\/[0-9a-f]{64}$/);
    expect(await send({ type: 'image/png', data })).toEqual(first);
  });

  test('a picture is served as what it is and runs nothing, an SVG with a script neither', async () => {
    const { send, url } = await start();
    const { value } = await send({ type: 'image/svg+xml', data: btoa(script) });
    const answer = await fetch(`${url}${value.url}`);
    expect(await answer.text()).toBe(script);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'access-control-allow-origin': '*',
    });
  });

  test.each([
    ['a page', { type: 'text/html', data: btoa('<script>') }],
    ['what is no base64', { type: 'image/png', data: '*' }],
    ['a picture without a type', { data: btoa('x') }],
    ['a list', []],
  ])('%s is refused', async (_what, body) => {
    const { send } = await start();
    const { status, value } = await send(body);
    expect([status, value.message]).toEqual([400, 'This is no picture that the board can keep.']);
  });

  test('a page of another origin may not bring one', async () => {
    const { send } = await start();
    const body = { type: 'image/png', data: btoa('x') };
    expect((await send(body, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send(body, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('one that is too large is refused with a reason', async () => {
    const erin = await (await start()).enter();
    const [head = '', data = ''] = png(4, 4).split(',');
    const large = `${head},${btoa(atob(data) + 'x'.repeat(10 * 1024 * 1024))}`;
    await expect(erin.miro.board.createImage({ url: large })).rejects.toThrow(
      `The image cannot be created: it has ${10 * 1024 * 1024 + atob(data).length} bytes; at most 10485760 are taken.`,
    );
  });

  test('one of some megabytes is taken, though no other call may be as large', async () => {
    const erin = await (await start()).enter();
    const [head = '', data = ''] = png(4, 4).split(',');
    const large = `${head},${btoa(atob(data) + 'x'.repeat(5 * 1024 * 1024))}`;
    const image = await erin.miro.board.createImage({ url: large });
    expect((await image.getFile('original')).size).toBe(5 * 1024 * 1024 + atob(data).length);
  });

  test('an image is told as an address and not as a picture, however often it is moved', async () => {
    const erin = await (await start()).enter();
    const image = await erin.miro.board.createImage({ url: png(400, 300) });
    const item = erin.client.contents.get().items.get(image.id);
    expect(JSON.stringify(item).length).toBeLessThan(500);
  });

  test('an image is there after a restart; what no item shows then is not', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    const erin = await first.enter();
    const image = await erin.miro.board.createImage({ url: png(40, 30) });
    const embed = await erin.miro.board.createEmbed({ url: 'https://example.org/', previewUrl: png(7, 7) });
    const gone = await erin.miro.board.createImage({ url: png(50, 30) });
    await erin.miro.board.remove(gone);
    await erin.close();
    await first.close();
    const second = await start(dataDir);
    const status = async (url: string) => (await fetch(`${second.url}${new URL(url).pathname}`)).status;
    expect([await status(image.url), await status(embed.previewUrl), await status(gone.url)]).toEqual([
      200, 200, 404,
    ]);
    const again = await (await second.enter()).miro.board.getById(image.id);
    if (!('getDataUrl' in again)) throw new Error('no image');
    expect(await again.getDataUrl('original')).toBe(png(40, 30));
  });

  test("a board's file carries its pictures to another server", async () => {
    const first = await start();
    const erin = await first.enter();
    await erin.miro.board.createImage({ url: png(40, 30), title: 'A tree' });
    const file = await (await fetch(`${first.url}/api/boards/demo/file`)).text();
    const second = await start();
    const answer = await fetch(`${second.url}/api/board-files`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: file,
    });
    const { id } = (await answer.json()) as { id: string };
    const [image] = await (await second.enter(id)).miro.board.get({ type: 'image' });
    if (image?.type !== 'image' || !('getDataUrl' in image)) throw new Error('no image');
    expect([image.title, image.width, await image.getDataUrl('original')]).toEqual([
      'A tree',
      40,
      png(40, 30),
    ]);
  });
});
