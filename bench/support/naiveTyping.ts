/** The obvious way, for comparison: every update is broadcast and the whole document saved, one call each, at once. */
import * as Y from 'yjs';
import { toBase64 } from '../../src/sync/bytes.ts';
import { memoryNetwork } from '../../tests/support/memoryNetwork.ts';
import { seeded } from '../../tests/support/syncWorld.ts';
import { virtualClock } from '../../tests/support/virtualClock.ts';

const keyTime = 200;
const remarkKeys = 120;

export interface NaiveTyping {
  readonly edits: number;
  readonly calls: number;
  readonly bytes: number;
  readonly delays: readonly number[];
}

export async function typeNaively(count: number, seconds: number): Promise<NaiveTyping> {
  const clock = virtualClock();
  const network = memoryNetwork(clock, seeded(count));
  const delays: number[] = [];
  const clients = Array.from({ length: count }, () => network.connect());
  const docs = clients.map((client, index) => {
    const doc = new Y.Doc();
    doc.clientID = index + 1;
    doc.on('update', (update: Uint8Array) => {
      void client.wire.broadcast({ from: index, at: clock.now(), update: toBase64(update) });
      void client.board.set(`doc/${index}`, toBase64(Y.encodeStateAsUpdate(doc)));
    });
    return doc;
  });
  clients.forEach(({ wire }, index) => {
    wire.onMessage((message) => {
      const { from, at } = message as { from: number; at: number };
      // Two others share a sheet with this one.
      if (from !== index && Math.floor(from / 3) === Math.floor(index / 3)) delays.push(clock.now() - at);
    });
  });
  let edits = 0;
  for (let key = 0; key < (seconds * 1_000) / keyTime; key += 1)
    for (const doc of docs) {
      doc.getMap('remarks').set(String(Math.floor(key / remarkKeys)), 'x'.repeat((key % remarkKeys) + 1));
      edits += 1;
      await clock.advance(keyTime / count);
    }
  await clock.advance(1_000);
  const { broadcast, set } = network.counts();
  return { edits, calls: broadcast + set, bytes: network.bytes(), delays: delays.sort((a, b) => a - b) };
}
