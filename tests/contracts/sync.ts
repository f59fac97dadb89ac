/** What every way of syncing promises, whatever carries it. Run on each by its own test file. */
import { describe, expect, test } from 'vitest';
import type { SavedState, Sync } from '../../src/sync/sync.ts';

export interface ContractPage {
  readonly sync: Sync;
  close(): void;
  kill(): void;
}

export interface ContractWorld {
  /** A browser of somebody's; its disk outlives its pages. */
  device(name: string): { openPage(): ContractPage };
  /** Lets this much time pass. */
  advance(milliseconds: number): Promise<void>;
  /** Cuts everybody off from the board, or connects them again. */
  cut(off: boolean): void;
  /** Timers, watches, channels that are still there. */
  left(): number;
}

export const write = (sync: Sync, name: string, key: string, value: string): void => {
  sync.open(name).doc.getMap('words').set(key, value);
};
export const read = (sync: Sync, name: string): unknown => sync.open(name).doc.getMap('words').toJSON();

const draft = (sync: Sync) => sync.openPrivate('doc').doc.getMap('words');

/** Long enough for a change to be sent, received and saved. */
const aWhile = 15_000;

export function syncContract(name: string, world: () => ContractWorld): void {
  describe(name, () => {
    test('what one writes the other reads soon', async () => {
      const { device, advance } = world();
      const [erin, mona] = [device('erin').openPage().sync, device('mona').openPage().sync];
      write(erin, 'doc', 'said', 'hello');
      expect(read(mona, 'doc')).toEqual({});
      await advance(aWhile);
      write(mona, 'doc', 'answered', 'good day');
      write(erin, 'doc', 'said', 'hello there');
      await advance(2_000);
      const both = { said: 'hello there', answered: 'good day' };
      expect([read(erin, 'doc'), read(mona, 'doc')]).toEqual([both, both]);
    });

    test('the same name is the same document', () => {
      const { sync } = world().device('erin').openPage();
      expect(sync.open('doc').doc).toBe(sync.open('doc').doc);
      expect(sync.open('doc').doc).not.toBe(sync.open('other').doc);
    });

    test('a newcomer reads what was saved though nobody else is there', async () => {
      const { device, advance } = world();
      const erin = device('erin').openPage();
      write(erin.sync, 'doc', 'said', 'hello');
      await advance(aWhile);
      expect(erin.sync.saved.get()).toEqual({ browser: 'saved', board: 'saved' });
      erin.kill();
      const mona = device('mona').openPage().sync;
      const { joined } = mona.open('doc');
      await advance(aWhile);
      await joined;
      expect(read(mona, 'doc')).toEqual({ said: 'hello' });
      expect(mona.names.get()).toEqual(['doc']);
    });

    test('saying nothing is saved, saying something is not until it is', async () => {
      const { device, advance } = world();
      const { sync } = device('erin').openPage();
      await advance(aWhile);
      const story: SavedState[] = [sync.saved.get()];
      sync.saved.subscribe((saved) => story.push(saved));
      write(sync, 'doc', 'said', 'hello');
      await advance(aWhile);
      expect(story[0]).toEqual({ browser: 'saved', board: 'saved' });
      expect(story.slice(1, 3)).toEqual([
        { browser: 'saving', board: 'saving' },
        { browser: 'saved', board: 'saving' },
      ]);
      expect(story.at(-1)).toEqual({ browser: 'saved', board: 'saved' });
    });

    test('words outlive the page, and reach the board from the next one', async () => {
      const { device, advance, cut } = world();
      const browser = device('erin');
      cut(true);
      const first = browser.openPage();
      write(first.sync, 'doc', 'said', 'hello');
      await advance(500);
      expect(first.sync.saved.get()).toMatchObject({ browser: 'saved', board: 'saving' });
      first.kill();
      cut(false);
      // Nobody opens the document again: that the words are not on the board is remembered.
      browser.openPage();
      await advance(aWhile);
      const mona = device('mona').openPage().sync;
      mona.open('doc');
      await advance(aWhile);
      expect(read(mona, 'doc')).toEqual({ said: 'hello' });
    });

    test('all pages of a browser share documents, and closing one stops nothing', async () => {
      const { device, advance } = world();
      const browser = device('erin');
      const [headless, panel] = [browser.openPage(), browser.openPage()];
      await advance(100);
      write(panel.sync, 'doc', 'said', 'hello');
      await advance(100);
      expect(read(headless.sync, 'doc')).toEqual({ said: 'hello' });
      write(panel.sync, 'doc', 'said', 'hello, and good-bye');
      await advance(50);
      panel.kill();
      const mona = device('mona').openPage().sync;
      mona.open('doc');
      await advance(aWhile);
      expect(read(mona, 'doc')).toEqual({ said: 'hello, and good-bye' });
    });

    test('when the page that leads goes, another one saves what was not saved', async () => {
      const { device, advance } = world();
      const browser = device('erin');
      const [headless, panel] = [browser.openPage(), browser.openPage()];
      await advance(100);
      write(panel.sync, 'doc', 'said', 'hello');
      await advance(100);
      expect(panel.sync.saved.get().board).toBe('saving');
      headless.kill();
      await advance(aWhile);
      expect(panel.sync.saved.get()).toEqual({ browser: 'saved', board: 'saved' });
      panel.kill();
      const mona = device('mona').openPage().sync;
      mona.open('doc');
      await advance(aWhile);
      expect(read(mona, 'doc')).toEqual({ said: 'hello' });
    });

    test('cut off, it says so, keeps words, and catches up by itself', async () => {
      const { device, advance, cut } = world();
      const [erin, mona] = [device('erin').openPage().sync, device('mona').openPage().sync];
      write(erin, 'doc', 'said', 'hello');
      mona.open('doc');
      await advance(aWhile);
      cut(true);
      write(erin, 'doc', 'hers', 'one');
      write(mona, 'doc', 'his', 'two');
      await advance(60_000);
      expect(erin.saved.get().board).not.toBe('saved');
      expect(erin.saved.get().board).not.toBe('saving');
      expect(erin.saved.get().browser).toBe('saved');
      cut(false);
      await advance(180_000);
      const all = { said: 'hello', hers: 'one', his: 'two' };
      expect([read(erin, 'doc'), read(mona, 'doc')]).toEqual([all, all]);
      expect(erin.saved.get()).toEqual({ browser: 'saved', board: 'saved' });
    });

    test('it tells how others’ words come: first reading, then well, at the same in all pages of a browser', async () => {
      const { device, advance } = world();
      const browser = device('erin');
      const pages = [browser.openPage().sync, browser.openPage().sync];
      const stories = pages.map((sync) => {
        sync.open('doc');
        const story = [sync.connection.get().reach];
        sync.connection.subscribe(({ reach }) => {
          if (reach !== story.at(-1)) story.push(reach);
        });
        return story;
      });
      await advance(aWhile);
      expect(stories).toEqual([
        ['joining', 'well'],
        ['joining', 'well'],
      ]);
      expect(pages.map((sync) => sync.connection.get().behind)).toEqual([0, 0]);
      pages[1]?.open('other');
      await advance(50);
      expect(new Set(pages.map((sync) => sync.connection.get().reach)).size).toBe(1);
      await advance(aWhile);
      expect(pages.map((sync) => sync.connection.get())).toEqual([
        { reach: 'well', behind: 0 },
        { reach: 'well', behind: 0 },
      ]);
    });

    test('cut off with nothing unsaved, it says so in all pages, and reads what it missed when it is back', async () => {
      const { device, advance, cut } = world();
      const browser = device('erin');
      const pages = [browser.openPage().sync, browser.openPage().sync] as const;
      for (const sync of pages) sync.open('doc');
      const mona = device('mona').openPage();
      await advance(aWhile);
      cut(true);
      write(mona.sync, 'doc', 'said', 'while all are cut off');
      await advance(120_000);
      for (const sync of pages) {
        expect(sync.saved.get()).toEqual({ browser: 'saved', board: 'saved' });
        expect(sync.connection.get().reach).toBe('offline');
      }
      cut(false);
      await advance(180_000);
      mona.kill();
      for (const sync of pages) {
        expect(sync.connection.get()).toEqual({ reach: 'well', behind: 0 });
        expect(read(sync, 'doc')).toEqual({ said: 'while all are cut off' });
      }
    });

    test('flush brings everything to the board without waiting for the pace', async () => {
      const { device, advance } = world();
      const erin = device('erin').openPage().sync;
      await advance(aWhile);
      write(erin, 'doc', 'said', 'hello');
      await advance(aWhile);
      write(erin, 'doc', 'said', 'hello again');
      const flushed = erin.flush().then(() => erin.saved.get());
      await advance(1_000);
      expect(await flushed).toEqual({ browser: 'saved', board: 'saved' });
    });

    test('after dispose no timer, watch, channel or lock is left, and the document stays readable', async () => {
      const { device, advance, left } = world();
      const browser = device('erin');
      const [headless, panel] = [browser.openPage(), browser.openPage()];
      write(panel.sync, 'doc', 'said', 'hello');
      write(headless.sync, 'other', 'said', 'hello');
      await advance(2_500);
      const { doc, joined } = panel.sync.open('late');
      panel.sync.dispose();
      panel.sync.dispose();
      headless.sync.dispose();
      await joined;
      await advance(30_000);
      expect(left()).toBe(0);
      expect(read(panel.sync, 'doc')).toEqual({ said: 'hello' });
      expect(doc.isDestroyed).toBe(false);
    });

    test('a deleted document is gone for everybody, also for who comes later, and the others stay', async () => {
      const { device, advance } = world();
      const [erin, mona] = [device('erin').openPage().sync, device('mona').openPage().sync];
      write(erin, 'doc', 'said', 'hello');
      write(mona, 'doc', 'answered', 'good day');
      write(mona, 'other', 'kept', 'yes');
      await advance(aWhile);
      await Promise.all([erin.delete('doc'), advance(aWhile)]);
      write(mona, 'doc', 'more', 'too late');
      await advance(aWhile);
      const pia = device('pia').openPage().sync;
      for (const name of ['doc', 'other']) pia.open(name);
      await advance(aWhile);
      expect([read(erin, 'doc'), read(pia, 'doc'), read(pia, 'other')]).toEqual([{}, {}, { kept: 'yes' }]);
      for (const sync of [erin, mona, pia])
        expect([sync.names.get(), sync.deleted.get()]).toEqual([['other'], ['doc']]);
    });

    test('a private document is shared by the pages of one browser and outlives them, and nobody else sees it', async () => {
      const { device, advance } = world();
      const browser = device('erin');
      const [panel, modal] = [browser.openPage(), browser.openPage()];
      const mona = device('mona').openPage().sync;
      mona.openPrivate('doc');
      mona.open('doc');
      draft(panel.sync).set('said', 'not yet');
      draft(modal.sync).set('also', 'later');
      await advance(aWhile);
      const both = { said: 'not yet', also: 'later' };
      expect([draft(panel.sync).toJSON(), draft(modal.sync).toJSON()]).toEqual([both, both]);
      expect(panel.sync.saved.get()).toEqual({ browser: 'saved', board: 'saved' });
      panel.kill();
      modal.kill();
      const later = browser.openPage().sync;
      await Promise.all([later.openPrivate('doc').loaded, advance(1_000)]);
      expect(draft(later).toJSON()).toEqual(both);
      later.open('doc');
      await advance(aWhile);
      expect([read(later, 'doc'), read(mona, 'doc'), draft(mona).toJSON()]).toEqual([{}, {}, {}]);
      expect([later.names.get(), mona.names.get()]).toEqual([[], []]);
    });

    test('a private document that is discarded is gone from all pages of its browser, and from its disk', async () => {
      const { device, advance } = world();
      const browser = device('erin');
      const [panel, modal] = [browser.openPage(), browser.openPage()];
      const [here, there] = [panel.sync.openPrivate('doc').doc, modal.sync.openPrivate('doc').doc];
      draft(panel.sync).set('said', 'not yet');
      await advance(1_000);
      await Promise.all([panel.sync.discardPrivate('doc'), advance(1_000)]);
      here.getMap('words').set('late', 'nowhere');
      there.getMap('words').set('late', 'nowhere');
      expect([draft(panel.sync).toJSON(), draft(modal.sync).toJSON()]).toEqual([{}, {}]);
      draft(modal.sync).set('said', 'anew');
      await advance(1_000);
      panel.kill();
      modal.kill();
      const later = browser.openPage().sync;
      await Promise.all([later.openPrivate('doc').loaded, advance(1_000)]);
      expect(draft(later).toJSON()).toEqual({ said: 'anew' });
    });
  });
}
