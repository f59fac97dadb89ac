/** What the local board promises an app: layers. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function layersContract(on: Scene): void {
  describe('layers', () => {
    const order = async () => {
      const items = [...on.erin.client.contents.get().items.values()];
      return items.map(({ id }) => id);
    };

    test('new items lie on top in the order of creation; the four moves do what they say [board]', async () => {
      const { board } = on.erin.miro;
      const a = await board.createText();
      const b = await board.createText();
      const c = await board.createText();
      expect(await Promise.all([a, b, c].map((item) => item.getLayerIndex()))).toEqual([0, 1, 2]);
      await a.bringToFront();
      expect(await order()).toEqual([b.id, c.id, a.id]);
      await c.sendToBack();
      expect(await order()).toEqual([c.id, b.id, a.id]);
      await c.bringInFrontOf(b);
      expect(await order()).toEqual([b.id, c.id, a.id]);
      await board.sendBehindOf([a, c], b);
      expect(await order()).toEqual([c.id, a.id, b.id]);
    });

    test('frames lie behind everything and take no part [board]', async () => {
      const { board } = on.erin.miro;
      const text = await board.createText();
      const frame = await board.createFrame();
      expect(await order()).toEqual([frame.id, text.id]);
      await expect(board.bringToFront(frame)).rejects.toThrow('Frames');
      await expect(text.sendBehindOf(frame)).rejects.toThrow('Frames');
      await expect(frame.getLayerIndex()).rejects.toThrow('Frames');
    });
  });
}
