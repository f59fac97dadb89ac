/** What the local board promises an app: flow-chart shapes, and items that the SDK has no class for. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function unsupportedContract(on: Scene): void {
  describe('flow-chart shapes', () => {
    const make = () =>
      on.erin.miro.board.experimental.createShape({
        shape: 'flow_chart_decision' as never,
        content: 'Is it?',
        x: 50,
      });

    test('are made and read on the experimental board [shape]', async () => {
      const { experimental } = on.erin.miro.board;
      const shape = await make();
      expect(shape).toMatchObject({ type: 'shape', shape: 'flow_chart_decision', width: 100 });
      shape.content = 'It is';
      await experimental.sync(shape);
      expect(await experimental.get({ type: 'shape' })).toMatchObject([{ id: shape.id, content: 'It is' }]);
      await experimental.select({ id: shape.id });
      expect(await experimental.getSelection()).toMatchObject([{ shape: 'flow_chart_decision' }]);
      await experimental.remove(shape);
      expect(await experimental.get()).toEqual([]);
    });

    test('are stencils without a size on the stable board, which finds no shape in them [unsupported]', async () => {
      const { board } = on.erin.miro;
      const { id } = await make();
      const plain = await board.createShape();
      const told = await board.getById(id);
      expect(told).toMatchObject({ type: 'stencil', x: 50, y: 0 });
      for (const name of ['width', 'height', 'shape', 'content', 'style'])
        expect(name in told, name).toBe(false);
      expect((await board.get({ type: 'shape' })).map((item) => item.id)).toEqual([plain.id]);
      await board.select({ id });
      expect(await board.getSelection()).toMatchObject([{ type: 'stencil' }]);
    });

    test('are moved by the stable board, but neither made, changed nor removed [shape, unsupported; the harsher page]', async () => {
      const { board } = on.erin.miro;
      const { id } = await make();
      const told = await board.getById(id);
      if (told.type === 'tag' || told.type === 'group') throw new Error('not an item');
      Object.assign(told, { x: 75 });
      await board.sync(told as never);
      expect(await board.getById(id)).toMatchObject({ x: 75 });
      await expect(board.remove(told as never)).rejects.toThrow('stencil');
      await expect(board.setMetadata(told as never, 'a', 1)).rejects.toThrow('metadata');
      await expect(board.createShape({ shape: 'flow_chart_decision' as never })).rejects.toThrow(
        'Unknown shape',
      );
      const plain = await board.createShape();
      plain.shape = 'flow_chart_or' as never;
      await expect(plain.sync()).rejects.toThrow('Unknown shape');
    });

    test('of which the stable board knows one [shape]', async () => {
      const { board } = on.erin.miro;
      const shape = await board.createShape({ shape: 'flow_chart_predefined_process' });
      await shape.sync();
      expect(shape.type).toBe('shape');
      await board.remove(shape);
    });
  });

  describe('unsupported items', () => {
    const draw = async () => {
      const [item] = await on.erin.client.create([
        { type: 'unsupported', called: 'emoji', x: 10, y: 20, width: 60, height: 60 },
      ]);
      return item?.id ?? '';
    };

    test("have Miro's own name for their type, a place and a size [unsupported]", async () => {
      const { board } = on.erin.miro;
      const id = await draw();
      const { createdAt, createdBy, modifiedAt, modifiedBy, ...told } = {
        ...(await board.getById(id)),
      } as Record<string, unknown>;
      expect(told).toEqual({
        id,
        type: 'emoji',
        x: 10,
        y: 20,
        width: 60,
        height: 60,
        parentId: null,
        origin: 'center',
        relativeTo: 'canvas_center',
      });
      expect([createdAt, createdBy]).toEqual([modifiedAt, modifiedBy]);
      expect(await board.get({ type: 'emoji' as never })).toMatchObject([{ id }]);
      expect(await board.get({ type: 'unsupported' as never })).toEqual([]);
    });

    test('may be moved and removed; nothing else of them is settable [unsupported]', async () => {
      const { board } = on.erin.miro;
      const item = await board.getById(await draw());
      if (item.type === 'tag' || item.type === 'group') throw new Error('not an item');
      Object.assign(item, { x: 500 });
      await board.sync(item as never);
      expect(await board.getById(item.id)).toMatchObject({ x: 500, y: 20 });
      for (const name of ['width', 'height', 'type'])
        expect(() => Reflect.set(item, name, 1), name).toThrow('read-only');
      await expect(board.setMetadata(item as never, 'a', 1)).rejects.toThrow('metadata');
      await expect(board.getMetadata(item as never)).rejects.toThrow('metadata');
      Object.assign(item, { linkedTo: 'https://example.org/' });
      await expect(board.sync(item as never)).rejects.toThrow('read-only');
      await board.remove(item as never);
      expect(on.erin.client.contents.get().items.size).toBe(0);
    });

    test('may be grouped, and joined by connectors (group page; we assume)', async () => {
      const { board } = on.erin.miro;
      const id = await draw();
      const note = await board.createStickyNote();
      const group = await board.group({ items: [note, { id } as never] });
      expect(group.itemsIds).toEqual([note.id, id]);
      const line = await board.createConnector({ start: { item: note.id }, end: { item: id } });
      expect(line.end?.item).toBe(id);
    });
  });
}
