/** What the local board promises an app: the members that items of every kind share, and what each kind makes of them. */
import type { BaseItem } from '@mirohq/websdk-types';
import { describe, expect, test } from 'vitest';
import { png } from './pictureFiles.ts';
import type { Scene } from './scene.ts';

/** As much of an item as is asked for here; the types' own classes have hidden parts that no object has. */
type Face = Pick<BaseItem, keyof BaseItem>;
type Target = Parameters<Face['bringInFrontOf']>[0];
type Make = (on: Scene) => Promise<Face>;

const kinds: Readonly<Record<string, Make>> = {
  sticky_note: ({ erin }) => erin.miro.board.createStickyNote(),
  text: ({ erin }) => erin.miro.board.createText({ content: 'words' }),
  shape: ({ erin }) => erin.miro.board.createShape(),
  card: ({ erin }) => erin.miro.board.createCard(),
  app_card: ({ erin }) => erin.miro.board.createAppCard(),
  image: ({ erin }) => erin.miro.board.createImage({ url: png(40, 30) }),
  embed: ({ erin }) => erin.miro.board.createEmbed({ url: 'https://videos.example/watch' }),
  preview: ({ erin }) => erin.miro.board.createPreview({ url: 'https://pages.example/' }),
  frame: ({ erin }) => erin.miro.board.createFrame(),
  mindmap_node: ({ erin }) => erin.miro.board.experimental.createMindmapNode(),
  emoji: async ({ erin }) => {
    const [drawn] = await erin.client.create([
      { type: 'unsupported', called: 'emoji', x: 0, y: 0, width: 60, height: 60 },
    ]);
    return (await erin.miro.board.getById(drawn?.id ?? '')) as Face;
  },
};

const members: Readonly<Record<string, (item: Face, other: Face) => Promise<unknown>>> = {
  sync: (item) => item.sync(),
  setMetadata: (item) => item.setMetadata('a', 1),
  getMetadata: (item) => item.getMetadata('a'),
  goToLink: (item) => item.goToLink(),
  bringToFront: (item) => item.bringToFront(),
  sendToBack: (item) => item.sendToBack(),
  bringInFrontOf: (item, other) => item.bringInFrontOf(other as Target),
  sendBehindOf: (item, other) => item.sendBehindOf(other as Target),
  getLayerIndex: (item) => item.getLayerIndex(),
  getConnectors: (item) => item.getConnectors(),
  getAiContext: (item) => item.getAiContext(),
};

const layers = ['bringToFront', 'sendToBack', 'bringInFrontOf', 'sendBehindOf', 'getLayerIndex'];
const metadata = ['setMetadata', 'getMetadata'];
/** What each kind refuses; of an AI's context no page says anything. */
const refused: Readonly<Record<string, readonly string[]>> = {
  frame: [...layers, ...metadata],
  emoji: metadata,
};

export function everyKindContract(on: Scene): void {
  describe('the members that all items share', () => {
    test.each(Object.entries(kinds))(
      'answer on a %s, or refuse what it cannot do [item pages]',
      async (kind, make) => {
        const item = await make(on);
        const other = await on.erin.miro.board.createShape({ x: 900 });
        const refusing: string[] = [];
        for (const [name, call] of Object.entries(members))
          await call(item, other).catch(() => refusing.push(name));
        const expected = [...(refused[kind] ?? []), 'getAiContext'];
        expect(refusing.sort()).toEqual([...expected].sort());
      },
    );

    test.each(Object.entries(kinds).filter(([kind]) => kind !== 'mindmap_node'))(
      'tell of the group, the link and the lines of a %s [item pages]',
      async (kind, make) => {
        const { board } = on.erin.miro;
        const item = await make(on);
        const other = await board.createShape({ x: 900 });
        const group = await board.group({ items: [item as typeof other, other] });
        const joins = kind !== 'frame';
        const line = joins
          ? await board.createConnector({ start: { item: item.id }, end: { item: other.id } })
          : undefined;
        if (kind !== 'emoji') {
          const current = (await board.getById(item.id)) as typeof other;
          current.linkedTo = `?moveToWidget=${other.id}`;
          await current.sync();
          expect(await current.goToLink()).toBe(true);
        }
        expect(await board.getById(item.id)).toMatchObject({
          groupId: group.id,
          ...(line ? { connectorIds: [line.id] } : {}),
          ...(kind === 'emoji' ? {} : { linkedTo: `?moveToWidget=${other.id}` }),
        });
      },
    );

    test('a node of a mind map has a link and lines, and no group [mind map]', async () => {
      const { board } = on.erin.miro;
      const node = await board.experimental.createMindmapNode();
      const note = await board.createStickyNote({ x: 900 });
      const line = await board.createConnector({ start: { item: node.id }, end: { item: note.id } });
      node.linkedTo = 'https://pages.example/';
      await node.sync();
      expect(await board.experimental.get({ id: node.id } as never)).toMatchObject([
        { linkedTo: 'https://pages.example/', connectorIds: [line.id] },
      ]);
    });

    test("a connector's group is told too [connector]", async () => {
      const { board } = on.erin.miro;
      const [a, b] = [await board.createShape(), await board.createShape({ x: 900 })];
      const line = await board.createConnector({ start: { item: a.id }, end: { item: b.id } });
      const group = await board.group({ items: [a, b, line] });
      expect(await board.getById(line.id)).toMatchObject({ groupId: group.id });
    });

    test('are on the board too, with the item as the first argument [board]', async () => {
      const { board } = on.erin.miro;
      const below = await board.createStickyNote({ x: -300 });
      const note = await board.createStickyNote();
      note.content = 'from the board';
      await board.sync(note);
      await board.setMetadata(note, 'a', 1);
      expect(await board.getMetadata(note)).toEqual({ a: 1 });
      expect(await board.goToLink(note)).toBe(false);
      await board.sendToBack(note);
      expect(await board.getLayerIndex(note)).toBe(0);
      await board.bringInFrontOf(note, below);
      expect(await board.getLayerIndex(note)).toBe(1);
      expect(await board.getById(note.id)).toMatchObject({ content: 'from the board' });
    });
  });

  describe('the experimental board', () => {
    test('deselects, finds empty space and tells whether a step can be repeated [experimental]', async () => {
      const { experimental } = on.erin.miro.board;
      const node = await experimental.createMindmapNode();
      await experimental.select({ id: node.id });
      await experimental.deselect({ id: node.id });
      expect(await experimental.getSelection()).toEqual([]);
      expect(await experimental.findEmptySpace({ x: 5000, y: 0, width: 100, height: 100 })).toEqual({
        x: 5000,
        y: 0,
        width: 100,
        height: 100,
      });
      expect(await experimental.history.canRedo()).toBe(false);
      await experimental.history.undo();
      expect(await experimental.history.canRedo()).toBe(true);
    });
  });
}
