/** Deleting a document for everybody, and everything that could bring it back. */
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { Json } from '../../src/base/json.ts';
import { heartbeat, lateEffect } from '../../src/sync/limits.ts';
import type { Sync } from '../../src/sync/sync.ts';
import { memoryDisk } from '../support/memoryBrowser.ts';
import { seeded, syncWorld } from '../support/syncWorld.ts';

const words = (sync: Sync, name = 'doc'): Y.Map<unknown> => sync.open(name).doc.getMap('words');
const read = (sync: Sync, name = 'doc'): unknown => words(sync, name).toJSON();
const aWhile = 15_000;
const days = 3 * 24 * 3_600_000;
const saved = { browser: 'saved', board: 'saved' };

function long(seed: number): string {
  const random = seeded(seed);
  let text = '';
  while (text.length < 120_000) text += random().toString(36).slice(2);
  return text;
}

/** Erin, Mona and Max have all written to the document, and Erin to another one. */
async function threePeople() {
  const world = syncWorld(7);
  const browsers = ['erin', 'mona', 'max'].map((name) => world.device(name)) as [
    ReturnType<typeof world.device>,
    ReturnType<typeof world.device>,
    ReturnType<typeof world.device>,
  ];
  const pages = browsers.map((browser) => browser.openPage()) as [
    ReturnType<(typeof browsers)[0]['openPage']>,
    ReturnType<(typeof browsers)[0]['openPage']>,
    ReturnType<(typeof browsers)[0]['openPage']>,
  ];
  pages.forEach(({ sync }, i) => {
    words(sync).set(`secret ${i}`, i === 1 ? long(i) : `secret ${i}`);
    sync.open('other');
  });
  words(pages[0].sync, 'other').set('kept', true);
  await world.clock.advance(aWhile);
  await world.clock.advance(aWhile);
  expect(pages.map(({ sync }) => sync.saved.get())).toEqual([saved, saved, saved]);
  return { ...world, browsers, pages };
}

/** Whether anything of the document is left in the board's storage. */
function leftOnBoard({ network }: Awaited<ReturnType<typeof threePeople>>): string[] {
  return network
    .keys()
    .filter((key) => key.endsWith('/doc'))
    .filter((key) => (network.read(key) as { erased?: boolean } | null)?.erased !== true);
}

async function leftOnDisk(disk: ReturnType<typeof memoryDisk>): Promise<unknown> {
  const { updates } = await disk.load('doc');
  return [updates.length, (await disk.read('written/doc')) ?? null, await disk.keys('unsaved/')];
}
const nothing = [0, null, []];

