/** The faults that the simulation meets by chance, each on purpose. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Json } from '../../src/base/json.ts';
import { leading } from '../../src/sync/leading.ts';
import { heartbeat, refusedEffect, slowAnswer } from '../../src/sync/limits.ts';
import type { Sync } from '../../src/sync/sync.ts';
import { memoryDisk } from '../support/memoryBrowser.ts';
import { seeded, syncWorld } from '../support/syncWorld.ts';

const words = (sync: Sync, name = 'doc'): Y.Map<unknown> => sync.open(name).doc.getMap('words');
const read = (sync: Sync, name = 'doc'): unknown => words(sync, name).toJSON();
const aWhile = 15_000;
const saved = { browser: 'saved', board: 'saved' };

/** A change that no page has heard of. */
function saying(key: string, value: unknown): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('words').set(key, value);
  return Y.encodeStateAsUpdate(doc);
}

/** Too long for one stored value. */
function long(seed: number): string {
  const random = seeded(seed);
  let text = '';
  while (text.length < 60_000) text += random().toString(36).slice(2);
  return text;
}

/** Erin has said something that is saved; nobody else is there. */
async function afterErin(value: unknown = 'hello') {
  const world = syncWorld();
  const browser = world.device('erin');
  const page = browser.openPage();
  words(page.sync).set('said', value);
  await world.clock.advance(aWhile);
  expect(page.sync.saved.get()).toEqual(saved);
  return { ...world, browser, page };
}

describe('the page that leads', () => {
  test('tries again when what leading takes could not be loaded, and then saves what was said meanwhile', async () => {
    const world = syncWorld();
    let tries = 0;
    const loadLeading = async () => {
      tries += 1;
      if (tries < 3) throw new Error('not reachable');
      return leading;
    };
    const erin = world.device('erin').openPage({ loadLeading }).sync;
    words(erin).set('said', 'in the meantime');
    await world.clock.advance(aWhile);
    expect(tries).toBe(3);
    expect(erin.saved.get()).toEqual(saved);
    const max = world.device('max').openPage().sync;
    words(max);
    await world.clock.advance(aWhile);
    expect(read(max)).toEqual({ said: 'in the meantime' });
  });
});

