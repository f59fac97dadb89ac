/** Twelve people, one budget for all of them and far too small: slower, nothing lost, nothing shown as a failure. */
import { expect, test } from 'vitest';
import { createLedger } from '../../src/local-board/server/room/credits.ts';
import { syncWorld } from '../support/syncWorld.ts';

const keys = 5 * 120;
const limits = { minute: 10_000, hour: 120_000 };

test.each([
  ['with Miro’s words for it', 'rate'],
  ['with words that nobody knows, once the limit is near', 'refused'],
] as const)(
  'twelve people on one budget converge, %s',
  async (_how, words) => {
    const world = syncWorld();
    const { clock, network } = world;
    const books = createLedger(clock.now);
    let refusals = 0;
    network.budget((_payer, credits) => {
      const bill = { app: 'ours', credits } as Parameters<typeof books.charge>[0];
      if (!('group' in books.charge(bill, 'the board', limits))) return null;
      refusals += 1;
      return words === 'rate' || refusals % 3 > 0 ? 'rate' : words;
    });
    const people = Array.from({ length: 12 }, (_, i) => `person ${i}`);
    const shown = new Set<string>();
    const pages = people.map((name) => {
      const { sync } = world.device(name).openPage();
      sync.saved.subscribe(({ board }) => shown.add(board));
      return sync;
    });
    const said = (index: number, reader: number): unknown =>
      pages[reader]?.open(`desk/s/${index}`).doc.getMap('words').toJSON();
    for (const page of pages) for (const i of people.keys()) page.open(`desk/s/${i}`);
    for (let key = 0; key < keys; key += 1) {
      for (const [i, page] of pages.entries())
        page
          .open(`desk/s/${i}`)
          .doc.getMap('words')
          .set(`word ${key % 40}`, key);
      await clock.advance(200);
    }
    const whileTyping = { refusals };
    await clock.advance(100 * 60_000);
    const wanted = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`word ${i}`, keys - 40 + ((i + 40 - (keys % 40)) % 40)]),
    );
    expect(whileTyping.refusals).toBeGreaterThan(0);
    const all = people.flatMap((_, i) => people.map((_, reader) => said(i, reader)));
    expect(all).toEqual(Array.from({ length: 144 }, () => wanted));
    expect(pages.map(({ saved }) => saved.get())).toEqual(
      pages.map(() => ({ browser: 'saved', board: 'saved' })),
    );
    expect([...shown].sort()).toEqual(['saved', 'saving', 'slow']);
  },
  60_000,
);

test('who comes while the budget is used up is told of no failure, and reads all when it renews', async () => {
  const { clock, network, device } = syncWorld();
  const erin = device('erin').openPage().sync;
  erin.open('desk/s/erin').doc.getMap('words').set('said', 'before');
  await clock.advance(15_000);
  // Nobody tells the newcomer anything: each value has to be asked for.
  network.set({ loss: 1, lostNotice: 1 });
  let refused = 0;
  const max = device('max').openPage().sync;
  const problems: unknown[] = [];
  max.problems.subscribe((list) => problems.push(...list));
  const { doc } = max.open('desk/s/erin');
  // The registry is read, and then the budget is at its end.
  await clock.advance(500);
  network.budget(() => {
    refused += 1;
    return 'rate';
  });
  await clock.advance(40_000);
  expect([refused > 0, doc.getMap('words').toJSON(), problems]).toEqual([true, {}, []]);
  network.budget(null);
  await clock.advance(4 * 60_000);
  expect([doc.getMap('words').toJSON(), problems]).toEqual([{ said: 'before' }, []]);
});
