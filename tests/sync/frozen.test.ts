/** A page that the browser froze while it led, and whose lock another page got meanwhile. */
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { Sync } from '../../src/sync/sync.ts';
import { seeded, syncWorld } from '../support/syncWorld.ts';

const words = (sync: Sync): Y.Map<unknown> => sync.open('doc').doc.getMap('words');
const aWhile = 60_000;
const saved = { browser: 'saved', board: 'saved' };

/** Too long for one stored value, so that a save takes several calls. */
function long(seed: number): string {
  const random = seeded(seed);
  let text = '';
  while (text.length < 150_000) text += random().toString(36).slice(2);
  return text;
}

async function frozenInTheMiddleOfASave(seed: number) {
  const world = syncWorld(seed);
  const { clock, network, device } = world;
  const browser = device('erin');
  const [first, second] = [browser.openPage(), browser.openPage()];
  words(first.sync).set('begun', long(1));
  words(second.sync);
  for (let i = 0; i < 400 && network.read('s/erin/0/0/doc') === null; i += 1) await clock.advance(25);
  first.sleep('lost');
  await clock.advance(10_000);
  words(second.sync).set('more', 'more words');
  await clock.advance(aWhile);
  return { ...world, first, second };
}

test('what its successor stored stays whole when it wakes up and goes on with its save', async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const { clock, network, device, first, second } = await frozenInTheMiddleOfASave(seed);
    expect(second.sync.saved.get()).toEqual(saved);
    const promised = network.read('d/erin/doc');
    first.wake();
    for (let i = 0; i < 40; i += 1) {
      await clock.advance(5);
      expect(network.read('d/erin/doc')).toEqual(promised);
    }
    first.kill();
    second.kill();
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    expect(words(mona).toJSON()).toEqual({ begun: long(1), more: 'more words' });
    expect(mona.problems.get()).toEqual([]);
  }
});

test('it steps down, follows, and its own words go to the board through its successor', async () => {
  const { clock, first, second } = await frozenInTheMiddleOfASave(3);
  first.wake();
  await clock.advance(aWhile);
  words(first.sync).set('awake', 'again');
  await clock.advance(aWhile);
  expect(words(second.sync).get('awake')).toBe('again');
  expect([first.sync.saved.get(), second.sync.saved.get()]).toEqual([saved, saved]);
});

test('its successor calls nothing saved that a late call of it could still replace', async () => {
  const { clock, network, device } = syncWorld(4);
  const browser = device('erin');
  const [first, second] = [browser.openPage(), browser.openPage()];
  words(first.sync).set('said', 'at first');
  words(second.sync);
  await clock.advance(aWhile);
  const before = network.read('d/erin/doc');
  words(first.sync).set('said', 'more');
  network.set({ silence: 1 });
  await clock.advance(5_000); // its save is under way, and will never be answered
  first.kill();
  network.set({});
  await clock.advance(15_000);
  expect(network.read('d/erin/doc')).not.toEqual(before);
  expect(second.sync.saved.get().board).toBe('saving');
  await clock.advance(aWhile);
  expect(second.sync.saved.get()).toEqual(saved);
});

test('pages that share a disk and may not lock are no successors: each goes on to save its own words', async () => {
  const { clock, network, device } = syncWorld(5);
  const browser = device('erin');
  const pages = [browser.openPage({ alone: true }), browser.openPage({ alone: true })];
  pages.forEach((page, i) => {
    words(page.sync).set(`page ${i}`, i);
  });
  await clock.advance(aWhile);
  expect(pages.map((page) => page.sync.saved.get())).toEqual([saved, saved]);
  const before = network.counts();
  words(pages[0]?.sync ?? fail()).set('more', 1);
  words(pages[1]?.sync ?? fail()).set('again', 2);
  await clock.advance(aWhile);
  expect(pages.map((page) => page.sync.saved.get())).toEqual([saved, saved]);
  expect(network.counts().set - before.set).toBeLessThanOrEqual(4);
});

function fail(): never {
  throw new Error('There are two pages');
}