describe('stored states', () => {
  test('are one value each, and a long one lies in slices', async () => {
    const short = await afterErin();
    expect(short.network.keys()).toEqual(['d/erin/doc', 'registry/0', 'registry/1']);
    const { network } = await afterErin(long(1));
    expect(network.keys()).toEqual([
      'd/erin/doc',
      'registry/0',
      'registry/1',
      's/erin/0/0/doc',
      's/erin/0/1/doc',
    ]);
  });

  test.each([
    ['missing', (_value: unknown): Json => null],
    ['from another save', (value: unknown): Json => ({ ...(value as { text: string }), generation: 99 })],
    ['damaged', (value: unknown): Json => ({ ...(value as { text: string }), text: 'AAAA' })],
  ])('with a slice that is %s cost nobody else anything, and are reported', async (_how, damage) => {
    const { network, clock, device, page } = await afterErin(long(2));
    const max = device('max').openPage();
    words(max.sync).set('hers', 'max was here');
    await clock.advance(aWhile);
    page.kill();
    max.kill();
    network.put('s/erin/0/0/doc', damage(network.read('s/erin/0/0/doc')));
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    // Max's state holds all Max had read, Erin's words included.
    expect(read(mona)).toEqual({ said: long(2), hers: 'max was here' });
    expect(mona.problems.get()).toMatchObject([{ document: 'doc', who: 'erin' }]);
  });

  test('torn in the middle of a save leave the state before it whole', async () => {
    const { network, clock, device, page } = await afterErin(long(3));
    const before = network.read('d/erin/doc');
    words(page.sync).set('more', long(4));
    // The network takes slices one after another; the page dies before the head is written.
    for (let i = 0; i < 200 && network.read('s/erin/1/1/doc') === null; i += 1) await clock.advance(50);
    page.kill();
    await clock.advance(aWhile);
    expect(network.read('d/erin/doc')).toEqual(before);
    expect(network.read('s/erin/1/1/doc')).not.toBe(null);
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    expect([read(mona), mona.problems.get()]).toEqual([{ said: long(3) }, []]);
  });

  test('that somebody else wrote over are put right by their device, keeping what was in them', async () => {
    const { network, clock, device, page } = await afterErin();
    const head = network.read('d/erin/doc') as Json;
    words(page.sync).set('more', 'words');
    await clock.advance(aWhile);
    const expected = network.read('d/erin/doc');
    network.put('d/erin/doc', head); // a call of long ago takes effect now
    await clock.advance(aWhile);
    expect(network.read('d/erin/doc')).toMatchObject({ digest: (expected as { digest: string }).digest });
    network.put('d/erin/doc', 'nonsense');
    await clock.advance(aWhile);
    page.kill();
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    expect([read(mona), mona.problems.get()]).toEqual([{ said: 'hello', more: 'words' }, []]);
  });

  test('of a newer version are left alone and reported; our own is not written over', async () => {
    const { network, clock, device, page } = await afterErin();
    const newer = { v: 2, anything: true };
    network.put('d/erin/doc', newer);
    await clock.advance(aWhile);
    words(page.sync).set('more', 'words');
    await clock.advance(60_000);
    expect(network.read('d/erin/doc')).toEqual(newer);
    expect(page.sync.problems.get()).toEqual([{ kind: 'newer', document: 'doc', who: 'erin' }]);
    expect(page.sync.saved.get()).toMatchObject({ browser: 'saved' });
    expect(page.sync.saved.get().board).not.toBe('saved');
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    expect(mona.problems.get()).toEqual([{ kind: 'newer', document: 'doc', who: 'erin' }]);
    expect(read(mona)).toEqual({ said: 'hello', more: 'words' }); // from Erin, who is here
  });

  test('that are gone from the board are written again when their device comes back', async () => {
    const { network, clock, browser, page } = await afterErin();
    page.kill();
    for (const key of network.keys()) network.remove(key);
    const again = browser.openPage().sync;
    again.open('doc');
    await clock.advance(aWhile);
    expect(network.keys()).toEqual(['d/erin/doc', 'registry/0', 'registry/1']);
    expect(again.saved.get()).toEqual(saved);
  });

  test('are read before they are replaced by a browser that forgot everything but its name', async () => {
    const { clock, device, network, page } = await afterErin();
    page.kill();
    const bare = device('erin', memoryDisk()).openPage().sync;
    words(bare).set('new', 'words');
    await clock.advance(aWhile);
    expect(read(bare)).toEqual({ said: 'hello', new: 'words' });
    expect(network.read('d/erin/doc')).toMatchObject({ generation: 2 });
  });
});

describe('a notice that never comes', () => {
  test('of a new state, or of a new document, is made good by a rare look', async () => {
    const { clock, network, device, page } = await afterErin();
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    network.set({ loss: 1, lostNotice: 1 });
    words(page.sync).set('more', 'words');
    words(page.sync, 'another').set('said', 'hello');
    await clock.advance(aWhile);
    expect(page.sync.saved.get()).toEqual(saved);
    page.kill();
    expect([read(mona), mona.names.get()]).toEqual([{ said: 'hello' }, ['doc']]);
    await clock.advance(2 * heartbeat);
    expect([read(mona), mona.names.get()]).toEqual([{ said: 'hello', more: 'words' }, ['another', 'doc']]);
  });

  test('of a refused save that takes effect late: nothing is called saved until that can no longer happen', async () => {
    const { clock, network, page } = await afterErin();
    const old = network.read('d/erin/doc') as Json;
    network.set({ refusal: 1 });
    words(page.sync).set('more', 'words');
    await clock.advance(3_500);
    network.set({ lostNotice: 1 });
    await clock.advance(2_000);
    const { digest } = network.read('d/erin/doc') as { digest: string };
    expect(digest).not.toBe((old as { digest: string }).digest);
    expect(page.sync.saved.get().board).toBe('saving');
    network.put('d/erin/doc', old);
    await clock.advance(refusedEffect + 5_000);
    expect(network.read('d/erin/doc')).toMatchObject({ digest });
    await clock.advance(refusedEffect);
    expect(page.sync.saved.get()).toEqual(saved);
  });
});

