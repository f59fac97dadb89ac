/**
 * Items created per second through the SDK, over real sockets, on a server of its own: beside bare WebSockets that
 * carry the same bytes and commit each message to SQLite, with nothing else between.
 */
import { joinBoard } from '../src/local-board/joinBoard.ts';
import { type BareWindow, bareWindow } from './support/bareWindow.ts';
import { inFolder, type Running, run } from './support/running.ts';
import { usual, weighedSocket } from './support/weighed.ts';

/** Milliseconds. */
const warmUp = 1000;
const measured = 3000;

interface Way {
  readonly name: string;
  readonly clients: number;
  /** Calls that each client has under way at a time. */
  readonly under: number;
}

const ways: readonly Way[] = [
  { name: 'one client, one after the other', clients: 1, under: 1 },
  { name: 'one client, 20 under way', clients: 1, under: 20 },
  { name: 'ten clients, one after the other', clients: 10, under: 1 },
];

/** How often `task` is done in a second by all together. */
async function rate(tasks: readonly (() => Promise<unknown>)[], under: number): Promise<number> {
  const start = performance.now() + warmUp;
  const end = start + measured;
  let done = 0;
  const go = async (task: () => Promise<unknown>) => {
    while (performance.now() < end) {
      await task();
      if (performance.now() >= start && performance.now() < end) done += 1;
    }
  };
  await Promise.all(tasks.flatMap((task) => Array.from({ length: under }, () => go(task))));
  return done / (measured / 1000);
}

async function onBoard(server: Running, { name, clients, under }: Way) {
  const { Socket, weights } = weighedSocket();
  const people = await Promise.all(
    Array.from({ length: clients }, (_, index) =>
      joinBoard({
        url: server.url,
        board: `bench-${name.replaceAll(/\W/g, '')}`,
        user: `Erin Example ${index}`,
        app: 'http://localhost:1/',
        Socket,
      }),
    ),
  );
  let at = 0;
  const perSecond = await rate(
    people.map(({ miro }) => () => {
      at += 1;
      return miro.board.createStickyNote({
        content: `<p>Note ${at}</p>`,
        x: (at % 100) * 220,
        y: Math.floor(at / 100) * 250,
      });
    }),
    under,
  );
  for (const person of people) await person.close();
  return {
    perSecond,
    bytes: { sent: usual(weights.sent), told: usual(weights.told), answered: usual(weights.answered) },
  };
}

async function onRelay(
  bytes: { readonly sent: number; readonly told: number; readonly answered: number },
  { clients, under }: Way,
): Promise<number> {
  return inFolder(async (folder) => {
    const relay = await run('relay.ts', [folder, String(bytes.told), String(bytes.answered), 'commit']);
    const windows: BareWindow[] = [];
    for (let index = 0; index < clients; index += 1) windows.push(await bareWindow(relay.url));
    const perSecond = await rate(
      windows.map((window) => () => window.send(bytes.sent)),
      under,
    );
    for (const window of windows) window.close();
    await relay.stop();
    return perSecond;
  });
}

export async function bench() {
  return inFolder(async (folder) => {
    const server = await run('boardServer.ts', [folder, folder]);
    const rows: (string | number)[][] = [];
    try {
      for (const way of ways) {
        const { perSecond, bytes } = await onBoard(server, way);
        const bare = await onRelay(bytes, way);
        rows.push([way.name, Math.round(perSecond), Math.round(bare), (bare / perSecond).toFixed(2)]);
      }
    } finally {
      await server.stop();
    }
    return {
      title: 'Sticky notes created per second through the SDK',
      columns: ['who', 'on the board', 'bare sockets + SQLite', 'times as many'],
      rows,
      note: 'Each note is checked, stored, told to every window and answered. The bare server commits as many bytes to\nSQLite and sends as many to every window; its windows read nothing of them. All windows share one process.',
    };
  });
}
