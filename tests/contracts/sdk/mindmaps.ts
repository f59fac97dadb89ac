/** What the local board promises an app: mind maps, which only the experimental board knows. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function mindmapsContract(on: Scene): void {
  describe('mind maps', () => {
    const nodes = () => on.erin.miro.board.experimental.get({ type: 'mindmap_node' });
    const words = (node: { nodeView: { content: string } }) => node.nodeView.content;
    const named = async (content: string) => {
      const node = (await nodes()).find((one) => words(one) === content);
      return node ?? Promise.reject(new Error(`no node says ${content}`));
    };
    /** root ─ a ─ (a1, a2), b to the left. */
    const plant = () =>
      on.erin.miro.board.experimental.createMindmapNode({
        nodeView: { content: 'root' },
        x: 1000,
        y: 500,
        children: [
          {
            nodeView: { content: 'a' },
            children: [{ nodeView: { content: 'a1' } }, { nodeView: { content: 'a2' } }],
          },
          { nodeView: { content: 'b' }, direction: 'start' },
        ],
      });
    const all = async (...names: string[]) => Promise.all(names.map(named));

    test('a node has the documented properties [mind map]', async () => {
      const { id, createdAt, createdBy, modifiedAt, modifiedBy, height, ...rest } = {
        ...(await on.erin.miro.board.experimental.createMindmapNode()),
      };
      expect(rest).toEqual({
        type: 'mindmap_node',
        nodeView: {
          type: 'shape',
          content: '',
          shape: 'pill',
          style: { fontSize: 14, color: '#4262ff', fillOpacity: 0, borderStyle: 'normal' },
        },
        layout: 'horizontal',
        isRoot: true,
        childrenIds: [],
        x: 0,
        y: 0,
        width: 160,
        parentId: null,
        origin: 'center',
        relativeTo: 'canvas_center',
      });
      expect([createdBy, modifiedAt, modifiedBy]).toEqual([createdBy, createdAt, createdBy]);
      expect([height > 0, typeof id]).toEqual([true, 'string']);
    });

    test('a tree is made in one go, measured from the centre of each parent [mind map]', async () => {
      const root = await plant();
      const [a, b, a1, a2] = await all('a', 'b', 'a1', 'a2');
      expect([root.isRoot, root.direction, root.childrenIds]).toEqual([true, undefined, [a?.id, b?.id]]);
      expect(
        [a, b, a1, a2].map((node) => [node?.isRoot, node?.relativeTo, node?.parentId, node?.direction]),
      ).toEqual([
        [false, 'parent_center', root.id, 'end'],
        [false, 'parent_center', root.id, 'start'],
        [false, 'parent_center', a?.id, undefined],
        [false, 'parent_center', a?.id, undefined],
      ]);
      expect((await root.getChildren()).map(words)).toEqual(['a', 'b']);
      expect(words(root)).toBe('root');
      expect([root.nodeView.type, a?.nodeView.type]).toEqual(['shape', 'text']);
    });

    test('children lie beside their parent and none upon another (we assume the distances)', async () => {
      await plant();
      const [a, b, a1, a2] = await all('a', 'b', 'a1', 'a2');
      expect([a?.x, b?.x, a1?.x, a2?.x].map((x) => Math.sign(x ?? 0))).toEqual([1, -1, 1, 1]);
      expect((a2?.y ?? 0) - (a1?.y ?? 0)).toBeGreaterThan(a1?.height ?? Number.POSITIVE_INFINITY);
      expect([a?.y, b?.y, (a1?.y ?? 0) + (a2?.y ?? 0)]).toEqual([0, 0, 0]);
    });

    test('a vertical layout puts them below and above; it is set on the root only [mind map]', async () => {
      const root = await plant();
      root.layout = 'vertical';
      await root.sync();
      const [a, b, a1] = await all('a', 'b', 'a1');
      expect([a?.layout, Math.sign(a?.y ?? 0), Math.sign(b?.y ?? 0), a1?.layout]).toEqual([
        'vertical',
        1,
        -1,
        'vertical',
      ]);
      if (!a1) throw new Error('no a1');
      a1.layout = 'horizontal';
      await expect(a1.sync()).rejects.toThrow('root');
    });

    test('one map holds 1000 nodes, a bound of ours', async () => {
      const { experimental } = on.erin.miro.board;
      const many = (count: number) => Array.from({ length: count }, () => ({}));
      const root = await experimental.createMindmapNode({ children: many(998) });
      const other = await experimental.createMindmapNode({ children: many(1) });
      await expect(root.add(other)).rejects.toThrow('1000');
      await expect(experimental.createMindmapNode({ children: many(1000) })).rejects.toThrow('1000');
      const last = await experimental.createMindmapNode();
      await root.add(last);
      expect(last.parentId).toBe(root.id);
    });

    test("a direction is set on the root's own children only [mind map]", async () => {
      const root = await plant();
      const [a, a1] = await all('a', 'a1');
      if (!a || !a1) throw new Error('no nodes');
      a.direction = 'start';
      await a.sync();
      expect([a.x < 0, a.direction]).toEqual([true, 'start']);
      expect((await named('a1')).x).toBeLessThan(0);
      Object.assign(a1, { direction: 'end' });
      await expect(a1.sync()).rejects.toThrow('root');
      Object.assign(root, { direction: 'end' });
      await expect(root.sync()).rejects.toThrow('root');
      const { experimental } = on.erin.miro.board;
      await expect(
        experimental.createMindmapNode({
          children: [{ children: [{ direction: 'end' } as object] }],
        }),
      ).rejects.toThrow('root');
    });

    test('width may be set, and height follows the words [mind map]', async () => {
      const root = await plant();
      const before = root.height;
      root.width = 60;
      root.nodeView.content = 'many words that need more than one line';
      await root.sync();
      expect([root.width, root.height > before]).toEqual([60, true]);
      expect(() => Reflect.set(root, 'height', 1)).toThrow('read-only');
      expect(() => Reflect.set(root, 'isRoot', false)).toThrow('read-only');
    });

    test('add hangs a node with its own below another, on the side where it stood [mind map]', async () => {
      const root = await plant();
      const other = await on.erin.miro.board.experimental.createMindmapNode({
        nodeView: { content: 'other' },
        x: -3000,
        children: [{ nodeView: { content: 'below' } }],
      });
      await root.add(other);
      expect([other.isRoot, other.parentId, other.direction, other.relativeTo]).toEqual([
        false,
        root.id,
        'start',
        'parent_center',
      ]);
      expect(root.childrenIds.at(-1)).toBe(other.id);
      expect((await named('below')).x).toBeLessThan(0);
      const [a, b] = await all('a', 'b');
      if (!a || !b) throw new Error('no nodes');
      await b.add(a);
      expect([a.parentId, a.direction]).toEqual([b.id, undefined]);
      await root.sync();
      expect(root.childrenIds).toEqual([b.id, other.id]);
    });

    test('add refuses what is no node, and a node above itself [mind map]', async () => {
      const root = await plant();
      const [a, a1] = await all('a', 'a1');
      const note = await on.erin.miro.board.createStickyNote();
      await expect(root.add(note as never)).rejects.toThrow('nodes');
      await expect(a1?.add(root)).rejects.toThrow('below itself');
      await expect(a?.add(a)).rejects.toThrow('below itself');
      await expect(a?.add({ id: '404' } as never)).rejects.toThrow('404');
    });

    test('the place of a node that is no root is not an app’s to set (we assume)', async () => {
      const root = await plant();
      const a = await named('a');
      a.y = 5;
      await expect(a.sync()).rejects.toThrow('it is a child');
      root.x = 0;
      await root.sync();
      expect((await named('a')).x).toBe(a.x);
    });

    test('a node that is removed takes all below it along (we assume), and undo brings them back', async () => {
      const { experimental } = on.erin.miro.board;
      const root = await plant();
      const before = (await nodes()).map((node) => [node.id, node.parentId, node.x, node.y]);
      await experimental.remove(await named('a'));
      expect((await nodes()).map(words)).toEqual(['root', 'b']);
      await root.sync();
      expect(root.childrenIds).toHaveLength(1);
      await experimental.history.undo();
      expect((await nodes()).map((node) => [node.id, node.parentId, node.x, node.y])).toEqual(before);
      await on.erin.client.remove([root.id, (await named('a1')).id]);
      expect(await nodes()).toEqual([]);
      await experimental.history.undo();
      expect((await nodes()).map((node) => [node.id, node.parentId, node.x, node.y])).toEqual(before);
    });

    test('a hand moves a node to the other side, and among its siblings', async () => {
      await plant();
      const [a, a2] = await all('a', 'a2');
      await on.erin.client.update([{ id: a?.id ?? '', x: -400 }]);
      await on.erin.client.update([{ id: a2?.id ?? '', y: -900 }]);
      const after = await named('a');
      expect([after.direction, after.x]).toEqual(['start', -(a?.x ?? 0)]);
      expect((await after.getChildren()).map(words)).toEqual(['a2', 'a1']);
    });

    test('a drag to the other side is one step back, whatever made room for it on the way', async () => {
      await plant();
      const tree = async () =>
        (await nodes()).map((node) => [words(node), node.x, node.y, node.direction, node.childrenIds]);
      const before = await tree();
      const a = await named('a');
      for (const [x, y] of [
        [100, -40],
        [-100, -40],
        [-300, 90],
      ])
        await on.erin.client.update([{ id: a.id, x, y }]);
      expect(await tree()).not.toEqual(before);
      await on.erin.client.undo();
      expect(await tree()).toEqual(before);
    });

    test('nodes are not grouped [group]', async () => {
      const root = await plant();
      const note = await on.erin.miro.board.createStickyNote();
      await expect(on.erin.miro.board.experimental.group({ items: [root, note] })).rejects.toThrow(
        'mind maps cannot be grouped',
      );
    });

    test('the stable board tells where they lie, and nothing of what they are [mind map]', async () => {
      const { board } = on.erin.miro;
      const root = await plant();
      const told = await board.getById(root.id);
      expect(['nodeView' in told, 'childrenIds' in told, 'add' in told]).toEqual([false, false, false]);
      expect(told).toMatchObject({ x: 1000, y: 500, width: 160 });
      expect(() => Reflect.set(told, 'width', 1)).toThrow('read-only');
      await board.select({ id: root.id });
      const selected: readonly object[] = await board.getSelection();
      expect(selected.map((item) => 'nodeView' in item)).toEqual([false]);
    });

    test('making them costs as much as making each of their nodes, reading children as much as get [rate limiting]', async () => {
      const paid: number[] = [];
      on.erin.host.onCall(({ name, credits }) => name !== 'HELLO' && paid.push(credits));
      const root = await plant();
      await root.getChildren();
      await root.sync();
      expect(paid).toEqual([250, 500, 50]);
      expect(on.erin.client.spent(on.erin.host.app).minute).toBe(800);
    });

    test('copied by hand, their nodes hang on the copies', async () => {
      const root = await plant();
      const sources = [root, ...(await all('a', 'b'))];
      const made = await on.erin.client.create(
        sources.map((node) => ({ type: 'mindmap_node', nodeView: node?.nodeView, x: 0, y: 3000 })),
        { copyOf: sources.map((node) => node?.id ?? '') },
      );
      const [first, ...others] = made.map(({ id }) => on.erin.client.contents.get().items.get(id));
      expect([first?.parentId, ...others.map((item) => item?.parentId)]).toEqual([
        null,
        first?.id,
        first?.id,
      ]);
    });

    test('pasted after they were cut out, they are the same tree again', async () => {
      const root = await plant();
      await on.erin.client.update([{ id: (await named('a2')).id, y: -900 }]);
      const contents = on.erin.client.contents.get().items;
      const sources = [root.id, ...(await all('a', 'b', 'a1', 'a2')).map(({ id }) => id)].flatMap(
        (id) => contents.get(id) ?? [],
      );
      const shape = async () =>
        Promise.all(
          (await nodes()).map(async (node) => [
            words(node),
            node.x,
            node.y,
            (await node.getChildren()).map(words),
          ]),
        );
      const before = await shape();
      await on.erin.client.remove([root.id]);
      expect(await nodes()).toEqual([]);
      // Where they lay on the board matters only for their order.
      await on.erin.client.create(
        sources.map((node) => ({ ...node, childrenIds: undefined })),
        { copyOf: sources.map(({ id }) => id) },
      );
      expect((await shape()).toSorted()).toEqual(before.toSorted());
    });
  });
}