describe('the registry', () => {
  test('holds everybody who began at the same moment', async () => {
    const { clock, network, device } = syncWorld();
    const pages = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => device(name).openPage());
    await clock.advance(aWhile);
    pages.forEach((page, i) => {
      words(page.sync, `doc ${i}`).set('said', i);
    });
    await clock.advance(60_000);
    const { documents } = network.read('registry/0') as { documents: object };
    expect(Object.keys(documents)).toEqual(pages.map((_page, i) => `doc ${i}`));
    expect(pages.map((page) => page.sync.saved.get())).toEqual(pages.map(() => saved));
    expect(pages[0]?.sync.names.get()).toEqual(pages.map((_page, i) => `doc ${i}`));
  });

  test('is not trusted at once: whoever was overwritten is not told that all is saved', async () => {
    const { clock, network, device } = syncWorld();
    const { sync } = device('erin').openPage();
    await clock.advance(aWhile);
    words(sync).set('said', 'hello');
    for (let i = 0; i < 200 && network.read('registry/0') === null; i += 1) await clock.advance(50);
    network.set({ lostNotice: 1 });
    network.put('registry/0', { v: 1, documents: { other: ['max'] } });
    await clock.advance(2_000);
    expect(sync.saved.get().board).toBe('saving');
    await clock.advance(aWhile);
    expect(network.read('registry/0')).toEqual({ v: 1, documents: { doc: ['erin'], other: ['max'] } });
    expect(sync.saved.get().board).toBe('saved');
  });

  test('is followed also where its second copy tells of more while the states of the first are being read', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { clock, network, device } = syncWorld(seed);
      const pages = ['erin', 'max'].map((name) => device(name).openPage());
      network.set({ loss: 1, lostNotice: 1 }); // so that neither state holds the other's words
      for (const [i, page] of pages.entries()) words(page.sync).set(`by ${i}`, i);
      await clock.advance(aWhile);
      for (const page of pages) page.kill();
      network.put('registry/0', { v: 1, documents: { doc: ['erin'] } });
      network.put('registry/1', { v: 1, documents: { doc: ['max'] } });
      network.set({ loss: 0, lostNotice: 0 });
      const pia = device('pia').openPage().sync;
      pia.open('doc');
      await clock.advance(aWhile);
      expect(read(pia)).toEqual({ 'by 0': 0, 'by 1': 1 });
    }
  });

  test('is repaired by anybody who has seen what vanished, a damaged one too', async () => {
    const { clock, network, device, page } = await afterErin();
    const mona = device('mona').openPage();
    await clock.advance(aWhile);
    page.kill();
    network.put('registry/0', { v: 1, documents: {} });
    await clock.advance(aWhile);
    expect(network.read('registry/0')).toEqual({ v: 1, documents: { doc: ['erin'] } });
    network.put('registry/0', 'nonsense');
    await clock.advance(aWhile);
    expect(network.read('registry/0')).toEqual({ v: 1, documents: { doc: ['erin'] } });
    mona.kill();
  });

  test('lies there twice: what only one of them says is known all the same, and said by both from then on', async () => {
    const { clock, network, device, page } = await afterErin();
    page.kill();
    network.put('registry/1', { v: 1, documents: { other: ['max'] } }); // a call that took effect late
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    expect([read(mona), mona.names.get()]).toEqual([{ said: 'hello' }, ['doc', 'other']]);
    const both = { v: 1, documents: { doc: ['erin'], other: ['max'] } };
    expect([network.read('registry/0'), network.read('registry/1')]).toEqual([both, both]);
  });

  test('of a newer version is never written', async () => {
    const { clock, network, page } = await afterErin();
    network.put('registry/0', { v: 2, shelves: [] });
    words(page.sync, 'another').set('said', 'hello');
    await clock.advance(120_000);
    expect(network.read('registry/0')).toEqual({ v: 2, shelves: [] });
    expect(page.sync.problems.get()).toContainEqual({ kind: 'newer', document: null, who: 'registry/0' });
  });
});

