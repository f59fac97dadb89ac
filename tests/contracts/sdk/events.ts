/** What the local board promises an app: events. */
import { describe, expect, test, vi } from 'vitest';
import type { Person } from '../sdkBoards.ts';
import { openPanel, type Scene } from './scene.ts';

export function eventsContract(on: Scene): void {
  describe('events', () => {
    function record(person: Person) {
      const heard: unknown[] = [];
      const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
      person.miro.board.ui.on('items:create', (event) => heard.push(['create', ids(event)]));
      person.miro.board.ui.on('experimental:items:update', (event) => heard.push(['update', ids(event)]));
      person.miro.board.ui.on('items:delete', (event) => heard.push(['delete', ids(event)]));
      return heard;
    }

    test('tell of creating, moving, resizing and deleting by hand [ui]', async () => {
      const heard = record(on.erin);
      await on.boards.settled();
      const [note] = await on.erin.client.create([{ type: 'sticky_note' }]);
      const id = note?.id ?? '';
      await on.erin.client.update([{ id, x: 5 }]);
      await on.erin.client.update([{ id, width: 300 }]);
      await on.erin.client.remove([id]);
      await on.boards.settled();
      expect(heard).toEqual([
        ['create', [id]],
        ['update', [id]],
        ['update', [id]],
        ['delete', [id]],
      ]);
    });

    test('tell nothing of text, colours and tags, of copies, of others and of the app itself [ui; we assume]', async () => {
      const max = await on.boards.join('Max Example');
      const heard = record(max);
      const own = record(on.erin);
      await on.boards.settled();
      const note = await on.erin.miro.board.createStickyNote();
      await on.erin.client.update([{ id: note.id, content: 'new', style: { fillColor: 'red' } }]);
      await on.erin.client.create([{ type: 'sticky_note' }], { copyOf: [note.id] });
      await on.erin.client.undo();
      await on.boards.settled();
      expect([heard, own]).toEqual([[], []]);
    });

    test('tell of rotating and of resizing by one side, not of a text that grew as it was written in [ui]', async () => {
      const heard = record(on.erin);
      await on.boards.settled();
      const text = await on.erin.miro.board.createText({ content: 'short', width: 100 });
      await on.erin.client.update([{ id: text.id, content: 'a much longer text '.repeat(20) }]);
      await text.sync();
      expect(text.height).toBeGreaterThan(100);
      await on.erin.client.update([{ id: text.id, rotation: 30 }]);
      await on.erin.client.update([{ id: text.id, width: 300 }]);
      await on.boards.settled();
      expect(heard).toEqual([
        ['update', [text.id]],
        ['update', [text.id]],
      ]);
    });

    test('with telling=everything they tell of text, colours and tags, of copies, and of what undoing does', async () => {
      await on.reopen({ telling: 'everything' });
      const heard = record(on.erin);
      await on.boards.settled();
      const tag = await on.erin.client.createTag({ title: 'one' });
      const [frame] = await on.erin.client.create([{ type: 'frame', width: 800, height: 800 }]);
      const [note] = await on.erin.client.create([{ type: 'sticky_note' }], { settle: true });
      const id = note?.id ?? '';
      await on.erin.client.update([{ id, content: 'new' }]);
      await on.erin.client.update([{ id, style: { fillColor: 'red' } }]);
      await on.erin.client.update([{ id, tagIds: [tag.id] }]);
      const [copy] = await on.erin.client.create([{ type: 'sticky_note', x: 2000 }], { copyOf: [id] });
      await on.erin.client.undo();
      await on.erin.client.redo();
      await on.boards.settled();
      expect(heard).toEqual([
        ['create', [frame?.id]],
        ['create', [id]],
        ['update', [id]],
        ['update', [id]],
        ['update', [id]],
        ['create', [copy?.id]],
        ['delete', [copy?.id]],
        ['create', [copy?.id]],
      ]);
    });

    test('with telling=everything apps and others are still left out, or with events=all not', async () => {
      await on.reopen({ telling: 'everything' });
      const heard = record(on.erin);
      await on.boards.settled();
      const note = await on.erin.miro.board.createStickyNote();
      note.content = 'from the app';
      await note.sync();
      await on.boards.settled();
      expect(heard).toEqual([]);
      await on.reopen({ telling: 'everything', events: 'all' });
      const all = record(on.erin);
      await on.boards.settled();
      const other = await on.erin.miro.board.createStickyNote();
      other.content = 'from the app';
      await other.sync();
      await on.boards.settled();
      expect(all).toEqual([
        ['create', [other.id]],
        ['update', [other.id]],
      ]);
    });

    test('with events=all they tell of others and of apps, still only of places and sizes', async () => {
      await on.reopen({ events: 'all' });
      const max = await on.boards.join('Max Example');
      const heard = record(max);
      await on.boards.settled();
      const note = await on.erin.miro.board.createStickyNote();
      note.content = 'text alone';
      await note.sync();
      note.x = 50;
      await note.sync();
      await on.boards.settled();
      expect(heard).toEqual([
        ['create', [note.id]],
        ['update', [note.id]],
      ]);
    });

    test('selection:update gives the items, and none when the person lets go [ui]', async () => {
      const heard: string[][] = [];
      on.erin.miro.board.ui.on('selection:update', ({ items }) =>
        heard.push(items.map((item: { id: string }) => item.id)),
      );
      await on.boards.settled();
      const note = await on.erin.miro.board.createStickyNote();
      on.erin.screen.select([note.id]);
      on.erin.screen.select([]);
      await on.boards.settled();
      expect(heard).toEqual([[note.id], []]);
    });

    test('items in events have their methods [ui]', async () => {
      const synced: string[] = [];
      on.erin.miro.board.ui.on('selection:update', async ({ items }) => {
        const [note] = items;
        if (note?.type !== 'sticky_note') return;
        note.content = 'from the event';
        await note.sync();
        synced.push(note.content);
      });
      const note = await on.erin.miro.board.createStickyNote();
      on.erin.screen.select([note.id]);
      await on.boards.settled();
      await on.boards.settled();
      expect(synced).toEqual(['from the event']);
    });

    test('online_users:update tells when somebody comes or goes; two tabs are one user (we assume)', async () => {
      const heard: string[][] = [];
      on.erin.miro.board.ui.on('online_users:update', ({ users }) =>
        heard.push(users.map((user: { name: string }) => user.name)),
      );
      await on.boards.settled();
      await on.boards.join('Erin Example');
      const max = await on.boards.join('Max Example');
      await on.boards.settled();
      expect(await on.erin.miro.board.getOnlineUsers()).toEqual([
        { id: on.erin.client.me.userId, name: 'Erin Example' },
        { id: max.client.me.userId, name: 'Max Example' },
      ]);
      max.client.dispose();
      await on.boards.settled();
      await on.boards.settled();
      expect(heard).toEqual([['Erin Example', 'Max Example'], ['Erin Example']]);
    });

    test('icon:click reaches the headless page only, everything else every page [ui]', async () => {
      const heard: string[] = [];
      const panel = on.erin.page(await openPanel(on.erin));
      for (const [name, miro] of Object.entries({ headless: on.erin.miro, panel })) {
        miro.board.ui.on('icon:click', () => heard.push(`${name} icon`));
        miro.board.ui.on('selection:update', () => heard.push(`${name} selection`));
      }
      await on.boards.settled();
      on.erin.screen.clickIcon();
      on.erin.screen.select(['1']);
      await on.boards.settled();
      expect(heard.sort()).toEqual(['headless icon', 'headless selection', 'panel selection']);
    });

    test('a click on the icon before the app is ready waits for it', async () => {
      on.erin.screen.clickIcon();
      const clicked = vi.fn();
      on.erin.miro.board.ui.on('icon:click', clicked);
      await on.boards.settled();
      expect(clicked).toHaveBeenCalledTimes(1);
    });

    test('off ends it for that handler [ui]', async () => {
      const one = vi.fn();
      const two = vi.fn();
      const { ui } = on.erin.miro.board;
      ui.on('icon:click', one);
      ui.on('icon:click', two);
      await on.boards.settled();
      ui.off('icon:click', one);
      await on.boards.settled();
      on.erin.screen.clickIcon();
      await on.boards.settled();
      expect([one.mock.calls.length, two.mock.calls.length]).toEqual([0, 1]);
    });
  });
}
