/** What the local board promises an app of items of every kind: place, rotation, links, layers, notes on them. */
import { describe, expect, test } from 'vitest';
import { png } from './pictureFiles.ts';
import type { Scene } from './scene.ts';

type Props = Readonly<Record<string, unknown>>;
/** What items of every kind have in common here. */
interface Made {
  readonly id: string;
  readonly type: string;
  x: number;
  y: number;
  rotation?: number;
  linkedTo?: string | undefined;
  readonly relativeTo: string;
  readonly parentId: string | null;
  sync(): Promise<void>;
  goToLink(): Promise<boolean>;
  getMetadata(key?: string): Promise<unknown>;
  setMetadata(key: string, value: unknown): Promise<unknown>;
  getLayerIndex(): Promise<number>;
  sendToBack(): Promise<void>;
  getConnectors(): Promise<unknown[]>;
  getAiContext(): Promise<string>;
}

export function placesAndLinksContract(on: Scene): void {
  /** Makers by kind; the SDK's own types differ for each, and what is asked of them here does not. */
  const make = (kind: string, props: Props = {}): Promise<Made> => {
    const { board } = on.erin.miro;
    const makers: Readonly<Record<string, (all: never) => unknown>> = {
      sticky_note: (all) => board.createStickyNote(all),
      text: (all) => board.createText(all),
      shape: (all) => board.createShape(all),
      card: (all) => board.createCard(all),
      app_card: (all) => board.createAppCard(all),
      image: (all) => board.createImage({ url: png(40, 30), ...(all as object) }),
      embed: (all) => board.createEmbed({ url: 'https://example.org/', ...(all as object) }),
      preview: (all) => board.createPreview({ url: 'https://example.org/', ...(all as object) }),
      frame: (all) => board.createFrame(all),
    };
    return makers[kind]?.(props as never) as Promise<Made>;
  };
  const kinds = [
    'sticky_note',
    'text',
    'shape',
    'card',
    'app_card',
    'image',
    'embed',
    'preview',
    'frame',
  ] as const;
  const besidesFrames = kinds.filter((kind) => kind !== 'frame');

  describe.each(kinds)('a %s', (kind) => {
    test('lies with its centre at x, y of the board, 0 unless told, and can be moved [items]', async () => {
      const item = await make(kind);
      expect([item.x, item.y, item.relativeTo, item.parentId]).toEqual([0, 0, 'canvas_center', null]);
      item.x = -300.5;
      item.y = 12_000;
      await item.sync();
      expect(await on.erin.miro.board.getById(item.id)).toMatchObject({ x: -300.5, y: 12_000 });
    });

    test('has its origin in the centre and nowhere else [items]', async () => {
      await expect(make(kind, { origin: 'top_left' })).rejects.toThrow('origin');
      expect(await make(kind, { origin: 'center' })).toMatchObject({ origin: 'center' });
    });

    test('may be given relativeTo, to no effect (we assume)', async () => {
      const item = await make(kind, { relativeTo: 'parent_top_left' });
      expect(item.relativeTo).toBe('canvas_center');
      Object.assign(item, { relativeTo: 'parent_center' });
      await item.sync();
      expect(item.relativeTo).toBe('canvas_center');
    });

    test('carries a link that can be followed and taken away [items]', async () => {
      const target = await on.erin.miro.board.createShape({ x: 5000, y: 5000 });
      const item = await make(kind, { linkedTo: `https://miro.com/app/board/x/?moveToWidget=${target.id}` });
      expect(await item.goToLink()).toBe(true);
      expect(on.erin.screen.viewport.get()).toEqual({ x: 4950, y: 4950, width: 100, height: 100 });
      item.linkedTo = 'https://example.org/elsewhere';
      await item.sync();
      expect(await item.goToLink()).toBe(true);
      expect(on.erin.screen.links).toEqual(['https://example.org/elsewhere']);
      item.linkedTo = 'no address';
      await item.sync();
      expect(await item.goToLink()).toBe(false);
      item.linkedTo = '';
      await item.sync();
      expect([await item.goToLink(), item.linkedTo]).toEqual([false, '']);
    });

    test('has connectors, none at first [items]', async () => {
      expect(await (await make(kind)).getConnectors()).toEqual([]);
    });

    test('says nothing for an AI (we assume: the types name it, and no page)', async () => {
      await expect((await make(kind)).getAiContext()).rejects.toThrow('getAiContext');
    });

    test('can be removed with what was noted on it, once [board]', async () => {
      const item = await make(kind);
      await on.erin.miro.board.remove(item as never);
      await expect(on.erin.miro.board.getById(item.id)).rejects.toThrow(item.id);
      await expect(on.erin.miro.board.remove(item as never)).rejects.toThrow(item.id);
    });
  });

  describe.each(besidesFrames)('in a frame, a %s', (kind) => {
    test('is measured from its top-left corner, and from the board again outside [frame]', async () => {
      const frame = await on.erin.miro.board.createFrame({ x: 1000, y: 1000, width: 2000, height: 2000 });
      const item = await make(kind, { x: 900, y: 800 });
      await frame.add(item as never);
      expect([item.x, item.y, item.relativeTo, item.parentId]).toEqual([
        900,
        800,
        'parent_top_left',
        frame.id,
      ]);
      await frame.remove(item as never);
      expect([item.x, item.y, item.relativeTo, item.parentId]).toEqual([900, 800, 'canvas_center', null]);
    });

    test('has a layer, and another one at the back [items]', async () => {
      await on.erin.miro.board.createShape();
      const item = await make(kind);
      expect(await item.getLayerIndex()).toBe(1);
      await item.sendToBack();
      expect(await item.getLayerIndex()).toBe(0);
    });

    test('can be noted on [data guide; app cards: we assume]', async () => {
      const item = await make(kind);
      await item.setMetadata('a', [1]);
      expect(await item.getMetadata()).toEqual({ a: [1] });
    });
  });

  test('a frame cannot be noted on [data guide]', async () => {
    const frame = await make('frame');
    await expect(frame.setMetadata('a', 1)).rejects.toThrow('frame');
    await expect(frame.getMetadata()).rejects.toThrow('frame');
  });

  test.each(['text', 'shape', 'card', 'app_card', 'image'])(
    'a %s is turned clockwise by degrees, which is an angle and no step [items]',
    async (kind) => {
      const item = await make(kind, { rotation: 45 });
      const box = { x: item.x, y: item.y };
      for (let time = 0; time < 2; time += 1) {
        item.rotation = 450;
        await item.sync();
      }
      expect([item.rotation, { x: item.x, y: item.y }]).toEqual([450, box]);
      item.rotation = Number.NaN;
      await expect(item.sync()).rejects.toThrow('rotation');
    },
  );

  test.each(['sticky_note', 'embed', 'preview', 'frame'])(
    'a %s has no rotation [items]; one that is given is passed over (we assume)',
    async (kind) => {
      expect(Object.keys(await make(kind, { rotation: 45 }))).not.toContain('rotation');
    },
  );

  test('a copied image is as large as the one it is a copy of', async () => {
    const image = await on.erin.miro.board.createImage({ url: png(300, 100), width: 150, alt: 'A tree' });
    const { url, alt } = { ...image };
    const [copy] = await on.erin.client.create(
      [{ type: 'image', url: new URL(url).pathname, alt, natural: { width: 150, height: 50 } }],
      { copyOf: [image.id] },
    );
    expect(await on.erin.miro.board.getById(copy?.id ?? '')).toMatchObject({
      url,
      alt,
      width: 150,
      height: 50,
    });
  });

  test('findEmptySpace takes another distance, and refuses what is no box [board]', async () => {
    const { board } = on.erin.miro;
    await board.createCard();
    const near = await board.findEmptySpace({ x: 0, y: 0, width: 100, height: 100, offset: 5 });
    const gap = Math.max(Math.abs(near.x) - 160 - 50, Math.abs(near.y) - 47 - 50);
    expect(gap).toBeGreaterThanOrEqual(5);
    expect(gap).toBeLessThan(100);
    const bad = { x: 0, y: 0, width: 0, height: 10 };
    await expect(board.findEmptySpace(bad)).rejects.toThrow('greater than 0');
    await expect(board.findEmptySpace({ ...bad, width: Number.NaN })).rejects.toThrow('width');
  });
}
