/** How well a browser hears the others, and in how many documents it is known to be behind. */
import { describe, expect, test } from 'vitest';
import { behindAfter, heartbeat } from '../../src/sync/limits.ts';
import type { Connection } from '../../src/sync/sync.ts';
import { syncWorld } from '../support/syncWorld.ts';

const aWhile = 15_000;
const longEnough = 3 * heartbeat;

async function twoBrowsers() {
  const world = syncWorld();
  const erin = world.device('erin').openPage().sync;
  const max = world.device('max').openPage().sync;
  for (const sync of [erin, max]) for (const name of ['doc', 'other']) sync.open(name);
  await world.clock.advance(aWhile);
  const say = (words: string) => max.open('doc').doc.getMap('words').set('said', words);
  const heard = () => erin.open('doc').doc.getMap('words').get('said');
  const story: Connection[] = [];
  erin.connection.subscribe((now) => story.push(now));
  return { ...world, erin, max, say, heard, story };
}

describe('reach', () => {
  test.each([
    ['offline', 'offline'],
    ['no-access', 'refused'],
    ['refused', 'refused'],
  ] as const)(
    'of a board that answers nothing but %s is %s, and well again soon after it answers',
    async (reason, reach) => {
      const { clock, network, erin } = await twoBrowsers();
      network.set({ refusal: 1, reason });
      await clock.advance(longEnough);
      expect([erin.connection.get().reach, erin.saved.get().board]).toEqual([reach, 'saved']);
      network.set({});
      await clock.advance(longEnough);
      expect(erin.connection.get()).toEqual({ reach: 'well', behind: 0 });
    },
  );

  test('is slow while answers take long, offline when none come', async () => {
    const { clock, network, erin, story } = await twoBrowsers();
    network.set({ delay: { least: 8_000, most: 8_000 } });
    await clock.advance(longEnough);
    expect(story.map(({ reach }) => reach)).toContain('slow');
    network.set({ silence: 1 });
    await clock.advance(longEnough);
    expect(erin.connection.get().reach).toBe('offline');
  });

  test('of somebody who may read but not write is refused while words of theirs wait, and well when none do', async () => {
    const { clock, network, erin, max, say } = await twoBrowsers();
    network.set({ viewOnly: true });
    say('hello');
    await clock.advance(aWhile);
    expect([erin.connection.get().reach, max.connection.get().reach]).toEqual(['well', 'refused']);
    network.set({});
    await clock.advance(longEnough);
    expect([max.connection.get().reach, max.saved.get().board]).toEqual(['well', 'saved']);
  });

  test('is slow while the board refuses for its limit', async () => {
    const { clock, network, erin } = await twoBrowsers();
    network.set({ refusal: 1, reason: 'rate' });
    await clock.advance(longEnough);
    expect(erin.connection.get().reach).toBe('slow');
  });

  test('a board that is away is asked rarely: a call a minute beside the heartbeat', async () => {
    const { clock, network, max } = await twoBrowsers();
    max.dispose();
    network.set({ refusal: 1, reason: 'offline' });
    await clock.advance(longEnough);
    const before = network.counts();
    await clock.advance(10 * 60_000);
    const after = network.counts();
    expect(after.get - before.get).toBeLessThanOrEqual(10 * 6 + 20);
    expect(after.set).toBe(before.set);
  });
});

describe('behind', () => {
  test('counts what is not read yet', async () => {
    const { clock, device, say } = await twoBrowsers();
    say('hello');
    await clock.advance(aWhile);
    const late = device('pia').openPage().sync;
    for (const name of ['doc', 'other']) late.open(name);
    const story: Connection[] = [];
    late.connection.subscribe((now) => story.push(now));
    await clock.advance(aWhile);
    expect(story.some(({ reach, behind }) => reach === 'joining' && behind > 0)).toBe(true);
    expect(late.connection.get()).toEqual({ reach: 'well', behind: 0 });
  });

  test('stays nought while words come and go as they should, heartbeats included', async () => {
    const { clock, say, story } = await twoBrowsers();
    for (let key = 0; key < 200; key += 1) {
      say(`key ${key}`);
      await clock.advance(1_000);
    }
    expect(story).toEqual([]);
  });

  test('counts what somebody says they hold and nobody could give yet, until it comes', async () => {
    const { clock, network, erin, max, say, heard, story } = await twoBrowsers();
    // Max’s words are lost on the way, and so is the notice of his state: only his hello tells that there is more.
    network.set({ loss: 1 });
    say('hello');
    await clock.advance(1_500);
    network.set({});
    void max.refresh();
    await clock.advance(700);
    network.set({ loss: 1, lostNotice: 1 });
    await clock.advance(behindAfter + 2_000);
    expect([heard(), erin.connection.get().behind]).toEqual([undefined, 1]);
    network.set({});
    await clock.advance(longEnough);
    expect([heard(), erin.connection.get().behind]).toEqual(['hello', 0]);
    expect(story.every(({ reach }) => reach === 'well')).toBe(true);
  });
});
