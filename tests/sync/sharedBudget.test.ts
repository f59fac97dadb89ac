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
