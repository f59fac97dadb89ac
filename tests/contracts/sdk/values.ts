/** What the local board promises an app: metadata and app data. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function valuesContract(on: Scene): void {
  describe('metadata and app data', () => {
    test('metadata is kept by key; null takes a key away; empty values stay [items]', async () => {
      const note = await on.erin.miro.board.createStickyNote();
      await note.setMetadata('a', { b: [1] });
      await note.setMetadata('empty', '');
      expect(await note.getMetadata()).toEqual({ a: { b: [1] }, empty: '' });
      expect(await note.getMetadata('a')).toEqual({ b: [1] });
      await note.setMetadata('a', null);
      expect(await note.getMetadata('a')).toBeUndefined();
      expect(await note.getMetadata()).toEqual({ empty: '' });
    });

    test('6 KB of metadata an item, in all, and no more [storage guide]', async () => {
      const note = await on.erin.miro.board.createStickyNote();
      await note.setMetadata('a', 'x'.repeat(3000));
      await note.setMetadata('b', 'x'.repeat(3000));
      await expect(note.setMetadata('c', 'x'.repeat(300))).rejects.toThrow('6144');
      expect(Object.keys(await note.getMetadata())).toEqual(['a', 'b']);
    });

    test('frames carry no metadata [items]', async () => {
      const frame = await on.erin.miro.board.createFrame();
      await expect(frame.setMetadata('a', 1)).rejects.toThrow('frame carries no metadata');
    });

    test('app data: 30 KB an app [storage guide]', async () => {
      const { board } = on.erin.miro;
      expect(await board.getAppData('none')).toBeUndefined();
      await board.setAppData('a', 'x'.repeat(29_000));
      await expect(board.setAppData('b', 'x'.repeat(3000))).rejects.toThrow('30720');
      expect(Object.keys(await board.getAppData())).toEqual(['a']);
    });

    test('apps of other origins see none of it [storage guide]', async () => {
      const other = await on.boards.join('Erin Example', { app: 'http://localhost:4001/' });
      const note = await on.erin.miro.board.createStickyNote();
      await note.setMetadata('a', 1);
      await on.erin.miro.board.setAppData('a', 1);
      await on.erin.miro.board.storage.collection('c').set('a', 1);
      await on.boards.settled();
      const [seen] = await other.miro.board.get({ type: 'sticky_note' });
      expect(await seen?.getMetadata()).toEqual({});
      expect(await other.miro.board.getAppData()).toEqual({});
      expect(await other.miro.board.storage.collection('c').get('a')).toBeUndefined();
    });

    test('metadata is copied when an item is duplicated [storage guide]', async () => {
      const note = await on.erin.miro.board.createStickyNote();
      await note.setMetadata('a', 1);
      const [copy] = await on.erin.client.create([{ type: 'sticky_note' }], { copyOf: [note.id] });
      const found = await on.erin.miro.board.getById(copy?.id ?? '');
      expect(found.type === 'sticky_note' && (await found.getMetadata('a'))).toBe(1);
    });
  });
}
