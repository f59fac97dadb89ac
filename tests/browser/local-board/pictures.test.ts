/** Pictures as a browser reads and draws them: what only it can tell. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dataAddress } from '../../../src/local-board/host/pictures/dataAddress.ts';
import { browserPictures } from '../../../src/local-board/view/edits/pictures.ts';
import { svg } from '../../contracts/sdk/pictureFiles.ts';

afterEach(() => vi.unstubAllGlobals());

/** A real PNG, painted here. */
async function painted(width: number, height: number, colour: string): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = colour;
  pen.fillRect(0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return dataAddress({ type: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) });
}

async function previewOf(url: string): Promise<{ type: string; width: number; height: number }> {
  const pictures = browserPictures(location.origin);
  const { file, width, height } = await pictures.read(url);
  if (!file) throw new Error('nothing was read');
  const small = await pictures.preview(file, { width, height });
  const image = new Image();
  image.src = dataAddress(small);
  await image.decode();
  return { type: small.type, width: image.naturalWidth, height: image.naturalHeight };
}

describe('pictures in a browser', () => {
  test('a preview is a JPEG with its longest side 120 pixels', async () => {
    expect(await previewOf(await painted(480, 240, 'green'))).toEqual({
      type: 'image/jpeg',
      width: 120,
      height: 60,
    });
  });

  test('a preview of something see-through is a PNG', async () => {
    expect(await previewOf(await painted(100, 400, 'rgb(0 128 0 / 50%)'))).toEqual({
      type: 'image/png',
      width: 30,
      height: 120,
    });
  });

  test('what is smaller stays as large as it is', async () => {
    expect(await previewOf(await painted(20, 10, 'green'))).toMatchObject({ width: 20, height: 10 });
  });

  test('an SVG has a preview too', async () => {
    expect(await previewOf(svg(240, 120))).toEqual({ type: 'image/png', width: 120, height: 60 });
  });

  test('a picture that another site shows but lets nobody read has a size and no file', async () => {
    // As the browser answers where the other site does not agree.
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const url = new URL('../../../docs/images/annotate.png', import.meta.url).href;
    const pictures = browserPictures(location.origin);
    const picture = await pictures.read(url);
    expect(Object.keys(picture)).toEqual(['width', 'height']);
    expect(picture.width).toBeGreaterThan(100);
    expect(await pictures.keep(picture, url)).toBe(url);
  });

  test('an address where no picture is cannot become an image', async () => {
    const pictures = browserPictures(location.origin);
    await expect(pictures.read(`${location.origin}/not/there.png`)).rejects.toThrow('cannot be created');
  });
});
