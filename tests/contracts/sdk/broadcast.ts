/** What the local board promises an app: broadcast. */
import { describe, expect, test } from 'vitest';
import { openPanel, type Scene } from './scene.ts';

export function broadcastContract(on: Scene): void {
  describe('broadcast', () => {
    test('reaches all others and all other tabs, never the own tab [events]', async () => {
      const max = await on.boards.join('Max Example');
      const tab = await on.boards.join('Erin Example');
      const heard: unknown[] = [];
      for (const [name, person] of Object.entries({ erin: on.erin, max, tab }))
        await person.miro.board.events.on('hello', (payload) => heard.push([name, payload]));
      const secondPage = on.erin.page(await openPanel(on.erin));
      await secondPage.board.events.on('hello', (payload) => heard.push(['own panel', payload]));
      await on.erin.miro.board.events.broadcast('hello', { a: 1 });
      await on.boards.settled();
      expect(heard.sort()).toEqual([
        ['max', { a: 1 }],
        ['tab', { a: 1 }],
      ]);
    });

    test('off ends it for that handler; a message may be without content [events]', async () => {
      const max = await on.boards.join('Max Example');
      const heard: unknown[] = [];
      const one = (payload: unknown) => heard.push(['one', payload]);
      const two = (payload: unknown) => heard.push(['two', payload]);
      await max.miro.board.events.on('hello', one);
      await max.miro.board.events.on('hello', two);
      await max.miro.board.events.off('hello', one);
      await on.erin.miro.board.events.broadcast('hello');
      await on.erin.miro.board.events.broadcast('other', 1);
      await on.boards.settled();
      expect(heard).toEqual([['two', undefined]]);
    });

    test('reaches every page of the app in a window, and no other app [events]', async () => {
      const max = await on.boards.join('Max Example');
      const other = await on.boards.join('Max Example', { app: 'http://localhost:4001/' });
      const heard: string[] = [];
      await max.miro.board.events.on('hello', () => heard.push('headless'));
      await max.page(await openPanel(max)).board.events.on('hello', () => heard.push('panel'));
      await other.miro.board.events.on('hello', () => heard.push('other app'));
      await on.erin.miro.board.events.broadcast('hello');
      await on.boards.settled();
      expect(heard.sort()).toEqual(['headless', 'panel']);
    });
  });
}
