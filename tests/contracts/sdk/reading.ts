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

    test('an id decides alone; tags are found by title only (we assume)', async () => {
      const { board } = on.erin.miro;
      const tag = await board.createTag({ title: 'one' });
      const note = await board.createStickyNote({ tagIds: [tag.id] });
      const both = { id: note.id, type: 'text' } as never;
      const found: readonly { readonly id: string }[] = await board.get(both);
      expect(found.map(({ id }) => id)).toEqual([note.id]);
      expect(await board.get({ tags: [tag.id] })).toEqual([]);
      expect((await board.getById(tag.id)).type).toBe('tag');
    });

    test('board.sync and board.remove do what the item itself would [board]', async () => {
      const { board } = on.erin.miro;
      const note = await board.createStickyNote();
      note.content = 'changed';
      await board.sync(note);
      const again = await board.getById(note.id);
      expect(again).toMatchObject({ content: 'changed' });
      await board.remove(note);
      await expect(board.sync(note)).rejects.toThrow(note.id);
      await expect(board.remove(note)).rejects.toThrow(note.id);
    });

    test('a selection takes the place of the one before, and is told of as if by hand (we assume)', async () => {
      const { board } = on.erin.miro;
      const [one, two] = [await board.createStickyNote(), await board.createText()];
      const heard: string[][] = [];
      await board.ui.on('selection:update', ({ items }) =>
        heard.push(items.map(({ id }: { readonly id: string }) => id)),
      );
      await board.select({ id: one.id });
      await board.select({ id: [two.id, 'missing'] });
      expect((await board.getSelection()).map(({ id }) => id)).toEqual([two.id]);
      await board.deselect({ id: two.id });
      await on.boards.settled();
      expect(heard).toEqual([[one.id], [two.id], []]);
    });

    test('what nobody selected is not given back by deselect, and one unknown id throws [board; we assume]', async () => {
      const { board } = on.erin.miro;
      const [one, two] = [await board.createStickyNote(), await board.createText()];
      await board.select({ id: one.id });
      expect(await board.deselect({ id: two.id })).toEqual([]);
      await expect(board.deselect({ id: 'missing' })).rejects.toThrow('missing');
      expect((await board.deselect()).map(({ id }) => id)).toEqual([one.id]);
    });

    test('a selection is its own window’s [board]', async () => {
      const tab = await on.boards.join('Erin Example');
      const note = await on.erin.miro.board.createStickyNote();
      await on.boards.settled();
      await on.erin.miro.board.select();
      expect(await tab.miro.board.getSelection()).toEqual([]);
      expect((await on.erin.miro.board.getSelection()).map(({ id }) => id)).toEqual([note.id]);
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
