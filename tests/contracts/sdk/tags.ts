/** What the local board promises an app: tags. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function tagsContract(on: Scene): void {
  describe('tags', () => {
    test('a tag needs a unique title of at most 120 characters; red is its colour [tag]', async () => {
      const { board } = on.erin.miro;
      const tag = await board.createTag({ title: 'State' });
      expect({ ...tag }).toEqual({ id: tag.id, type: 'tag', title: 'State', color: 'red' });
      await expect(board.createTag({ title: 'State' })).rejects.toThrow('already a tag');
      expect((await board.createTag({ title: 'state' })).title).toBe('state');
      await expect(board.createTag({ title: 'x'.repeat(121) })).rejects.toThrow('120');
      await expect(board.createTag({})).rejects.toThrow('title');
    });

    test('a tag can be renamed and recoloured with sync [tag]', async () => {
      const tag = await on.erin.miro.board.createTag({ title: 'a' });
      tag.title = 'b';
      tag.color = 'green';
      await tag.sync();
      expect(await on.erin.miro.board.get({ type: 'tag' })).toMatchObject([{ title: 'b', color: 'green' }]);
    });

    test('a sticky note takes 8 tags and no more; unknown ids are refused [tag]', async () => {
      const { board } = on.erin.miro;
      const tags = [];
      for (let index = 0; index < 9; index += 1) tags.push(await board.createTag({ title: `t${index}` }));
      const note = await board.createStickyNote({ tagIds: tags.slice(0, 8).map(({ id }) => id) });
      note.tagIds = tags.map(({ id }) => id);
      await expect(note.sync()).rejects.toThrow('8');
      await expect(board.createStickyNote({ tagIds: ['5'] })).rejects.toThrow('5');
    });

    test('a board takes 100 tags and no more [errors]', async () => {
      const { board } = on.erin.miro;
      for (let index = 0; index < 100; index += 1) await board.createTag({ title: `t${index}` });
      await expect(board.createTag({ title: 'one more' })).rejects.toThrow('100');
    });

    test('removing a tag takes it off its notes (we assume)', async () => {
      const { board } = on.erin.miro;
      const tag = await board.createTag({ title: 'gone' });
      const note = await board.createStickyNote({ tagIds: [tag.id] });
      await board.remove(tag);
      expect(await board.getById(note.id)).toMatchObject({ tagIds: [] });
    });

    test('of copies from elsewhere are found by their titles, or made, in one step with the copies', async () => {
      const { board } = on.erin.miro;
      const known = await board.createTag({ title: 'known', color: 'green' });
      const content = (words: string, ...tagIds: string[]) => ({
        type: 'sticky_note',
        content: words,
        tagIds,
      });
      await on.erin.client.create([content('both', '7', '8'), content('one', '8')], {
        copyOf: ['5', '6'],
        tags: [
          { id: '7', title: 'known', color: 'blue' },
          { id: '8', title: 'new', color: 'cyan' },
        ],
      });
      const [, made] = await board.get({ type: 'tag' });
      expect(made).toMatchObject({ title: 'new', color: 'cyan' });
      const tagged = async () =>
        (await board.get({ type: 'sticky_note' })).map((note) => [note.content, note.tagIds]);
      expect(await tagged()).toEqual([
        ['both', [known.id, made?.id]],
        ['one', [made?.id]],
      ]);
      await on.erin.client.undo();
      expect([await tagged(), (await board.get({ type: 'tag' })).map(({ id }) => id)]).toEqual([
        [],
        [known.id],
      ]);
    });
  });
}
