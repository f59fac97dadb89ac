/** What was acknowledged is there after the server was killed in the middle of a storm of writes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type JoinedBoard, joinBoard } from '../../src/local-board/joinBoard.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function serve(dataDir: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'support/serve.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUps.push(() => server.kill('SIGKILL'));
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { server, url: String(line).trim() };
}

async function enter(url: string, user: string): Promise<JoinedBoard> {
  const person = await joinBoard({ url, board: 'storm', user, app: 'http://localhost:3001/' });
  cleanUps.push(person.close);
  return person;
}

test('every acknowledged write survives kill -9 in a storm of writes', { timeout: 30_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-board-'));
  cleanUps.push(() => rmSync(dataDir, { recursive: true }));
  const first = await serve(dataDir);
  const people = [await enter(first.url, 'Erin Example'), await enter(first.url, 'Max Example')];
  const acknowledged = new Map<string, string>();
  let stored = 0;
  const killAfter = 300;

  const write = async (person: JoinedBoard, index: number): Promise<void> => {
    const content = `${person.client.me.name} ${index}`;
    const [note] = await person.client.create([{ type: 'sticky_note', content }]);
    if (note) acknowledged.set(note.id, content);
    await person.miro.board.storage.collection('c').set('count', index);
    stored = Math.max(stored, index);
    if (acknowledged.size >= killAfter) first.server.kill('SIGKILL');
    else await write(person, index + 1);
  };
  // Several lines of writing each; those cut off by the kill end in a refusal, which is what they should do.
  const lines = people.flatMap((person) =>
    Array.from({ length: 8 }, (_, line) => write(person, line * 1000)),
  );
  await Promise.race([once(first.server, 'exit'), Promise.allSettled(lines)]);
  for (const person of people) await person.close();
  await Promise.allSettled(lines);

  const second = await serve(dataDir);
  const again = await enter(second.url, 'Erin Example');
  const kept = new Map(
    [...again.client.contents.get().items.values()].flatMap((item) =>
      item.type === 'sticky_note' ? [[item.id, item.content] as const] : [],
    ),
  );
  expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter);
  for (const [id, content] of acknowledged) expect(kept.get(id)).toBe(content);
  expect(await again.miro.board.storage.collection('c').get('count')).toEqual(expect.any(Number));
  expect(stored).toBeGreaterThan(0);
});
