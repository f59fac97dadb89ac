/** What the local board promises an app: history. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function historyContract(on: Scene): void {
  describe('history', () => {
    test("undo takes back this person's own last change and leaves others' [experimental]", async () => {
      const { history } = on.erin.miro.board.experimental;
      const max = await on.boards.join('Max Example');
      expect(await history.canUndo()).toBe(false);
      const note = await on.erin.miro.board.createStickyNote({ content: 'one' });
      note.content = 'two';
      await note.sync();
      await on.boards.settled();
      await max.client.update([{ id: note.id, x: 77 }]);
      await on.boards.settled();
      await history.undo();
      expect(await on.erin.miro.board.getById(note.id)).toMatchObject({ content: 'one', x: 77 });
      await history.redo();
      expect(await on.erin.miro.board.getById(note.id)).toMatchObject({ content: 'two', x: 77 });
      await history.undo();
      await history.undo();
      expect(on.erin.client.contents.get().items.size).toBe(0);
      expect(await history.canUndo()).toBe(false);
      await history.undo();
    });

    test('what was removed comes back in its frame, with its metadata', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ width: 800, height: 600 });
      const note = await board.createStickyNote();
      await frame.add(note);
      await note.setMetadata('a', 1);
      await on.erin.client.remove([frame.id, note.id]);
      expect(await on.erin.client.undo()).toBe(true);
      const back = await board.getById(note.id);
      expect(back).toMatchObject({ parentId: frame.id, x: 400, y: 300 });
      expect(await board.getById(frame.id)).toMatchObject({ childrenIds: [note.id] });
      expect(back.type === 'sticky_note' && (await back.getMetadata('a'))).toBe(1);
    });
  });
}
