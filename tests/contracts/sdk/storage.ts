/** What the local board promises an app: storage collections. */
import { describe, expect, test, vi } from 'vitest';
import type { Scene } from './scene.ts';

export function storageContract(on: Scene): void {
  describe('storage collections', () => {
    test('get of a missing key is undefined; set, get and remove [collection]', async () => {
      const collection = on.erin.miro.board.storage.collection('c');
      expect(await collection.get('k')).toBeUndefined();
      await collection.set('k', { deep: [1, null] });
      expect(await collection.get('k')).toEqual({ deep: [1, null] });
      await collection.remove('k');
      expect(await collection.get('k')).toBeUndefined();
    });

    test('a value has at most 64 KB [collection]', async () => {
      const collection = on.erin.miro.board.storage.collection('c');
      await collection.set('k', 'x'.repeat(65_000));
      await expect(collection.set('k', 'x'.repeat(66_000))).rejects.toThrow('65536');
    });

    test('onValue tells at once when there is a value, then every change, to the writer too, versions rising [collection]', async () => {
      const max = await on.boards.join('Max Example');
      const heard: unknown[] = [];
      const collection = on.erin.miro.board.storage.collection('c');
      await collection.onValue('k', (value, version) => heard.push(['Erin', value, Number(version)]));
      await on.boards.settled();
      expect(heard).toEqual([]);
      await collection.set('k', 'one');
      await collection.set('k', 'one');
      await max.miro.board.storage
        .collection('c')
        .onValue('k', (value, version) => heard.push(['Max', value, Number(version)]));
      await on.boards.settled();
      expect(heard).toEqual([
        ['Erin', 'one', 1],
        ['Erin', 'one', 2],
        ['Max', 'one', 2],
      ]);
      heard.length = 0;
      await max.miro.board.storage.collection('c').remove('k');
      await on.boards.settled();
      expect(heard.sort()).toEqual([
        ['Erin', undefined, 3],
        ['Max', undefined, 3],
      ]);
    });

    test('collections and keys are apart, whatever they are called [collection]', async () => {
      const { storage } = on.erin.miro.board;
      const heard: unknown[] = [];
      await storage.collection('a').onValue('b:c', (value) => heard.push(value));
      await storage.collection('a').set('b:c', 1);
      await storage.collection('other').set('b:c', 2);
      await storage.collection('a').set('b', 3);
      await on.boards.settled();
      expect(heard).toEqual([1]);
    });

    test('with storedelay values reach other windows that much later, the writer at once', async () => {
      await on.reopen({ storedelay: 1000 });
      const max = await on.boards.join('Max Example');
      const heard: string[] = [];
      for (const [name, { miro }] of Object.entries({ erin: on.erin, max }))
        await miro.board.storage.collection('c').onValue('k', () => heard.push(name));
      await on.boards.settled();
      await on.erin.miro.board.storage.collection('c').set('k', 1);
      await on.boards.advance(999);
      expect(heard).toEqual(['erin']);
      await on.boards.advance(1);
      expect(heard).toEqual(['erin', 'max']);
    });

    test('offValue ends it for that handler [collection]', async () => {
      const collection = on.erin.miro.board.storage.collection('c');
      const one = vi.fn();
      const two = vi.fn();
      await collection.onValue('k', one);
      await collection.onValue('k', two);
      await collection.offValue('k', one);
      await collection.set('k', 1);
      await on.boards.settled();
      expect([one.mock.calls.length, two.mock.calls.length]).toEqual([0, 1]);
    });
  });
}
