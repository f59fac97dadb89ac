/** Whole boards over HTTP, as the list page and as strangers ask for them, on a real server with a real file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import type { BoardClient } from '../../src/local-board/client/client.ts';
import type { ListedBoard } from '../../src/local-board/client/listedBoard.ts';
import { joinClient } from '../../src/local-board/joinClient.ts';
import { startLocalBoard } from '../../src/local-board/server/localBoard.ts';

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
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      value: text === '' ? undefined : JSON.parse(text),
      headers: answer.headers,
    };
  };
  const list = async (): Promise<ListedBoard[]> => (await ask('GET', '/boards')).value.boards;
  const make = async (name: string): Promise<ListedBoard> => (await ask('POST', '/boards', { name })).value;
  return { ...server, ask, list, make };
}

async function enter(url: string, board: string, user = 'Erin Example'): Promise<BoardClient> {
  const client = joinClient({ url, board, user });
  cleanUps.push(() => client.dispose());
  await client.ready();
  return client;
}

const changed = <T>(of: { subscribe(listener: (value: T) => void): () => void }): Promise<T> =>
  new Promise((resolve) => {
    const stop = of.subscribe((value) => {
      stop();
      resolve(value);
    });
  });

describe('the list of boards', () => {
  test('a new board is in it under its name, and still after a restart', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    const { status, value } = await first.ask('POST', '/boards', { name: '  Team\nCredit ' });
    expect([status, value.name, value.people]).toEqual([201, 'Team Credit', []]);
    await first.close();
    expect(await (await start(dataDir)).list()).toEqual([value]);
  });

  test('a board that nobody made is there once something is on it, under its id, with who is there', async () => {
    const { url, list } = await start();
    const erin = await enter(url, 'demo');
    expect(await list()).toEqual([]);
    await erin.create([{ type: 'text' }]);
    expect((await list()).map(({ id, name, people }) => [id, name, people])).toEqual([
      ['demo', 'demo', ['Erin Example']],
    ]);
  });

  test('what was changed last comes first', async () => {
    const { url, list, make } = await start();
    const one = await make('One');
    await make('Two');
    const erin = await enter(url, one.id);
    await erin.create([{ type: 'text' }]);
    expect((await list()).map(({ name }) => name)).toEqual(['One', 'Two']);
  });

  test('a file from before boards had names opens, and its boards go by their ids', async () => {
    const dataDir = folder();
    const old = new DatabaseSync(join(dataDir, 'boards.sqlite'));
    old.exec(`
      CREATE TABLE boards (id TEXT PRIMARY KEY, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, number INTEGER NOT NULL) STRICT;
      CREATE TABLE things (board TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (board, kind, id)) STRICT, WITHOUT ROWID;
      INSERT INTO boards VALUES ('old', '2025-01-01T00:00:00.000Z', '2025-01-02T00:00:00.000Z', 7);
      INSERT INTO things VALUES ('old', 'tag', '1', '{"type":"tag","id":"1","title":"Kept","color":"red"}');
    `);
    old.close();
    const { url, list, ask } = await start(dataDir);
    expect((await list()).map(({ id, name }) => [id, name])).toEqual([['old', 'old']]);
    expect((await ask('PATCH', '/boards/old', { name: 'Named at last' })).value.name).toBe('Named at last');
    const erin = await enter(url, 'old');
    expect([...erin.contents.get().tags.values()].map(({ title }) => title)).toEqual(['Kept']);
    expect(erin.boardName.get()).toBe('Named at last');
  });

  test('a file from a newer server is left alone', async () => {
    const dataDir = folder();
    const newer = new DatabaseSync(join(dataDir, 'boards.sqlite'));
    newer.exec('PRAGMA user_version = 99;');
    newer.close();
    await expect(start(dataDir)).rejects.toThrow(
      `The boards in ${dataDir} were kept by a newer board server. Use that one, or choose another folder.`,
    );
  });
});

describe('a board that people have open', () => {
  test('tells its new name to every window, also to those that come later', async () => {
    const { url, ask } = await start();
    const [erin, max] = [await enter(url, 'demo'), await enter(url, 'demo', 'Max Example')];
    expect(erin.boardName.get()).toBe('demo');
    const heard = Promise.all([changed(erin.boardName), changed(max.boardName)]);
    expect((await ask('PATCH', '/boards/demo', { name: 'Team <b>' })).status).toBe(200);
    expect(await heard).toEqual(['Team <b>', 'Team <b>']);
    expect((await enter(url, 'demo', 'Maya Made-Up')).boardName.get()).toBe('Team <b>');
  });

  test('says that it was deleted, and its address is a new board afterwards', async () => {
    const { url, ask, list, make } = await start();
    const { id } = await make('Old');
    const erin = await enter(url, id);
    await erin.create([{ type: 'text' }]);
    const gone = changed(erin.connection);
    expect((await ask('DELETE', `/boards/${id}`)).status).toBe(204);
    expect([await gone, erin.reason.get(), await list()]).toEqual(['refused', 'This board was deleted.', []]);
    const again = await enter(url, id);
    expect([again.contents.get().items.size, again.boardName.get()]).toEqual([0, id]);
  });

  test('that was deleted while a window was away does not come back with that window', async () => {
    const { url, ask, list } = await start();
    const erin = await enter(url, 'demo');
    await erin.create([{ type: 'text' }]);
    erin.setOnline('no');
    const late = erin.create([{ type: 'text' }]).catch((error: Error) => error.message);
    await ask('DELETE', '/boards/demo');
    erin.setOnline('yes');
    expect([await late, erin.reason.get(), await list()]).toEqual([
      'The board cannot be reached. Nothing was changed.',
      'This board was deleted.',
      [],
    ]);
  });

  test('is copied as it stands: items, tags, metadata and app data, not storage, under new ids', async () => {
    const { url, ask, make } = await start();
    const { id } = await make('Team');
    const erin = await enter(url, id);
    const app = 'http://localhost:3001';
    const [frame] = await erin.create([{ type: 'frame', title: 'Sheet', width: 600, height: 600 }]);
    const tag = await erin.createTag({ title: 'Important' });
    const [note] = await erin.create([{ type: 'sticky_note', content: 'Hello', tagIds: [tag.id] }], {
      settle: true,
    });
    await erin.perform({ do: 'metadata-set', item: note?.id ?? '', app, key: 'lane', value: 'a' });
    await erin.perform({ do: 'app-data-set', app, key: 'sheet', value: frame?.id ?? '' });
    await erin.perform({ do: 'store', app, collection: 'c', key: 'k', value: 'left behind' });
    const { status, value } = await ask('POST', `/boards/${id}/copy`, {});
    expect([status, value.name, value.id === id]).toEqual([201, 'Copy of Team', false]);
    const copy = await enter(url, value.id);
    const items = [...copy.contents.get().items.values()];
    const [copiedTag] = [...copy.contents.get().tags.values()];
    expect(items).toMatchObject([
      { type: 'frame', title: 'Sheet', childrenIds: [items[1]?.id] },
      { type: 'sticky_note', content: 'Hello', parentId: items[0]?.id, tagIds: [copiedTag?.id] },
    ]);
    const old = [frame?.id, note?.id, tag.id];
    expect([items[0]?.id, items[1]?.id, copiedTag?.id].filter((one) => old.includes(one))).toEqual([]);
    const asked = await Promise.all([
      copy.ask({ ask: 'metadata', item: items[1]?.id ?? '', app }),
      copy.ask({ ask: 'app-data', app }),
      copy.ask({ ask: 'stored', app, collection: 'c', key: 'k' }),
    ]);
    expect(asked.map(({ values, value: kept }) => values ?? kept)).toEqual([
      { lane: 'a' },
      { sheet: frame?.id },
      undefined,
    ]);
  });

  test('goes out as a file and comes in as a new board, also elsewhere', async () => {
    const here = await start();
    const { id } = await here.make('Team „Ö“');
    const erin = await enter(here.url, id);
    await erin.create([{ type: 'sticky_note', content: 'Hello', x: 3 }]);
    const file = await fetch(`${here.url}/api/boards/${id}/file`);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="Team _.json"; filename*=UTF-8''Team%20%E2%80%9E%C3%96%E2%80%9C.json`,
    );
    const there = await start();
    const { status, value } = await there.ask('POST', '/board-files', await file.text());
    expect([status, value.name]).toEqual([201, 'Team „Ö“']);
    const copy = await enter(there.url, value.id);
    expect([...copy.contents.get().items.values()]).toMatchObject([{ content: 'Hello', x: 3 }]);
  });
});

describe('strangers', () => {
  test('a page from elsewhere is not answered, whatever it says it sends', async () => {
    const { ask, list, make } = await start();
    const { id } = await make('Mine');
    const elsewhere = ['https://evil.example', 'http://localhost:1', 'null'];
    const tries = await Promise.all(
      elsewhere.flatMap((origin) => [
        ask('DELETE', `/boards/${id}`, undefined, { origin }),
        ask('POST', '/boards', { name: 'Theirs' }, { origin }),
        ask('GET', '/boards', undefined, { origin }),
      ]),
    );
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 403));
    expect((await list()).map(({ name }) => name)).toEqual(['Mine']);
  });

  test('what a form could send without asking is refused', async () => {
    const { ask, list } = await start();
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    for (const type of types)
      expect((await ask('POST', '/boards', '{"name":"x"}', { 'content-type': type })).status).toBe(415);
    expect(await list()).toEqual([]);
  });

  test('its own page is answered', async () => {
    const { ask, url } = await start();
    expect((await ask('POST', '/boards', { name: 'Ours' }, { origin: url })).status).toBe(201);
  });

  test.each<[string, string, unknown, number]>([
    ['PUT', '/boards', {}, 405],
    ['POST', '/boards', { name: ' \n ' }, 400],
    ['POST', '/boards', { name: 7 }, 400],
    ['POST', '/boards', '[', 400],
    ['POST', '/boards', { name: 'x'.repeat(20_000) }, 413],
    ['POST', '/board-files', '{}', 422],
    ['PATCH', '/boards/nobody', { name: 'x' }, 404],
    ['DELETE', '/boards/nobody', undefined, 404],
    ['GET', '/boards/nobody/file', undefined, 404],
    ['POST', '/boards/nobody/copy', {}, 404],
    ['DELETE', '/boards/..%2F..%2Fetc', undefined, 404],
    ['DELETE', '/boards/__proto__', undefined, 404],
    ['GET', '/boards/__proto__', undefined, 405],
    ['GET', '/constructor', undefined, 404],
    ['GET', `/boards/${'x'.repeat(65)}/file`, undefined, 404],
  ])('%s %s is answered in words', async (method, path, body, status) => {
    const { ask, list } = await start();
    const answer = await ask(method, path, body);
    expect([answer.status, typeof answer.value.message]).toEqual([status, 'string']);
    expect(await list()).toEqual([]);
  });

  test('a name is kept as one line of plain text of at most 120 characters', async () => {
    const { make } = await start();
    expect((await make('<img src=x onerror=x>\u0000\u2028 \ud800b')).name).toBe('<img src=x onerror=x> b');
    expect([...(await make('é'.repeat(500))).name].length).toBe(120);
  });
});
