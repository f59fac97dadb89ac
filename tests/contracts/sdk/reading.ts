/** What the local board promises an app: reading. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function readingContract(on: Scene): void {
  describe('reading', () => {
    test('get gives everything, items and tags; filters narrow it [experimental, board]', async () => {
      const { board } = on.erin.miro;
      const tag = await board.createTag({ title: 'one' });
      const other = await board.createTag({ title: 'two' });
      const tagged = await board.createStickyNote({ tagIds: [tag.id] });
      const text = await board.createText();
      const ids = async (filter?: Parameters<typeof board.get>[0]) =>
        (await board.get(filter)).map(({ id }) => id).sort();
      const sorted = (...list: string[]) => list.sort();
      expect(await ids()).toEqual(sorted(tag.id, other.id, tagged.id, text.id));
      expect(await ids({ type: 'text' })).toEqual([text.id]);
      expect(await ids({ type: ['text', 'sticky_note'] })).toEqual(sorted(text.id, tagged.id));
      expect(await ids({ tags: 'one' })).toEqual([tagged.id]);
      expect(await ids({ tags: ['one', 'two'] })).toEqual([tagged.id]);
      expect(await ids({ tags: 'nobody' })).toEqual([]);
      expect(await ids({ tags: 'one', type: 'text' })).toEqual([]);
      expect(await ids({ id: [text.id, 'missing'] })).toEqual([text.id]);
    });

    test('a single unknown id throws, in get and in getById [board]', async () => {
      await expect(on.erin.miro.board.get({ id: '1' })).rejects.toThrow('1');
      await expect(on.erin.miro.board.getById('1')).rejects.toThrow('1');
    });

    test('select and deselect take a filter and give the items back [board]', async () => {
      const { board } = on.erin.miro;
      const one = await board.createStickyNote();
      const two = await board.createText();
      expect((await board.select()).map(({ id }) => id)).toEqual([one.id, two.id]);
      expect((await board.deselect({ type: 'text' })).map(({ id }) => id)).toEqual([two.id]);
      expect((await board.getSelection()).map(({ id }) => id)).toEqual([one.id]);
      await board.deselect();
      expect(await board.getSelection()).toEqual([]);
      await expect(board.select({ id: 'missing' })).rejects.toThrow('missing');
    });
  });
}
