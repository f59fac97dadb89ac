/** Who is here and what they do: told with the words, never stored, soon forgotten. */
import { describe, expect, test } from 'vitest';
import { doingAgain, doingTime, paces } from '../../src/sync/limits.ts';
import { syncWorld } from '../support/syncWorld.ts';

const aWhile = 15_000;
const typing = { typing: 'note-1' };

/** Erin's browser has a leading page and another one; Mona is somebody else. */
async function twoPeople() {
  const world = syncWorld();
  const browser = world.device('erin');
  const [first, second] = [browser.openPage().sync, browser.openPage().sync];
  const mona = world.device('mona').openPage().sync;
  for (const sync of [first, second, mona]) sync.open('doc');
  await world.clock.advance(aWhile);
  const words = first.open('doc').doc.getMap('words');
  return { ...world, first, second, mona, words };
}

describe('what somebody does', () => {
  test('travels with their words at no call of its own, and all pages of the other side hear of it', async () => {
    const { clock, network, first, second, mona, words } = await twoPeople();
    const cost = async (told: boolean) => {
      const before = network.counts().broadcast;
      for (let key = 0; key < 50; key += 1) {
        words.set('said', key);
        if (told) first.tell(typing);
        await clock.advance(200);
      }
      return network.counts().broadcast - before;
    };
    const without = await cost(false);
    expect(await cost(true)).toBeLessThanOrEqual(without);
    expect(mona.others.get()).toEqual([{ user: 'erin', doing: typing }]);
    const monaWords = mona.open('doc').doc.getMap('words');
    mona.tell({ typing: 'note-2' });
    monaWords.set('answer', 'yes');
    await clock.advance(3_000);
    const expected = [{ user: 'mona', doing: { typing: 'note-2' } }];
    expect([first.others.get(), second.others.get()]).toEqual([expected, expected]);
  });

  test('is told alone where no words go, from any page, rarely, and taken back', async () => {
    const { clock, network, second, mona } = await twoPeople();
    await clock.advance(aWhile);
    const before = network.counts().broadcast;
    const seen: unknown[] = [];
    mona.others.subscribe((others) => seen.push(others[0]?.doing));
    for (let i = 0; i < 40; i += 1) {
      second.tell({ pointing: i });
      await clock.advance(100);
    }
    second.tell(null);
    await clock.advance(4_000);
    expect(network.counts().broadcast - before).toBeLessThanOrEqual(4);
    expect([seen.length > 1, seen.at(-1)]).toEqual([true, null]);
  });

  test('fades when it is not said again, and who is not heard any more is gone; nothing of it is stored', async () => {
    const { clock, network, first, mona, words } = await twoPeople();
    first.tell(typing);
    words.set('said', 'hello');
    await clock.advance(3_000);
    expect(mona.others.get()).toEqual([{ user: 'erin', doing: typing }]);
    network.set({ loss: 1 });
    await clock.advance(doingTime);
    expect(mona.others.get()).toEqual([{ user: 'erin', doing: null }]);
    await clock.advance(paces.presence);
    expect(mona.others.get()).toEqual([]);
    const stored = network.keys().map((key) => JSON.stringify(network.read(key)));
    expect(stored.filter((text) => text.includes('typing'))).toEqual([]);
  });

  test('lasts at the others while it is said again, at a message every twelve seconds, and at none when it is not', async () => {
    const { clock, network, second, mona } = await twoPeople();
    const ofErin = () => mona.others.get().find(({ user }) => user === 'erin')?.doing;
    second.tell(typing);
    await clock.advance(3_000);
    const faded: unknown[] = [];
    const stop = mona.others.subscribe(() => {
      if (ofErin() === null) faded.push(ofErin());
    });
    const before = network.counts().broadcast;
    for (let again = 0; again < 30; again += 1) {
      second.tell(typing);
      await clock.advance(4_000);
    }
    expect([faded, ofErin()]).toEqual([[], typing]);
    // Beside the heartbeats of two browsers.
    expect(network.counts().broadcast - before).toBeLessThanOrEqual(120_000 / doingAgain + 6);
    stop();
    await clock.advance(doingTime);
    expect(ofErin()).toBeNull();
    const idle = network.counts().broadcast;
    await clock.advance(600_000);
    expect(network.counts().broadcast - idle).toBeLessThanOrEqual(26);
  });
});
