/** What the local board promises an app: groups. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function groupsContract(on: Scene): void {
  describe('groups', () => {
    async function three() {
      const { board } = on.erin.miro;
      const [a, b, c] = [
        await board.createStickyNote(),
        await board.createText({ x: 400 }),
        await board.createShape({ x: 800 }),
      ];
      return { a, b, c, board };
    }
    const ids = (items: readonly { id?: string | undefined }[]) => items.map(({ id }) => id);
    const items = () => on.erin.client.contents.get().items;

    test('have an id, a type and the ids of their items, and nothing else [group]', async () => {
      const { a, b, board } = await three();
      const group = await board.group({ items: [a, b] });
      expect({ ...group }).toEqual({ type: 'group', id: group.id, itemsIds: [a.id, b.id] });
      for (const name of ['x', 'parentId', 'getMetadata', 'createdAt'])
        expect(name in group, name).toBe(false);
      for (const name of ['id', 'type', 'itemsIds'])
        expect(() => Reflect.set(group, name, []), name).toThrow(`${name} is read-only`);
      expect([a.groupId, 'groupId' in a]).toEqual([undefined, false]);
      await a.sync();
      expect(a.groupId).toBe(group.id);
      await group.sync();
      expect(ids(await group.getItems())).toEqual([a.id, b.id]);
    });

    test('are found by id, by type, and when everything is asked for [group]', async () => {
      const { a, b, c, board } = await three();
      const group = await board.group({ items: [a, b] });
      expect(await board.getById(group.id)).toMatchObject({ type: 'group', itemsIds: [a.id, b.id] });
      expect(ids(await board.get({ type: 'group' }))).toEqual([group.id]);
      expect(ids(await board.get({ id: group.id }))).toEqual([group.id]);
      expect(new Set(ids(await board.get()))).toEqual(new Set([a.id, b.id, c.id, group.id]));
    });

    test('are made by createGroup and on the experimental board too [types]', async () => {
      const { a, b, c, board } = await three();
      const d = await board.createText();
      const first = await board.createGroup({ itemsIds: [a.id, b.id] });
      const second = await board.experimental.group({ items: [c, d] as never });
      expect([first.itemsIds, second.itemsIds]).toEqual([
        [a.id, b.id],
        [c.id, d.id],
      ]);
    });

    test('need two items or more that are in no group, and take no tags [group]', async () => {
      const { a, b, c, board } = await three();
      await expect(board.group({ items: [a] })).rejects.toThrow('two');
      await expect(board.group({ items: [a, a] })).rejects.toThrow('two');
      const tag = await board.createTag({ title: 'one' });
      await expect(board.group({ items: [a, tag as never] })).rejects.toThrow('Tags');
      await expect(board.group({ items: [a, { id: '404' } as never] })).rejects.toThrow('404');
      const group = await board.group({ items: [a, b] });
      await expect(board.group({ items: [b, c] })).rejects.toThrow('already in the group');
      await expect(board.group({ items: [c, group as never] })).rejects.toThrow();
    });

    test('may hold frames and connectors; frames of different items may be grouped (types; we assume)', async () => {
      const { a, b, board } = await three();
      const frame = await board.createFrame({ x: 5000 });
      const connector = await board.createConnector({ start: { item: a.id }, end: { item: b.id } });
      const group = await board.group({ items: [a, frame, connector] });
      expect(group.itemsIds).toEqual([a.id, frame.id, connector.id]);
    });

    test('let their items go, and are then no more [group]', async () => {
      const { a, b, board } = await three();
      const group = await board.group({ items: [a, b] });
      const released = await group.ungroup();
      expect(ids(released)).toEqual([a.id, b.id]);
      expect(released.map((item) => (item as { groupId?: string }).groupId)).toEqual([undefined, undefined]);
      await expect(group.getItems()).rejects.toThrow(group.id);
      await expect(group.ungroup()).rejects.toThrow(group.id);
      await expect(board.getById(group.id)).rejects.toThrow(group.id);
      expect(await board.get({ type: 'group' })).toEqual([]);
    });

    test('take their items along when removed, and undo brings all back [group]', async () => {
      const { a, b, c, board } = await three();
      const connector = await board.createConnector({ start: { item: a.id }, end: { item: c.id } });
      const group = await board.group({ items: [a, b] });
      await board.remove(group as never);
      expect([...items().keys()]).toEqual([c.id]);
      await board.experimental.history.undo();
      expect(await board.getById(group.id)).toMatchObject({ itemsIds: [a.id, b.id] });
      expect(await board.getById(connector.id)).toMatchObject({ start: { item: a.id } });
    });

    test('of which one item is left are dissolved (we assume), and come back with undo', async () => {
      const { a, b, board } = await three();
      const group = await board.group({ items: [a, b] });
      await board.remove(a);
      await expect(board.getById(group.id)).rejects.toThrow(group.id);
      await b.sync();
      expect(b.groupId).toBeUndefined();
      await board.experimental.history.undo();
      expect(await board.getById(group.id)).toMatchObject({ itemsIds: [a.id, b.id] });
    });

    test('are made and dissolved by hand, and both can be taken back', async () => {
      const { a, b, c, board } = await three();
      const { client } = on.erin;
      const id = await client.group([a.id, b.id]);
      expect(ids(await board.get({ type: 'group' }))).toEqual([id]);
      await client.undo();
      expect(await board.get({ type: 'group' })).toEqual([]);
      await client.redo();
      expect(await client.ungroup([a.id])).toEqual([a.id, b.id]);
      await client.undo();
      expect(await board.getById(id)).toMatchObject({ itemsIds: [a.id, b.id] });
      await expect(client.group([c.id])).rejects.toThrow('two');
    });

    test('copied whole are groups again; their items copied one by one are not (we assume)', async () => {
      const { a, b, board } = await three();
      await board.group({ items: [a, b] });
      const copy = async (...sources: string[]) =>
        (
          await on.erin.client.create(
            sources.map(() => ({ type: 'text' })),
            { copyOf: sources },
          )
        ).map((item) => item.groupId);
      const [first, second] = await copy(a.id, b.id);
      expect([first === undefined, first === second, first === items().get(a.id)?.groupId]).toEqual([
        false,
        true,
        false,
      ]);
      expect(await copy(a.id)).toEqual([undefined]);
      const groupId = items().get(a.id)?.groupId;
      await on.erin.client.remove([a.id, b.id]);
      const pasted = await on.erin.client.create(
        [a, b].map(() => ({ type: 'text', groupId })),
        { copyOf: [a.id, b.id] },
      );
      expect(pasted.map((item) => item.groupId !== undefined && item.groupId !== groupId)).toEqual([
        true,
        true,
      ]);
    });

    test('selected whole are told with their items; an item picked inside comes alone [group]', async () => {
      const { a, b, c, board } = await three();
      const group = await board.group({ items: [a, b] });
      const heard: (string | undefined)[][] = [];
      await board.ui.on('selection:update', (event) => heard.push(ids(event.items)));
      on.erin.screen.select([a.id, b.id, c.id]);
      expect(ids(await board.getSelection())).toEqual([group.id, a.id, b.id, c.id]);
      on.erin.screen.select([a.id]);
      expect(ids(await board.getSelection())).toEqual([a.id]);
      await on.boards.settled();
      expect(heard).toEqual([[group.id, a.id, b.id, c.id], [a.id]]);
    });

    test('select by type takes the items of groups [board]', async () => {
      const { a, b, board } = await three();
      await board.group({ items: [a, b] });
      expect(ids(await board.select({ type: 'group' }))).toEqual([a.id, b.id]);
      expect(on.erin.screen.selection.get()).toEqual([a.id, b.id]);
      await board.deselect({ type: 'group' });
      expect(on.erin.screen.selection.get()).toEqual([]);
    });

    test('go into a frame as a whole or not at all [frame]', async () => {
      const { a, b, board } = await three();
      const group = await board.group({ items: [a, b] });
      const small = await board.createFrame({ width: 300, height: 300 });
      await expect(small.add(group)).rejects.toThrow('outside');
      expect(items().get(a.id)?.parentId).toBeNull();
      const frame = await board.createFrame({ x: 200, width: 1000, height: 600 });
      await frame.add(group);
      expect(frame.childrenIds).toEqual([a.id, b.id]);
      expect(await board.getById(a.id)).toMatchObject({ parentId: frame.id, x: 300, y: 300 });
      await frame.remove(group);
      expect(frame.childrenIds).toEqual([]);
      expect(await board.getById(a.id)).toMatchObject({ parentId: null, x: 0, y: 0 });
    });

    test('moved by hand go into a frame as a whole', async () => {
      const { a, b, board } = await three();
      await board.group({ items: [a, b] });
      const frame = await board.createFrame({ y: 2000, width: 600, height: 600 });
      const move = (x: number) =>
        on.erin.client.update(
          [
            { id: a.id, x, y: 2000 },
            { id: b.id, x: x + 300, y: 2000 },
          ],
          { settle: true },
        );
      await move(0);
      expect([items().get(a.id)?.parentId, items().get(b.id)?.parentId]).toEqual([null, null]);
      await move(-150);
      expect([items().get(a.id)?.parentId, items().get(b.id)?.parentId]).toEqual([frame.id, frame.id]);
    });
  });
}
