/** Devices long gone are put to rest: their states are read later, and nothing hangs on it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { heartbeat, longGone, registryFresh, restBeats } from '../../src/sync/limits.ts';
import { devicesIn, nextRest, restMark, restOf, toRead, wakeMark } from '../../src/sync/resting.ts';
import { parseHead, planWriting } from '../../src/sync/slices.ts';
import type { Sync } from '../../src/sync/sync.ts';
import { tombstone, unitedStored } from '../../src/sync/tombstones.ts';
import { damaged } from '../simulation/damage.ts';
import { syncWorld } from '../support/syncWorld.ts';

const words = (sync: Sync): Y.Map<unknown> => sync.open('doc').doc.getMap('words');
const read = (sync: Sync): unknown => words(sync).toJSON();
const aWhile = 30_000;
const saved = { browser: 'saved', board: 'saved' };
/** Long enough for a rest to count and to be held. */
const longSitting = (restBeats + 5) * heartbeat * 1.2;

describe('marks of rest', () => {
  test('say by the latest of them whether a device rests, in whatever order they arrive', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.infiniteStream(fc.nat()), (count, order) => {
        const marks = Array.from({ length: count }, (_, i) =>
          i % 2 === 0 ? restMark('max.7', 1 + i / 2) : wakeMark('max.7', (i + 1) / 2),
        );
        const shuffled = [...marks].sort(() => (order.next().value % 2) - 0.5);
        const stored = shuffled.reduce(
          (all, mark) => unitedStored(all, new Set([mark])),
          new Set(['max.7', 'erin']) as ReadonlySet<string>,
        );
        expect(devicesIn(stored)).toEqual(['max.7', 'erin']);
        expect(restOf(stored, 'max.7')).toBe(count % 2 === 0 ? null : (count + 1) / 2);
        expect(restOf(stored, 'erin')).toBe(null);
        expect(nextRest(stored, 'max.7')).toBe(Math.ceil(count / 2) + 1);
      }),
      { seed: 20261123 },
    );
  });

  test('leave to read whoever is awake, and whoever rests longer than others hold it', () => {
    const stored = new Set(['a', 'b', 'c', restMark('b', 2), restMark('c', 1), wakeMark('c', 1)]);
    expect(toRead(stored, new Map())).toEqual(['a', 'b', 'c']);
    expect(
      toRead(
        stored,
        new Map([
          ['b', 1],
          ['c', 1],
        ]),
      ),
    ).toEqual(['a', 'b', 'c']);
    expect(toRead(stored, new Map([['b', 2]]))).toEqual(['a', 'c']);
    expect(toRead(new Set([tombstone]), new Map())).toEqual([]);
  });
});

describe('what a state holds', () => {
  const state = {
    text: 'words',
    digest: 'd',
    generation: 1,
    slot: 0,
    at: 5,
    holds: new Map([['max', 3]]),
  } as const;
  const head = planWriting('erin', 'doc', state)?.values.at(-1)?.value as Record<string, unknown>;

  test('is read from its head', () => {
    expect(parseHead(head)).toMatchObject({ at: 5, holds: new Map([['max', 3]]) });
  });

  test.each([
    ['another device', { holds: { pia: 3 } }],
    ['another rest', { holds: { max: 4 } }],
    ['nothing of the kind', { holds: 'max' }],
    ['no checksum', { holdsChecksum: undefined }],
  ])('is nothing where damage made it %s', (_what, damage) => {
    expect(parseHead({ ...head, ...damage })).toMatchObject({ checksum: head.checksum, holds: new Map() });
  });

  test('is nothing where another state took the place of the one it was said of', () => {
    const other = planWriting('erin', 'doc', { ...state, text: 'other words' })?.head;
    const { checksum, length, text } = { ...other };
    expect(parseHead({ ...head, checksum, length, text })).toMatchObject({ text, holds: new Map() });
  });
});

/** Max spoke from a browser that was not seen for long; Erin has had the document open for an hour since. */
async function afterLong() {
  const world = syncWorld();
  const { clock, network } = world;
  const max = world.device('max');
  const gone = max.openPage();
  words(gone.sync).set('max', 'from long ago');
  await clock.advance(aWhile);
  expect(gone.sync.saved.get()).toEqual(saved);
  gone.close();
  await clock.advance(longGone + 1_000);
  const erin = world.device('erin').openPage();
  words(erin.sync).set('erin', 'here');
  await clock.advance(longSitting);
  expect(erin.sync.saved.get()).toEqual(saved);
  /** What somebody who comes now reads, from the storage alone, and whose states they read for it. */
  async function newcomer(name: string) {
    const page = world.device(name).openPage();
    const before = network.counts().watch;
    page.sync.open('doc');
    await clock.advance(aWhile);
    const found = { content: read(page.sync), watches: network.counts().watch - before };
    page.kill();
    return found;
  }
  return { ...world, max, erin, newcomer };
}
const watchesOfRegistry = 2;
const both = { max: 'from long ago', erin: 'here' };

