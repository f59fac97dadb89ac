/** What the local board promises an app: budgets and trouble. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function troubleContract(on: Scene): void {
  describe('budgets and trouble', () => {
    test('calls cost 50 credits, reading many 500; over the minute they are refused until it has passed [rate limiting]', async () => {
      await on.reopen({ minute: 600 });
      const { board } = on.erin.miro;
      await board.get();
      await board.createText();
      await board.createText();
      await expect(board.createText()).rejects.toThrow('600 credits per minute');
      expect(on.erin.client.contents.get().items.size).toBe(2);
      await on.boards.advance(60_000);
      await board.createText();
      expect(on.erin.client.contents.get().items.size).toBe(3);
    });

    test('the hour is bounded too [rate limiting]', async () => {
      await on.reopen({ hour: 100 });
      await on.erin.miro.board.createText();
      await on.boards.advance(60_000);
      await on.erin.miro.board.createText();
      await on.boards.advance(60_000);
      await expect(on.erin.miro.board.createText()).rejects.toThrow('100 credits per hour');
      await on.boards.advance(3_600_000);
      await on.erin.miro.board.createText();
    });

    test('each person and app has its own budget (we assume); with budget=board there is one', async () => {
      await on.reopen({ minute: 50 });
      const max = await on.boards.join('Max Example');
      await on.erin.miro.board.createText();
      await max.miro.board.createText();
      await expect(max.miro.board.createText()).rejects.toThrow('credits');
      await on.reopen({ minute: 50, budget: 'board' });
      const other = await on.boards.join('Max Example');
      await on.erin.miro.board.createText();
      await expect(other.miro.board.createText()).rejects.toThrow('credits');
    });

    test('who may only view reads and is refused everything else', async () => {
      await on.erin.miro.board.createText();
      const viewer = await on.boards.join('Vera Example', { switches: { access: 'view' } });
      expect(await viewer.miro.board.get()).toHaveLength(1);
      await expect(viewer.miro.board.createText()).rejects.toThrow('only view');
      await expect(viewer.miro.board.storage.collection('c').set('k', 1)).rejects.toThrow('only view');
      await expect(viewer.client.update([{ id: '1', x: 1 }])).rejects.toThrow('only view');
    });

    test('with latency a call takes its time', async () => {
      await on.reopen({ latency: 60 });
      let done = false;
      const call = on.erin.miro.board.createText().then(() => {
        done = true;
      });
      await on.boards.advance(59);
      expect(done).toBe(false);
      await on.boards.advance(1);
      await call;
      expect(done).toBe(true);
    });

    test('with fail=1 every call is refused and nothing is done', async () => {
      await on.reopen({ fail: 1 });
      await expect(on.erin.miro.board.createText()).rejects.toThrow('just now');
      expect(on.erin.client.contents.get().items.size).toBe(0);
    });

    test('notes let go by hand in a frame become its children, or with adopt=no they do not', async () => {
      const drop = async () => {
        await on.erin.client.create([{ type: 'frame', width: 800, height: 600 }]);
        const [note] = await on.erin.client.create([{ type: 'sticky_note' }], { settle: true });
        return note?.parentId ?? null;
      };
      expect(await drop()).not.toBeNull();
      await on.reopen({ adopt: 'no' });
      expect(await drop()).toBeNull();
    });

    test('a hand that drags a note out of its frame takes it out', async () => {
      const [frame] = await on.erin.client.create([{ type: 'frame', width: 800, height: 600 }]);
      const [note] = await on.erin.client.create([{ type: 'sticky_note' }], { settle: true });
      const [moved] = await on.erin.client.update([{ id: note?.id ?? '', x: 2000 }], { settle: true });
      expect(moved).toMatchObject({ parentId: null, x: 1600, y: 0 });
      expect(on.erin.client.contents.get().items.get(frame?.id ?? '')).toMatchObject({ childrenIds: [] });
    });
  });
}
