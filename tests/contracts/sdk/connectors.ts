/** What the local board promises an app: connectors. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function connectorsContract(on: Scene): void {
  describe('connectors', () => {
    async function twoNotes() {
      const { board } = on.erin.miro;
      return [await board.createStickyNote(), await board.createStickyNote({ x: 500 })] as const;
    }
    async function joined(props: object = {}) {
      const [from, to] = await twoNotes();
      const connector = await on.erin.miro.board.createConnector({
        start: { item: from.id },
        end: { item: to.id },
        ...props,
      });
      return { from, to, connector };
    }

    test('have the documented defaults, and the box between their ends [connector]', async () => {
      const { from, to, connector } = await joined();
      const { id, createdAt, createdBy, modifiedAt, modifiedBy, ...rest } = { ...connector };
      expect(rest).toEqual({
        type: 'connector',
        shape: 'curved',
        start: { item: from.id, snapTo: 'auto' },
        end: { item: to.id, snapTo: 'auto' },
        captions: [],
        style: {
          startStrokeCap: 'none',
          endStrokeCap: 'stealth',
          strokeStyle: 'normal',
          strokeWidth: 1,
          strokeColor: '#000000',
          fontSize: 14,
          color: '#1a1a1a',
          textOrientation: 'aligned',
        },
        parentId: null,
        origin: 'center',
        relativeTo: 'canvas_center',
        width: 500 - 199,
        height: 0,
      });
      expect([createdAt, createdBy]).toEqual([modifiedAt, modifiedBy]);
      expect(id).toMatch(/^\d+$/);
    });

    test('have no place, link or layer of their own, and read-only sides [connector]', async () => {
      const { connector } = await joined();
      for (const name of ['x', 'y', 'linkedTo', 'connectorIds', 'goToLink', 'bringToFront', 'getLayerIndex'])
        expect(name in connector, name).toBe(false);
      for (const name of ['width', 'height', 'id', 'type'])
        expect(() => Reflect.set(connector, name, 1), name).toThrow(`${name} is read-only`);
    });

    test.each([
      ['no end', { end: undefined }, 'end'],
      ['an end without an item', { end: {} }, 'end'],
      ['an end that is not there', { end: { item: '404' } }, '404'],
      ['a position beyond the item', { start: { position: { x: 1.1, y: 0 } } }, 'position.x'],
      ['position and snapTo', { start: { position: { x: 1, y: 0 }, snapTo: 'top' } }, 'not both'],
      ['snapTo undefined', { start: { snapTo: undefined } }, 'not undefined'],
      ['an unknown side', { start: { snapTo: 'middle' } }, 'snapTo'],
      ['an unknown shape', { shape: 'round' }, 'shape'],
      ['an unknown cap', { style: { endStrokeCap: 'heart' } }, 'endStrokeCap'],
      ['a line of no width', { style: { strokeWidth: 0 } }, 'strokeWidth'],
      ['a line wider than 24', { style: { strokeWidth: 25 } }, 'strokeWidth'],
      ['a width that is no whole number', { style: { strokeWidth: 1.5 } }, 'strokeWidth'],
      ['a caption beyond its line', { captions: [{ content: 'x', position: 1.5 }] }, 'position'],
    ])('with %s are refused [connector, errors]', async (_what, props: object, message) => {
      const [from, to] = await twoNotes();
      const filled = (end: unknown, id: string) =>
        end && Object.keys(end).some((key) => key === 'position' || key === 'snapTo')
          ? { item: id, ...end }
          : end;
      const given = { start: { item: from.id }, end: { item: to.id }, ...props };
      const asked = { ...given, start: filled(given.start, from.id), end: filled(given.end, to.id) };
      await expect(on.erin.miro.board.createConnector(asked as never)).rejects.toThrow(message);
      expect(on.erin.client.contents.get().items.size).toBe(2);
    });

    test('join no frames, connectors, groups or tags, and no item with itself (we assume)', async () => {
      const { board } = on.erin.miro;
      const { from, to, connector } = await joined();
      const frame = await board.createFrame({ x: 5000 });
      const tag = await board.createTag({ title: 'one' });
      const group = await board.group({ items: [from, to] });
      for (const { id } of [frame, tag, group, connector, from])
        await expect(
          board.createConnector({ start: { item: from.id }, end: { item: id } }),
          id,
        ).rejects.toThrow();
    });

    test('tell position and side in step, and sync sends the one that was changed [connector]', async () => {
      const { from, connector } = await joined({ shape: 'elbowed' });
      connector.start = { item: from.id, snapTo: 'bottom' };
      await connector.sync();
      expect(connector.start).toEqual({ item: from.id, snapTo: 'bottom', position: { x: 0.5, y: 1 } });
      connector.start.snapTo = 'left';
      await connector.sync();
      expect(connector.start).toEqual({ item: from.id, snapTo: 'left', position: { x: 0, y: 0.5 } });
      connector.start.position = { x: 0.25, y: 0 };
      await connector.sync();
      expect(connector.start).toEqual({ item: from.id, position: { x: 0.25, y: 0 } });
      connector.start = { item: from.id, snapTo: 'auto' };
      await connector.sync();
      expect(connector.start.position).toBeUndefined();
      connector.start = { item: from.id, snapTo: 'top', position: { x: 0, y: 0 } };
      await expect(connector.sync()).rejects.toThrow('not both');
    });

    test('keep captions, with their defaults, and metadata [connector]', async () => {
      const { connector } = await joined({ captions: [{ content: 'leads to' }] });
      expect(connector.captions).toEqual([
        { content: 'leads to', position: 0.5, textAlignVertical: 'middle' },
      ]);
      connector.captions = [{ content: 'ends at', position: 1, textAlignVertical: 'top' }];
      connector.style.strokeWidth = 24;
      await connector.sync();
      await connector.setMetadata('why', 'because');
      expect(await on.erin.miro.board.getById(connector.id)).toMatchObject({
        captions: [{ content: 'ends at', position: 1, textAlignVertical: 'top' }],
        style: { strokeWidth: 24 },
      });
      expect(await connector.getMetadata('why')).toBe('because');
    });

    test('follow an item that moves, and are not changed by it [connector]', async () => {
      const { from, connector } = await joined();
      const { modifiedAt } = connector;
      await on.boards.advance(1000);
      from.x = -500;
      await from.sync();
      expect(await on.erin.miro.board.getById(connector.id)).toMatchObject({
        width: 1000 - 199,
        modifiedAt,
      });
    });

    test('an item knows its connectors after its own sync, and on every fresh reading [connector]', async () => {
      const { from, to, connector } = await joined();
      expect(from.connectorIds).toBeUndefined();
      await from.sync();
      expect(from.connectorIds).toEqual([connector.id]);
      expect(await on.erin.miro.board.getById(to.id)).toMatchObject({ connectorIds: [connector.id] });
      const [found] = await from.getConnectors();
      expect(found).toMatchObject({ id: connector.id, start: { item: from.id } });
      await on.erin.miro.board.remove(connector);
      await from.sync();
      expect(from.connectorIds).toBeUndefined();
      expect(await from.getConnectors()).toEqual([]);
    });

    test.each([
      ['an app', (id: string) => on.erin.miro.board.remove({ id } as never)],
      ['a hand', (id: string) => on.erin.client.remove([id])],
    ])(
      'go with either of their items, removed by %s, and undo brings both back [connector]',
      async (_who, remove) => {
        const { from, to, connector } = await joined();
        await connector.setMetadata('a', 1);
        await remove(to.id);
        await expect(on.erin.miro.board.getById(connector.id)).rejects.toThrow(connector.id);
        await from.sync();
        expect(from.connectorIds).toBeUndefined();
        await on.erin.client.undo();
        expect(await on.erin.miro.board.getById(connector.id)).toMatchObject({ end: { item: to.id } });
        expect(await connector.getMetadata('a')).toBe(1);
        await on.erin.client.redo();
        expect([...on.erin.client.contents.get().items.keys()]).toEqual([from.id]);
      },
    );

    test("go when undo takes away an item that somebody else's connector joins", async () => {
      const max = await on.boards.join('Max Example');
      const { board } = on.erin.miro;
      const from = await board.createStickyNote();
      const to = await board.createStickyNote({ x: 500 });
      await on.boards.settled();
      await max.miro.board.createConnector({ start: { item: from.id }, end: { item: to.id } });
      await on.boards.settled();
      await on.erin.client.undo();
      expect([...on.erin.client.contents.get().items.keys()]).toEqual([from.id]);
    });

    test('come along when both their items are copied by hand, and join the copies', async () => {
      const { from, to, connector } = await joined({ shape: 'straight' });
      const items = on.erin.client.contents.get().items;
      const sources = [connector.id, from.id, to.id];
      const copies = await on.erin.client.create(
        sources.map((id) =>
          Object.fromEntries(Object.entries(items.get(id) ?? {}).filter(([k]) => k !== 'height')),
        ),
        { copyOf: sources },
      );
      const [line, first, second] = copies;
      expect(line).toMatchObject({
        type: 'connector',
        shape: 'straight',
        start: { item: first?.id },
        end: { item: second?.id },
      });
    });

    test('cost as other items, and reading those of an item costs as much as board.get [rate limiting]', async () => {
      const [from, to] = await twoNotes();
      const credits: [string, number][] = [];
      on.erin.host.onCall(({ name, credits: paid }) => name !== 'HELLO' && credits.push([name, paid]));
      await on.erin.miro.board.createConnector({ start: { item: from.id }, end: { item: to.id } });
      await from.getConnectors();
      expect(credits).toEqual([
        ['WIDGET_CREATE', 50],
        ['GET_CONNECTORS', 500],
      ]);
    });
  });
}