describe('a device long gone', () => {
  test('is put to rest, and its words are read from the state of who holds them', async () => {
    const { network, erin, newcomer } = await afterLong();
    const registry = network.read('registry/0') as { documents: { doc: string[] } };
    expect(registry.documents.doc).toEqual(['erin', 'max', 'max?1']);
    expect(parseHead(network.read('d/erin/doc'))).toMatchObject({ holds: new Map([['max', 1]]) });
    erin.kill();
    expect(await newcomer('pia')).toEqual({ content: both, watches: watchesOfRegistry + 1 });
  });

  test('keeps what it stored', async () => {
    const { network } = await afterLong();
    expect(parseHead(network.read('d/max/doc'))).toMatchObject({ generation: 1 });
  });

  test('is read all the same where the state that held its words is gone, torn or older', async () => {
    for (const damage of ['gone', 'cut', 'older'] as const) {
      const { network, erin, newcomer } = await afterLong();
      erin.kill();
      if (damage === 'gone') network.remove('d/erin/doc');
      else
        network.put(
          'd/erin/doc',
          damaged(damage, network.read('d/erin/doc'), network.readOlder('d/erin/doc')),
        );
      expect(await newcomer('pia')).toMatchObject({ content: { max: 'from long ago' } });
    }
  });

  test('is read later by who stays, though others hold what it stored', async () => {
    const { clock, network, erin, device } = await afterLong();
    erin.kill();
    const pia = device('pia').openPage();
    const before = network.counts().watch;
    pia.sync.open('doc');
    await clock.advance(3 * heartbeat);
    expect(network.counts().watch - before).toBe(watchesOfRegistry + 2);
  });

  test('wakes before it calls anything saved, also when it had been asleep with the document open', async () => {
    const world = syncWorld();
    const { clock, network } = world;
    const max = world.device('max').openPage();
    words(max.sync).set('max', 'from long ago');
    await clock.advance(aWhile);
    max.sleep('kept');
    await clock.advance(longGone + 1_000);
    const erin = world.device('erin').openPage();
    words(erin.sync).set('erin', 'here');
    await clock.advance(longSitting);
    expect(parseHead(network.read('d/erin/doc'))).toMatchObject({ holds: new Map([['max', 1]]) });
    erin.kill();
    // Nothing reaches him but the answers to his own calls.
    network.set({ loss: 1, lostNotice: 1 });
    max.wake();
    words(max.sync).set('back', 'again');
    void max.sync.flush();
    for (let passed = 0; max.sync.saved.get().board !== 'saved' || passed === 0; passed += 1) {
      expect(passed).toBeLessThan(60_000);
      await clock.advance(1);
    }
    max.kill();
    network.set({});
    const pia = world.device('pia').openPage();
    pia.sync.open('doc');
    await clock.advance(aWhile);
    expect(read(pia.sync)).toEqual({ ...both, back: 'again' });
    const registry = network.read('registry/1') as { documents: { doc: string[] } };
    expect(registry.documents.doc).toEqual(['erin', 'max', 'max!1', 'max?1']);
  });

  test('is not put to rest before it could have seen that it is', async () => {
    const world = syncWorld();
    const { clock, network } = world;
    const max = world.device('max').openPage();
    words(max.sync).set('max', 'from long ago');
    await clock.advance(aWhile);
    max.close();
    await clock.advance(longGone + 1_000);
    const erin = world.device('erin').openPage();
    words(erin.sync).set('erin', 'here');
    await clock.advance(registryFresh);
    expect(network.read('registry/0')).toMatchObject({ documents: { doc: ['erin', 'max', 'max?1'] } });
    expect(parseHead(network.read('d/erin/doc'))).toMatchObject({ holds: new Map() });
  });

  test('may be held by two, of whom either is enough', async () => {
    const { clock, network, erin, device, newcomer } = await afterLong();
    const pia = device('pia').openPage();
    words(pia.sync).set('pia', 'too');
    await clock.advance(longSitting);
    for (const holder of ['d/erin/doc', 'd/pia/doc'])
      expect(parseHead(network.read(holder))).toMatchObject({ holds: new Map([['max', 1]]) });
    erin.kill();
    pia.kill();
    network.remove('d/erin/doc');
    expect(await newcomer('zoe')).toMatchObject({ content: { ...both, pia: 'too' } });
  });

  test('is read where all rest, and each is held by another one only', async () => {
    const { network, erin, newcomer } = await afterLong();
    erin.kill();
    const resting = { v: 1, documents: { doc: ['erin', 'erin?1', 'max', 'max?1'] } };
    network.put('registry/0', resting);
    network.put('registry/1', resting);
    expect(await newcomer('pia')).toMatchObject({ content: both });
  });
});
