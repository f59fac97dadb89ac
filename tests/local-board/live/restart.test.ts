/** What of the live part outlives the server, and clocks that disagree. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinBoard } from '../../../src/local-board/joinBoard.ts';
import { joinClient } from '../../../src/local-board/joinClient.ts';
import { manualClock } from '../../../src/local-board/manualClock.ts';
import { startLocalBoard } from '../../../src/local-board/server/localBoard.ts';

const start = Date.UTC(2026, 0, 5, 9);
const app = 'http://localhost:3001';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'live-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Erin on a server that runs from `now` until `work` is done. */
async function at<T>(
  now: number,
  work: (erin: Awaited<ReturnType<typeof joinBoard>>, url: string) => Promise<T>,
): Promise<T> {
  const clock = manualClock(now);
  const server = await startLocalBoard({ port: 0, dataDir, pageDir: dataDir, clock });
  const erin = await joinBoard({ url: server.url, board: 'b', user: 'Erin Example', app, clock });
  try {
    return await work(erin, server.url);
  } finally {
    await erin.close();
    await server.close();
  }
}

test('a timer goes on while the server is away', async () => {
  await at(start, ({ miro }) => miro.board.timer.start(60_000));
  expect(await at(start + 20_000, ({ miro }) => miro.board.timer.get())).toEqual({
    status: 'STARTED',
    restDuration: 40_000,
    totalDuration: 60_000,
  });
  expect(await at(start + 90_000, ({ miro }) => miro.board.timer.get())).toEqual({
    status: 'STOPPED',
    restDuration: 0,
    totalDuration: 60_000,
  });
});

test('a paused timer stays paused', async () => {
  await at(start, async ({ miro }) => {
    await miro.board.timer.start(60_000);
    await miro.board.timer.pause();
  });
  expect((await at(start + 90_000, ({ miro }) => miro.board.timer.get())).restDuration).toBe(60_000);
});

test('a vote goes on after a restart with the votes that were given, and its results stay', async () => {
  const note = await at(start, async ({ miro, client }) => {
    const { id } = await miro.board.createStickyNote();
    await client.live.act({ do: 'vote-start', title: 'Which?', items: [id], perPerson: 3 });
    await client.live.act({ do: 'vote-cast', item: id, how: 'give' });
    return id;
  });
  await at(start, async ({ client }) => {
    await client.live.act({ do: 'vote-cast', item: note, how: 'give' });
    await client.live.act({ do: 'vote-finish' });
  });
  const results = await at(start, ({ miro }) => miro.board.experimental.getVotingResults());
  expect(results.map(({ title, results: counts }) => [title, counts])).toEqual([
    ['Which?', [{ itemId: note, count: 2 }]],
  ]);
});

test('a window whose clock is wrong by hours knows the server’s time', async () => {
  await at(start, async ({ miro, client }, url) => {
    await miro.board.timer.start(60_000);
    const wrong = manualClock(start - 5 * 3_600_000);
    const max = joinClient({ url, board: 'b', user: 'Max Example', clock: wrong });
    await max.ready();
    await max.ask({ ask: 'nothing' });
    expect(max.live.now()).toBe(start);
    expect(max.live.timer.get()).toEqual(client.live.timer.get());
    max.dispose();
  });
});
