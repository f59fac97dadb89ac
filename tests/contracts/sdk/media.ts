/** What the local board promises an app: images, embeds and previews. */
import { describe, expect, test } from 'vitest';
import { gif, nonsense, png, svg } from './pictureFiles.ts';
import type { Scene } from './scene.ts';

export function mediaContract(on: Scene): void {
  const kept = /^https?:\/\/.*\/images\/[0-9a-f]{64}$/;

  describe('images', () => {
    test("an image has its file's size and the documented defaults [image]", async () => {
      const image = await on.erin.miro.board.createImage({ url: png(640, 480) });
      const { id, createdAt, modifiedAt, createdBy, modifiedBy, ...rest } = { ...image };
      expect(rest).toEqual({
        type: 'image',
        url: expect.stringMatching(kept),
        title: '',
        x: 0,
        y: 0,
        width: 640,
        height: 480,
        rotation: 0,
        parentId: null,
        origin: 'center',
        relativeTo: 'canvas_center',
      });
    });

    test.each([
      ['GIF', gif(30, 20)],
      ['SVG', svg(30, 20)],
      ['PNG', png(30, 20)],
    ])('%s is taken [image]', async (_format, url) => {
      const { width, height } = await on.erin.miro.board.createImage({ url });
      expect({ width, height }).toEqual({ width: 30, height: 20 });
    });

    test('width or height is given, and the other follows the ratio [image]', async () => {
      const { board } = on.erin.miro;
      const wide = await board.createImage({ url: png(640, 480), width: 320 });
      const high = await board.createImage({ url: png(640, 480), height: 60 });
      expect([wide.height, high.width]).toEqual([240, 80]);
      wide.height = 480;
      await wide.sync();
      expect([wide.width, wide.height]).toEqual([640, 480]);
      await expect(board.createImage({ url: png(2, 2), width: 1, height: 1 })).rejects.toThrow('not both');
      wide.width = 10;
      wide.height = 10;
      await expect(wide.sync()).rejects.toThrow('not both');
    });

    test('the picture is kept with the board and another app on it can read it by its url [image; we assume]', async () => {
      const { board } = on.erin.miro;
      const first = await board.createImage({ url: png(64, 48) });
      const second = await board.createImage({ url: first.url, x: 100 });
      expect([second.url, second.width, second.height]).toEqual([first.url, 64, 48]);
      expect(await second.getDataUrl('original')).toBe(png(64, 48));
    });

    test('another url keeps the box and is fitted into it [image]', async () => {
      const image = await on.erin.miro.board.createImage({ url: png(400, 200), x: 7, y: 8 });
      const before = image.url;
      image.url = png(50, 50);
      await image.sync();
      expect(image).toMatchObject({ x: 7, y: 8, width: 200, height: 200 });
      expect(image.url).toMatch(kept);
      expect(image.url).not.toBe(before);
    });

    test('a size given with another url is applied first [image]', async () => {
      const image = await on.erin.miro.board.createImage({ url: png(400, 200) });
      image.url = png(50, 50);
      image.width = 800;
      await image.sync();
      expect([image.width, image.height]).toEqual([400, 400]);
    });

    test('title, alt, rotation and link are kept and can be changed [image]', async () => {
      const told = {
        title: 'A tree',
        alt: 'A tree in winter',
        rotation: 12,
        linkedTo: 'https://example.org/',
      };
      const image = await on.erin.miro.board.createImage({ url: png(4, 4), ...told });
      expect(await on.erin.miro.board.getById(image.id)).toMatchObject(told);
      image.alt = undefined;
      image.rotation = -90;
      await image.sync();
      const now = await on.erin.miro.board.getById(image.id);
      expect([Object.keys(now).includes('alt'), Reflect.get(now, 'rotation')]).toEqual([false, -90]);
    });

    test('making and syncing an image costs 500, its file 50 [image; rate limiting]', async () => {
      const spent: [string, number][] = [];
      on.erin.host.onCall(({ name, credits }) => credits > 0 && spent.push([name, credits]));
      const image = await on.erin.miro.board.createImage({ url: png(4, 4) });
      await image.sync();
      await image.getDataUrl();
      await image.getFile('original');
      expect(spent).toEqual([
        ['WIDGET_CREATE', 500],
        ['WIDGET_UPDATE', 500],
        ['IMAGE_GET_DATA_URL', 50],
        ['IMAGE_GET_DATA_URL', 50],
      ]);
    });

    test('getFile and getDataUrl give the original; without a format, the preview (we assume)', async () => {
      const image = await on.erin.miro.board.createImage({ url: gif(30, 20), title: 'tree.gif' });
      expect(await image.getDataUrl('original')).toBe(gif(30, 20));
      const file = await image.getFile('original');
      expect([file.name, file.type, file.size]).toEqual(['tree.gif', 'image/gif', 13]);
      const small = await on.erin.miro.board.createImage({ url: png(120, 90) });
      expect(await small.getDataUrl()).toBe(await small.getDataUrl('preview'));
      await expect(image.getDataUrl('tiny' as 'preview')).rejects.toThrow('format');
    });

    test.each([
      ['no url', {}, 'url'],
      ['a relative path', { url: 'tree.png' }, 'Bad URL'],
      ['a path on the board server', { url: '/images/tree.png' }, 'Bad URL'],
      ['another scheme', { url: 'ftp://example.org/tree.png' }, 'Bad URL'],
      ['an address where nothing is', { url: 'https://nowhere.invalid/tree.png' }, 'cannot be created'],
      ['a file that is no picture', { url: nonsense }, 'cannot be created'],
      ['a data address of a text', { url: `data:text/plain;base64,${btoa('x')}` }, 'cannot be created'],
      ['a data address that is not base64', { url: 'data:image/svg+xml,<svg/>' }, 'cannot be created'],
      ['a title of 6000 characters', { url: png(4, 4), title: 'a'.repeat(6000) }, 'title'],
      ['an alt text of 140 characters (we assume)', { url: png(4, 4), alt: 'a'.repeat(140) }, 'alt'],
    ])('%s is refused [image; errors]', async (_what, props, message) => {
      await expect(on.erin.miro.board.createImage(props as { url: string })).rejects.toThrow(message);
      expect(on.erin.client.contents.get().items.size).toBe(0);
    });

    test('a source that cannot be read leaves the image as it was (we assume)', async () => {
      const image = await on.erin.miro.board.createImage({ url: png(4, 4) });
      const before = { ...image };
      image.url = nonsense;
      await expect(image.sync()).rejects.toThrow('cannot be created');
      expect({ ...(await on.erin.miro.board.getById(image.id)) }).toEqual(before);
    });

    test('an app cannot lie about the size of a source', async () => {
      const props = { url: png(40, 20), natural: { width: 1000, height: 1000 } };
      expect(await on.erin.miro.board.createImage(props)).toMatchObject({ width: 40, height: 20 });
    });
  });

  describe('embeds', () => {
    const url = 'https://www.youtube.com/watch?v=x';

    test('an embed that nobody can resolve is a grey placeholder of 500 × 500 [embed]', async () => {
      const embed = await on.erin.miro.board.createEmbed({ url });
      const { id, createdAt, modifiedAt, createdBy, modifiedBy, ...rest } = { ...embed };
      expect(rest).toEqual({
        type: 'embed',
        url,
        previewUrl: '',
        mode: 'inline',
        x: 0,
        y: 0,
        width: 500,
        height: 500,
        parentId: null,
        origin: 'center',
        relativeTo: 'canvas_center',
      });
    });

    test('its size is given when it is made and is read-only then, as is its url [embed]', async () => {
      const embed = await on.erin.miro.board.createEmbed({ url, width: 800, height: 450 });
      expect([embed.width, embed.height]).toEqual([800, 450]);
      for (const key of ['url', 'width', 'height'])
        expect(() => Reflect.set(embed, key, 1), key).toThrow(`${key} is read-only`);
      await expect(on.erin.client.update([{ id: embed.id, width: 1 }])).rejects.toThrow('read-only');
    });

    test('one side alone makes a square (we assume)', async () => {
      const embed = await on.erin.miro.board.createEmbed({ url, width: 300 });
      expect([embed.width, embed.height]).toEqual([300, 300]);
    });

    test('mode and previewUrl can be changed; the box stays [embed]', async () => {
      const embed = await on.erin.miro.board.createEmbed({ url, mode: 'modal', previewUrl: png(30, 20) });
      expect(embed.mode).toBe('modal');
      expect(embed.previewUrl).toMatch(kept);
      embed.mode = 'inline';
      embed.previewUrl = png(3, 2);
      await embed.sync();
      expect(embed).toMatchObject({ mode: 'inline', width: 500, height: 500 });
      expect(embed.previewUrl).toMatch(kept);
    });

    test('making and syncing an embed costs 500 [embed; rate limiting]', async () => {
      const spent: number[] = [];
      on.erin.host.onCall(({ credits }) => credits > 0 && spent.push(credits));
      const embed = await on.erin.miro.board.createEmbed({ url });
      await embed.sync();
      expect(spent).toEqual([500, 500]);
    });

    test.each([
      ['no url', {}, 'url'],
      ['a url that is not on https', { url: 'http://www.youtube.com/watch?v=x' }, 'https'],
      ['a url that nobody outside can find', { url: 'https://localhost/video' }, 'public internet'],
      ['an unknown mode', { url, mode: 'outline' }, 'mode'],
      ['a preview that is no picture', { url, previewUrl: nonsense }, 'cannot be uploaded'],
    ])('%s is refused [embed; errors]', async (_what, props, message) => {
      await expect(on.erin.miro.board.createEmbed(props as { url: string })).rejects.toThrow(message);
      expect(on.erin.client.contents.get().items.size).toBe(0);
    });
  });

  describe('previews', () => {
    const url = 'https://example.org/page';

    test('a preview is 250 wide [preview] and 200 high (we assume)', async () => {
      const preview = await on.erin.miro.board.createPreview({ url });
      const { id, createdAt, modifiedAt, createdBy, modifiedBy, ...rest } = { ...preview };
      expect(rest).toEqual({
        type: 'preview',
        url,
        x: 0,
        y: 0,
        width: 250,
        height: 200,
        parentId: null,
        origin: 'center',
        relativeTo: 'canvas_center',
      });
    });

    test('width or height may be set, and the ratio is kept [preview]', async () => {
      const preview = await on.erin.miro.board.createPreview({ url, height: 100 });
      expect([preview.width, preview.height]).toEqual([125, 100]);
      preview.width = 500;
      await preview.sync();
      expect([preview.width, preview.height]).toEqual([500, 400]);
      await expect(on.erin.miro.board.createPreview({ url, width: 1, height: 1 })).rejects.toThrow(
        'not both',
      );
    });

    test('its url is read-only, and making one costs 50 [preview]', async () => {
      const spent: number[] = [];
      on.erin.host.onCall(({ credits }) => credits > 0 && spent.push(credits));
      const preview = await on.erin.miro.board.createPreview({ url: 'http://example.org/page' });
      expect(() => Reflect.set(preview, 'url', url)).toThrow('url is read-only');
      expect(spent).toEqual([50]);
    });

    test('a rotation given to a preview is passed over (we assume: only an example has one)', async () => {
      const preview = await on.erin.miro.board.createPreview({ url, rotation: 5 } as { url: string });
      expect(Object.keys(preview)).not.toContain('rotation');
    });

    test.each([
      ['no url', {}, 'url'],
      ['a url that is not on the web', { url: 'ftp://example.org/' }, 'http'],
      ['a url that nobody outside can find (we assume)', { url: 'http://192.168.1.1/' }, 'public internet'],
    ])('%s is refused [preview; errors]', async (_what, props, message) => {
      await expect(on.erin.miro.board.createPreview(props as { url: string })).rejects.toThrow(message);
      expect(on.erin.client.contents.get().items.size).toBe(0);
    });
  });
}
