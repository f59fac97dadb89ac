/** Real BroadcastChannel, Web Locks and IndexedDB under the whole of sync: two pages of one browser, in one. */
import { expect, test } from 'vitest';
import type { Clock } from '../../../src/base/clock.ts';
import { systemClock } from '../../../src/base/systemClock.ts';
import { browserChannel } from '../../../src/sync/browserChannel.ts';
import { idbStore } from '../../../src/sync/idbStore.ts';
import { leading } from '../../../src/sync/leading.ts';
import { budgetMeter } from '../../../src/sync/meter.ts';
import { createSync } from '../../../src/sync/miroSync.ts';
import type { Sync } from '../../../src/sync/sync.ts';
import { webLocks } from '../../../src/sync/webLocks.ts';
import { memoryNetwork } from '../../support/memoryNetwork.ts';

/** Twenty times as fast: what is waited for here are the browser's own doings, not our pace. */
const clock: Clock = {
  now: () => systemClock.now() * 20,
  after: (delay, task) => systemClock.after(delay / 20, task),
};

const until = (ready: () => boolean): Promise<void> => expect.poll(ready, { timeout: 5_000 }).toBe(true);

test('two pages share documents, one leads, and the next takes over; words lie in IndexedDB', async () => {
  const name = `one-page-${Date.now()}`;
  const network = memoryNetwork(clock, Math.random);
  const ends: (() => void | Promise<void>)[] = [];

  async function openPage(): Promise<Sync> {
    const { wire, board } = network.connect();
    const channel = browserChannel(() => new BroadcastChannel(name));
    const local = idbStore(name);
    const sync = createSync({
      wire,
      board,
      meter: budgetMeter(clock.now, Math.random),
      local,
      channel,
      leadership: await webLocks(navigator.locks, name),
      loadLeading: async () => leading,
      clock,
      random: Math.random,
      device: 'browser',
      user: 'erin',
    });
    ends.push(channel.close, () => local.close());
    return sync;
  }
  const words = (sync: Sync) => sync.open('doc').doc.getMap<string>('words');

  const [first, second] = [await openPage(), await openPage()];
  words(second).set('said', 'hello');
  await until(() => words(first).get('said') === 'hello');
  await until(() => second.saved.get().browser === 'saved');
  await second.flush();
  expect(network.keys()).toEqual(['d/browser/doc', 'registry/0', 'registry/1']);

  first.dispose();
  words(second).set('said', 'hello again');
  await second.flush();
  await until(() => second.saved.get().board === 'saved');
  second.dispose();

  const third = await openPage();
  await third.open('doc').loaded;
  expect(words(third).get('said')).toBe('hello again');
  third.dispose();
  for (const end of ends) await end();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
});