describe('the wire', () => {
  test('heals by hello what was lost, deletions too, without the storage telling', async () => {
    const { clock, network, device, page } = await afterErin();
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    network.set({ loss: 1, lostNotice: 1 });
    words(page.sync).delete('said');
    await clock.advance(aWhile);
    expect(read(mona)).toEqual({ said: 'hello' });
    // From now on messages arrive; nothing else does.
    network.set({ lostNotice: 1 });
    await clock.advance(heartbeat * 1.3);
    expect(read(mona)).toEqual({});
  });

  test('gives a newcomer what is not stored yet', async () => {
    const { clock, network, device } = syncWorld();
    const erin = device('erin').openPage().sync;
    await clock.advance(aWhile);
    words(erin).set('said', 'hello');
    await clock.advance(1_500);
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(1_500);
    expect([network.keys(), read(mona)]).toEqual([[], { said: 'hello' }]);
  });

  test('carries strange and newer messages past us, reported', async () => {
    const { clock, network, device } = syncWorld();
    const { sync } = device('erin').openPage();
    sync.open('doc');
    const stranger = network.connect();
    await clock.advance(aWhile);
    await Promise.all([
      stranger.wire.broadcast('hello?').catch(() => {}),
      stranger.wire.broadcast({ v: 99, from: 'max' }),
      clock.advance(1_000),
    ]);
    expect([...sync.problems.get()].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'newer', document: null, who: 'max' },
      { kind: 'strange', document: null, who: null },
    ]);
    words(sync).set('said', 'still here');
    await clock.advance(aWhile);
    expect(sync.saved.get()).toEqual(saved);
  });

  test('tells of a new document before it is registered', async () => {
    const { clock, device } = syncWorld();
    const [erin, mona] = [device('erin').openPage().sync, device('mona').openPage().sync];
    await clock.advance(aWhile);
    words(erin, 'desk/s/erin').set('said', 'hello');
    await clock.advance(1_500);
    expect(mona.names.get()).toEqual(['desk/s/erin']);
  });
});