describe('a deleted document', () => {
  test('is gone for everybody: from the board, every browser and every page; the others stay', async () => {
    const world = await threePeople();
    const { clock, pages, browsers } = world;
    await Promise.all([pages[0].sync.delete('doc'), clock.advance(100)]);
    expect(await leftOnDisk(browsers[0].disk)).toEqual(nothing);
    await clock.advance(lateEffect * 3);
    for (const { sync } of pages) {
      expect([read(sync), sync.deleted.get(), sync.names.get()]).toEqual([{}, ['doc'], ['other']]);
      expect([read(sync, 'other'), sync.saved.get(), sync.problems.get()]).toEqual([
        { kept: true },
        saved,
        [],
      ]);
    }
    for (const { disk } of browsers) expect(await leftOnDisk(disk)).toEqual(nothing);
    expect(leftOnBoard(world)).toEqual([]);
  });

  test('takes nothing in any more: what is written under its name reaches nobody and no disk', async () => {
    const world = await threePeople();
    const { clock, pages, browsers } = world;
    const held = words(pages[1].sync);
    await Promise.all([pages[0].sync.delete('doc'), clock.advance(aWhile)]);
    held.set('more', 'into a document that somebody still held');
    words(pages[2].sync).set('more', 'opened anew');
    await clock.advance(heartbeat * 3);
    expect([pages[0], pages[1]].map(({ sync }) => read(sync))).toEqual([{}, {}]);
    expect(leftOnBoard(world)).toEqual([]);
    for (const { disk } of browsers) expect(await leftOnDisk(disk)).toEqual(nothing);
    const newcomer = world.device('pia').openPage().sync;
    newcomer.open('doc');
    await clock.advance(aWhile);
    expect([read(newcomer), newcomer.names.get(), newcomer.deleted.get()]).toEqual([{}, ['other'], ['doc']]);
  });

  test('is not brought back by a browser that was away for days, with words that were never saved', async () => {
    const world = await threePeople();
    const { clock, pages, browsers, network } = world;
    network.set({ loss: 1, refusal: 1, lostNotice: 1 });
    words(pages[2].sync).set('offline', 'written without a connection');
    await clock.advance(aWhile);
    pages[2].kill();
    network.set({});
    await Promise.all([pages[0].sync.delete('doc'), clock.advance(aWhile)]);
    await clock.advance(lateEffect * 2);
    pages[0].kill();
    pages[1].kill();
    await clock.advance(days);
    // Nobody else is there when it comes back; it opens the document at once and goes on writing.
    const back = browsers[2].openPage().sync;
    words(back).set('more', 'back again');
    await clock.advance(lateEffect * 3);
    expect([read(back), back.deleted.get(), leftOnBoard(world)]).toEqual([{}, ['doc'], []]);
    expect(await leftOnDisk(browsers[2].disk)).toEqual(nothing);
  }, 30_000);

  test('is not brought back by whoever puts an old registry or an old state back', async () => {
    const world = await threePeople();
    const { clock, pages, network } = world;
    const old = ['registry/0', 'registry/1', 'd/mona/doc', 'd/erin/doc'].map((key): [string, Json] => [
      key,
      network.read(key) as Json,
    ]);
    await Promise.all([pages[0].sync.delete('doc'), clock.advance(aWhile)]);
    for (const [key, value] of old) network.put(key, value);
    await clock.advance(heartbeat * 2);
    const newcomer = world.device('pia').openPage().sync;
    newcomer.open('doc');
    await clock.advance(aWhile);
    expect([read(newcomer), newcomer.deleted.get()]).toEqual([{}, ['doc']]);
  });

  test('is written over also where a browser stored it that never comes back', async () => {
    const world = await threePeople();
    const { clock, pages } = world;
    pages[1].kill();
    await Promise.all([pages[0].sync.delete('doc'), clock.advance(lateEffect * 3)]);
    expect(leftOnBoard(world)).toEqual([]);
  });

  test('is written over by a browser whose disk was full, and which nobody knew to have stored it', async () => {
    const world = syncWorld(5);
    const { clock, network } = world;
    const browser = world.device('erin');
    browser.disk.full = true;
    const erin = browser.openPage().sync;
    const max = world.device('max').openPage().sync;
    max.open('doc');
    words(erin).set('secret', 1);
    while (!network.keys().includes('d/erin/doc')) await clock.advance(10);
    await Promise.all([max.delete('doc'), clock.advance(lateEffect * 3)]);
    expect([erin.deleted.get(), network.read('d/erin/doc')]).toEqual([['doc'], { v: 1, erased: true }]);
  });

  test('stays deleted when the tab that asked ends at once, and when it was offline', async () => {
    const world = await threePeople();
    const { clock, pages, browsers, network } = world;
    network.set({ loss: 1, refusal: 1, lostNotice: 1 });
    await Promise.all([pages[0].sync.delete('doc'), clock.advance(aWhile)]);
    expect(pages[0].sync.saved.get().board).not.toBe('saved');
    pages[0].kill();
    network.set({});
    expect(leftOnBoard(world).length).toBeGreaterThan(2);
    // The next page opens nothing, and carries it out.
    browsers[0].openPage();
    await clock.advance(lateEffect * 4);
    expect(leftOnBoard(world)).toEqual([]);
    expect([pages[1], pages[2]].map(({ sync }) => [read(sync), sync.deleted.get()])).toEqual([
      [{}, ['doc']],
      [{}, ['doc']],
    ]);
  });

  test('is dropped by every page of the browser, also when a page asks that does not lead', async () => {
    const world = await threePeople();
    const { clock, pages, browsers } = world;
    const second = browsers[0].openPage().sync;
    second.open('doc');
    await clock.advance(aWhile);
    expect(Object.keys(read(second) as object).sort()).toEqual(['secret 0', 'secret 1', 'secret 2']);
    await Promise.all([second.delete('doc'), clock.advance(lateEffect * 3)]);
    expect([second, pages[0].sync, pages[1].sync].map((sync) => [read(sync), sync.deleted.get()])).toEqual([
      [{}, ['doc']],
      [{}, ['doc']],
      [{}, ['doc']],
    ]);
    expect(leftOnBoard(world)).toEqual([]);
    expect(await leftOnDisk(browsers[0].disk)).toEqual(nothing);
  });

  test('is not called saved by a page that can tell nobody of it yet, and is told to whoever leads next', async () => {
    const world = await threePeople();
    const { clock, pages, browsers } = world;
    const second = browsers[0].openPage();
    second.sync.open('doc');
    await clock.advance(aWhile);
    pages[0].sleep('kept');
    // Nothing can be written down either: only this page knows of it.
    browsers[0].disk.full = true;
    await Promise.all([second.sync.delete('doc'), clock.advance(aWhile)]);
    expect([second.sync.saved.get(), pages[1].sync.deleted.get()]).toEqual([
      { browser: 'failed', board: 'saving' },
      [],
    ]);
    pages[0].kill();
    await clock.advance(lateEffect * 3);
    expect([second.sync.saved.get().board, pages[1].sync.deleted.get()]).toEqual(['saved', ['doc']]);
    expect(leftOnBoard(world)).toEqual([]);
  });

  test('stays away through loss, refusals, late calls and stale reads', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const world = await threePeople();
      const { clock, pages, network } = world;
      network.set({
        loss: 0.3,
        doubling: 0.2,
        delay: { least: 20, most: 3_000 },
        refusal: 0.1,
        falseRefusal: 0.1,
        silence: 0.1,
        staleRead: 0.2,
        lostNotice: 0.3,
      });
      await clock.advance(seed * 700);
      words(pages[1].sync).set('just now', seed);
      words(pages[2].sync).set('just now too', seed);
      await clock.advance(seed * 500);
      await Promise.all([pages[0].sync.delete('doc'), clock.advance(aWhile)]);
      await clock.advance(120_000);
      network.set({});
      await clock.advance(12 * 60_000);
      expect(pages.map(({ sync }) => [read(sync), sync.deleted.get()])).toEqual([
        [{}, ['doc']],
        [{}, ['doc']],
        [{}, ['doc']],
      ]);
      expect([seed, leftOnBoard(world)]).toEqual([seed, []]);
      for (const { sync } of pages) sync.dispose();
      await clock.advance(lateEffect);
      expect([clock.pending, network.subscriptions()]).toEqual([0, 0]);
    }
  });
});

describe('taking away what this browser keeps', () => {
  test('leaves nothing on the disk, and everything on the board', async () => {
    const world = await threePeople();
    const { clock, pages, browsers } = world;
    const second = browsers[0].openPage().sync;
    await clock.advance(aWhile);
    await Promise.all([second.forgetHere(), clock.advance(aWhile)]);
    // Neither page of this browser keeps anything from now on.
    words(pages[0].sync).set('later', 'in the page that led');
    words(second).set('later', 'in the page that asked');
    await clock.advance(aWhile);
    expect([await browsers[0].disk.keys(''), (await browsers[0].disk.load('doc')).updates]).toEqual([[], []]);
    const back = browsers[0].openPage().sync;
    back.open('doc');
    await clock.advance(aWhile);
    expect(Object.keys(read(back) as object).sort()).toEqual(['secret 0', 'secret 1', 'secret 2']);
  });

  test('says so when the disk refuses', async () => {
    const { device, clock } = syncWorld(3);
    const refusing = { ...memoryDisk(), clear: () => Promise.reject(new Error('denied')) };
    const { sync } = device('erin', refusing).openPage();
    await clock.advance(aWhile);
    await expect(sync.forgetHere()).rejects.toThrow('denied');
  });
});
