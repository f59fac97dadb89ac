/** What the local board promises an app: frames. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function framesContract(on: Scene): void {
  describe('frames', () => {
    test('add takes an item in without moving it; its x, y are then from the top-left corner [frame]', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ x: 1000, y: 500, width: 800, height: 600 });
      const note = await board.createStickyNote({ x: 900, y: 400 });
      const added = await frame.add(note);
      expect(added).toBe(note);
      expect(note).toMatchObject({
        x: 900 - 600,
        y: 400 - 200,
        parentId: frame.id,
        relativeTo: 'parent_top_left',
      });
      expect(frame.childrenIds).toEqual([note.id]);
      expect((await frame.getChildren()).map(({ id }) => id)).toEqual([note.id]);
    });

    test('remove lets it go where it lies [frame]', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ x: 1000, y: 500, width: 800, height: 600 });
      const note = await board.createStickyNote({ x: 900, y: 400 });
      await frame.add(note);
      await frame.remove(note);
      expect(note).toMatchObject({ x: 900, y: 400, parentId: null, relativeTo: 'canvas_center' });
      expect(frame.childrenIds).toEqual([]);
      await expect(frame.remove(note)).rejects.toThrow('not its child');
    });

    test('an item outside, or in another frame, is not taken in [frame]', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ width: 800, height: 600 });
      const other = await board.createFrame({ width: 800, height: 600 });
      const outside = await board.createStickyNote({ x: 2000 });
      const inOther = await board.createStickyNote();
      await other.add(inOther);
      await expect(frame.add(outside)).rejects.toThrow('outside');
      await expect(frame.add(inOther)).rejects.toThrow('another frame');
    });

    test('the whole box must lie inside (we assume), or with inside=centre the middle', async () => {
      const half = async () => {
        const frame = await on.erin.miro.board.createFrame({ width: 800, height: 600 });
        return frame.add(await on.erin.miro.board.createStickyNote({ x: 350 }));
      };
      await expect(half()).rejects.toThrow('outside');
      await on.reopen({ inside: 'centre' });
      expect((await half()).parentId).not.toBeNull();
    });

    test('an item that touches the edge is inside, whatever fractions it took to get there', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ x: 0.1, y: 0.2, width: 398.3, height: 456.7 });
      const note = await board.createStickyNote({ x: 0.1 - 398.3 / 2 + 99.5, y: 0.2 });
      await frame.add(note);
      note.x = 398.3 - 99.5;
      await note.sync();
      expect(note.x).toBeCloseTo(298.8, 6);
    });

    test('moving a frame moves its children and leaves their x, y [frame]', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ width: 800, height: 600 });
      const note = await board.createStickyNote({ x: 10, y: 20 });
      await frame.add(note);
      frame.x = 5000;
      await frame.sync();
      expect(await board.getById(note.id)).toMatchObject({ x: 410, y: 320, parentId: frame.id });
      await frame.remove(note);
      expect(note).toMatchObject({ x: 5010, y: 20 });
    });

    test('a child may be moved inside; resizing past it throws and changes nothing [frame]', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ width: 800, height: 600 });
      const note = await board.createStickyNote();
      await frame.add(note);
      note.x = 120;
      await note.sync();
      expect(note.x).toBe(120);
      frame.width = 300;
      await expect(frame.sync()).rejects.toThrow('outside');
      expect(await board.getById(frame.id)).toMatchObject({ width: 800 });
      note.x = -500;
      await expect(note.sync()).rejects.toThrow('outside');
    });

    test('with childmove=refused a child is not moved [errors]', async () => {
      await on.reopen({ childmove: 'refused' });
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ width: 800, height: 600 });
      const note = await board.createStickyNote();
      await frame.add(note);
      note.x = 120;
      await expect(note.sync()).rejects.toThrow('Remove it from its frame first');
    });

    test('removing a frame leaves its children where they lie (we assume)', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ x: 300, width: 800, height: 600 });
      const note = await board.createStickyNote({ x: 310, y: 20 });
      await frame.add(note);
      await board.remove(frame);
      expect(await board.getById(note.id)).toMatchObject({ x: 310, y: 20, parentId: null });
    });

    test('children may be given when a frame is made, and set later (types; we assume)', async () => {
      const { board } = on.erin.miro;
      const one = await board.createStickyNote();
      const two = await board.createStickyNote({ x: 250 });
      const frame = await board.createFrame({ width: 1000, height: 600, childrenIds: [one.id] });
      expect(frame.childrenIds).toEqual([one.id]);
      expect(await board.getById(one.id)).toMatchObject({ parentId: frame.id, x: 500, y: 300 });
      frame.childrenIds = [two.id];
      await frame.sync();
      expect(await board.getById(one.id)).toMatchObject({ parentId: null, x: 0, y: 0 });
      expect(await board.getById(two.id)).toMatchObject({ parentId: frame.id, x: 750, y: 300 });
      const far = await board.createStickyNote({ x: 5000 });
      frame.childrenIds = [two.id, far.id];
      await expect(frame.sync()).rejects.toThrow('outside');
      frame.childrenIds = ['404'];
      await expect(frame.sync()).rejects.toThrow('404');
      expect(await board.getById(frame.id)).toMatchObject({ childrenIds: [two.id] });
    });

    test('getChildren gives connectors and frames among the children, and no groups (we assume)', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ width: 2000, height: 1000 });
      const inner = await board.createFrame({ x: -500, width: 200, height: 200 });
      const one = await board.createStickyNote();
      const two = await board.createStickyNote({ x: 500 });
      const line = await board.createConnector({ start: { item: one.id }, end: { item: two.id } });
      const group = await board.group({ items: [one, two] });
      await frame.add(inner);
      await frame.add(line);
      await frame.add(group);
      const children = await frame.getChildren();
      expect(children.map(({ id }) => id)).toEqual([inner.id, line.id, one.id, two.id]);
      expect(line.parentId).toBe(frame.id);
      await expect(inner.add(frame)).rejects.toThrow();
    });

    test('a connector is inside a frame when both its ends are (we assume)', async () => {
      const { board } = on.erin.miro;
      const frame = await board.createFrame({ width: 400, height: 400 });
      const one = await board.createStickyNote();
      const two = await board.createStickyNote({ x: 5000 });
      const line = await board.createConnector({ start: { item: one.id }, end: { item: two.id } });
      await expect(frame.add(line)).rejects.toThrow('outside');
    });

    test('showContent may not be written on this plan [frame]', async () => {
      const frame = await on.erin.miro.board.createFrame();
      frame.showContent = false;
      await expect(frame.sync()).rejects.toThrow('not allowed');
    });
  });
}