describe('a device', () => {
  test('of three pages hands unsaved words on when the leading page dies', async () => {
    const { clock, device } = syncWorld();
    const browser = device('erin');
    const [first, second, third] = [browser.openPage(), browser.openPage(), browser.openPage()];
    await clock.advance(aWhile);
    words(third.sync).set('said', 'hello');
    await clock.advance(20);
    first.kill();
    await clock.advance(aWhile);
    expect([second.sync.saved.get(), third.sync.saved.get()]).toEqual([saved, saved]);
  });

  test('that can keep nothing has the words of a page that closes in those that stay, and knows that they are unsaved', async () => {
    const { clock, network, device } = syncWorld();
    const browser = device('erin');
    const open = () => browser.openPage({ own: memoryDisk(false) });
    const [first, second] = [open(), open()];
    words(second.sync);
    await clock.advance(aWhile);
    network.set({ refusal: 1, reason: 'offline' });
    words(first.sync).set('said', 'with nothing to keep it');
    await clock.advance(5_000);
    first.kill();
    for (let passed = 0; passed < 60; passed += 1) {
      await clock.advance(1_000);
      expect(second.sync.saved.get()).not.toMatchObject({ board: 'saved' });
    }
    network.set({ refusal: 0 });
    await clock.advance(2 * aWhile);
    expect(second.sync.saved.get()).toEqual({ browser: 'memory', board: 'saved' });
    second.kill();
    const mona = device('mona').openPage().sync;
    mona.open('doc');
    await clock.advance(aWhile);
    expect(read(mona)).toEqual({ said: 'with nothing to keep it' });
  });

  test('finds the last words of a page that died while the next one was opening', async () => {
    const { clock, network, device } = syncWorld();
    const browser = device('erin');
    const first = browser.openPage();
    words(first.sync).set('said', 'hello');
    const second = browser.openPage(); // it reads the disk before the words are there
    second.sync.open('doc');
    first.kill();
    await clock.advance(aWhile); // it leads now, and finds the mark of the page that died
    expect([read(second.sync), second.sync.saved.get()]).toEqual([{ said: 'hello' }, saved]);
    expect(network.keys()).toContain('d/erin/doc');
    expect(await browser.disk.keys('unsaved/')).toEqual([]);
  });

  test('keeps the mark of a page that wrote more while its earlier words were being saved', async () => {
    const { clock, network, device } = syncWorld();
    const browser = device('erin');
    const first = browser.openPage();
    await clock.advance(aWhile);
    const second = browser.openPage();
    second.sync.open('doc');
    await clock.advance(aWhile);
    words(first.sync).set('said', 'hello');
    await clock.advance(1);
    first.sleep('lost');
    await clock.advance(2_000); // another page leads, and is saving what it read
    const [mark = 'none'] = await browser.disk.keys('unsaved/');
    // What the frozen page had given to the disk gets there all the same.
    await browser.disk.append('doc', saying('more', 'late'), { key: mark, value: 2 });
    first.kill();
    await clock.advance(8_000);
    expect([read(second.sync), second.sync.saved.get()]).toEqual([{ said: 'hello' }, saved]);
    expect(await browser.disk.keys('unsaved/')).toEqual([mark]);
    await clock.advance(5 * 60_000);
    expect(read(second.sync)).toEqual({ said: 'hello', more: 'late' });
    expect(await browser.disk.keys('unsaved/')).toEqual([]);
    const newcomer = device('max').openPage();
    second.kill();
    newcomer.sync.open('doc');
    await clock.advance(aWhile);
    expect(read(newcomer.sync)).toEqual({ said: 'hello', more: 'late' });
    expect(network.keys()).toContain('d/erin/doc');
  });

  test('whose browser denies channel and locks keeps each page apart, and loses nothing', async () => {
    const { clock, network, device } = syncWorld();
    const browser = device('erin');
    const pages = [browser.openPage({ alone: true }), browser.openPage({ alone: true })];
    pages.forEach((page, i) => {
      words(page.sync).set(`page ${i}`, i);
    });
    await clock.advance(60_000);
    const both = { 'page 0': 0, 'page 1': 1 };
    expect(pages.map((page) => read(page.sync))).toEqual([both, both]);
    expect(network.keys().filter((key) => key.startsWith('d/erin.'))).toHaveLength(2);
  });

  test('says truly where words are: full disk, no disk, may not write, too fast', async () => {
    const { clock, network, device } = syncWorld();
    const disk = memoryDisk();
    const { sync } = device('erin', disk).openPage();
    await clock.advance(aWhile);
    disk.full = true;
    words(sync).set('said', 'hello');
    await clock.advance(aWhile);
    expect(sync.saved.get()).toEqual({ browser: 'failed', board: 'saved' });
    disk.full = false;
    await clock.advance(120_000);
    expect(sync.saved.get()).toEqual(saved);
    expect((await disk.load('doc')).updates.length).toBeGreaterThan(0);

    network.set({ refusal: 1, reason: 'no-access' });
    words(sync).set('said', 'again');
    await clock.advance(aWhile);
    expect(sync.saved.get()).toEqual({ browser: 'saved', board: 'refused' });
    network.set({ refusal: 1, reason: 'rate' });
    await clock.advance(120_000);
    expect(sync.saved.get().board).toBe('slow');
    network.set({ silence: 1 });
    await clock.advance(240_000);
    expect(sync.saved.get().board).toBe('offline');
    network.set({});
    await clock.advance(240_000);
    expect(sync.saved.get()).toEqual(saved);

    const poor = device('max', memoryDisk(false)).openPage().sync;
    words(poor).set('said', 'hello');
    await clock.advance(aWhile);
    expect(poor.saved.get()).toEqual({ browser: 'memory', board: 'saved' });
  });

  test('says that it goes slowly as soon as an answer takes long', async () => {
    const { clock, network, device } = syncWorld();
    const { sync } = device('erin').openPage();
    words(sync).set('said', 'hello');
    await clock.advance(aWhile);
    network.set({ silence: 1 });
    words(sync).set('said', 'into the silence');
    await clock.advance(slowAnswer - 1_000);
    expect(sync.saved.get()).toEqual({ browser: 'saved', board: 'saving' });
    await clock.advance(4_000);
    expect(sync.saved.get()).toEqual({ browser: 'saved', board: 'slow' });
  });

  test('reads what it can of a damaged disk, and says so', async () => {
    const { clock, device } = syncWorld();
    const disk = memoryDisk();
    await disk.append('doc', new Uint8Array([250, 250, 250]));
    const { sync } = device('erin', disk).openPage();
    words(sync).set('said', 'hello');
    await clock.advance(aWhile);
    expect(read(sync)).toEqual({ said: 'hello' });
    expect(sync.problems.get()).toEqual([{ kind: 'damaged', document: 'doc', who: 'browser' }]);
  });
});

