/** From a command in one window to its sight in another, beside a bare WebSocket relay of the same bytes. */
import { joinBoard } from '../src/local-board/joinBoard.ts';
import { joinClient } from '../src/local-board/joinClient.ts';
import { bareWindow } from './support/bareWindow.ts';
import { inFolder, quantile, run } from './support/running.ts';
import { usual, weighedSocket } from './support/weighed.ts';

const warmUp = 300;
const measured = 2000;

/** Milliseconds from `send` to what `seen` waits for, each time anew. */
async function times(once: () => { sent: Promise<unknown>; seen: Promise<void> }): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < warmUp + measured; round += 1) {
    const start = performance.now();
    const { sent, seen } = once();
    await seen;
    const time = performance.now() - start;
    await sent;
    if (round >= warmUp) found.push(time);
  }
  return found;
}

async function onBoard(url: string, notes: number) {
  const { Socket, weights } = weighedSocket();
  const board = `bench-${notes}`;
  const erin = await joinBoard({ url, board, user: 'Erin Example', app: 'http://localhost:1/', Socket });
  const max = joinClient({ url, board, user: 'Max Example', Socket });
  await max.ready();
  for (let made = 0; made < notes; made += 500)
    await max.create(
      Array.from({ length: Math.min(500, notes - made) }, (_, index) => ({
        type: 'sticky_note',
        content: `<p>Note ${made + index}</p>`,
        x: ((made + index) % 100) * 220,
        y: Math.floor((made + index) / 100) * 250,
      })),
    );
  const note = await erin.miro.board.createStickyNote({ content: '<p>This one</p>' });
  for (const list of Object.values(weights)) list.length = 0;
  let x = 0;
  const found = await times(() => {
    x += 1;
    const wanted = x;
    const seen = new Promise<void>((resolve) => {
      const stop = max.contents.subscribe(({ items }) => {
        const item = items.get(note.id);
        if (!item || !('x' in item) || item.x !== wanted) return;
        stop();
        resolve();
      });
    });
    note.x = wanted;
    return { sent: note.sync(), seen };
  });
  await erin.close();
  max.dispose();
  return {
    found,
    bytes: { sent: usual(weights.sent), told: usual(weights.told), answered: usual(weights.answered) },
  };
}

async function onRelay(bytes: { sent: number; told: number; answered: number }, commit: 'commit' | 'none') {
  return inFolder(async (folder) => {
    const relay = await run('relay.ts', [folder, String(bytes.told), String(bytes.answered), commit]);
    const erin = await bareWindow(relay.url);
    const max = await bareWindow(relay.url);
    let seen: () => void = () => {};
    max.onTold(() => seen());
    const found = await times(() => {
      const waiting = new Promise<void>((resolve) => {
        seen = resolve;
      });
      return { sent: erin.send(bytes.sent), seen: waiting };
    });
    erin.close();
    max.close();
    await relay.stop();
    return found;
  });
}

export async function bench() {
  return inFolder(async (folder) => {
    const server = await run('boardServer.ts', [folder, folder]);
    const rows: (string | number)[][] = [];
    try {
      for (const notes of [0, 5000]) {
        const { found, bytes } = await onBoard(server.url, notes);
        const bare = await onRelay(bytes, 'none');
        const stored = await onRelay(bytes, 'commit');
        for (const [name, share] of [
          ['p50', 0.5],
          ['p99', 0.99],
        ] as const) {
          const [board, relay, kept] = [found, bare, stored].map((list) => quantile(list, share));
          const times = (a = 0, b = 1) => (a / b).toFixed(2);
          rows.push([
            `${notes.toLocaleString('en')} notes: ${name}, ms`,
            board?.toFixed(3) ?? '',
            relay?.toFixed(3) ?? '',
            times(board, relay),
            kept?.toFixed(3) ?? '',
            times(board, kept),
          ]);
        }
      }
    } finally {
      await server.stop();
    }
    return {
      title: 'From a command in one window to its sight in another',
      columns: ['what', 'on the board', 'bare relay', 'ratio (goal p50 ≤ 3)', 'relay + SQLite', 'ratio'],
      rows,
      note: `A note is moved through the SDK ${measured.toLocaleString('en')} times, one after the other; the relay carries the same bytes.`,
    };
  });
}