describe('the budget', () => {
  test('idle costs a rare heartbeat; typing costs about a call a second and a save every five', async () => {
    const { clock, network, page } = await afterErin();
    const before = network.counts();
    await clock.advance(600_000);
    const idle = network.counts();
    expect([idle.broadcast - before.broadcast, idle.set - before.set]).toEqual([10, 0]);
    for (let i = 0; i < 300; i += 1) {
      words(page.sync).set('typing', i);
      await clock.advance(200);
    }
    const after = network.counts();
    const calls = after.broadcast + after.set + after.get - (idle.broadcast + idle.set + idle.get);
    // 300 keys in a minute: 60 broadcasts, 12 saves, and what the heartbeat takes.
    expect(calls).toBeLessThan(90);
    expect(calls).toBeGreaterThan(70);
  });

  test('joining a sheet of three takes no more than fifteen calls', async () => {
    const { clock, network, device } = syncWorld();
    const names = ['erin', 'mona', 'max'];
    const pages = names.map((name) => device(name).openPage().sync);
    const documents = ['sheet/s', ...names.map((name) => `desk/s/${name}`)];
    pages.forEach((sync, i) => {
      for (const name of documents) sync.open(name);
      words(sync, 'sheet/s').set(`note ${i}`, i);
      words(sync, `desk/s/${names[i]}`).set('said', i);
    });
    await clock.advance(120_000);
    const before = { ...network.counts(), watches: network.watches() };
    const pia = device('pia').openPage().sync;
    for (const name of documents) pia.open(name);
    await Promise.all([...documents.map((name) => pia.open(name).joined), clock.advance(5_000)]);
    const after = network.counts();
    const calls = after.get + after.set - before.get - before.set + 1; // its hello
    expect(read(pia, 'sheet/s')).toEqual({ 'note 0': 0, 'note 1': 1, 'note 2': 2 });
    // Watches count as calls, too, as long as nobody says otherwise: one per stored state and two for the registry.
    expect(calls + network.watches() - before.watches).toBeLessThanOrEqual(15);
  });
});
