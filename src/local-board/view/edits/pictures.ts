/** Pictures as the browser reads and draws them, for the apps in this window. */
import { keepOver, loadOver } from '../../host/pictures/kept.ts';
import type { PictureFile, Size } from '../../host/pictures/picture.ts';
import { createPictures, type Pictures } from '../../host/pictures/pictures.ts';

async function shown(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.referrerPolicy = 'no-referrer';
  image.src = url;
  await image.decode();
  return image;
}

/** Pictures that other sites show but let nobody read still have a size. */
async function measure(url: string): Promise<Size> {
  const { naturalWidth, naturalHeight } = await shown(url);
  if (naturalWidth === 0 || naturalHeight === 0) throw new Error('It has no size of its own.');
  return { width: naturalWidth, height: naturalHeight };
}

const isSeeThrough = ({ data }: ImageData): boolean => {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
};

async function shrink(file: PictureFile, longest: number): Promise<PictureFile> {
  const url = URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
  try {
    const image = await shown(url);
    const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
    const width = Math.max(1, Math.round(image.naturalWidth * scale));
    const height = Math.max(1, Math.round(image.naturalHeight * scale));
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('This browser draws nothing.');
    pen.drawImage(image, 0, 0, width, height);
    const type = isSeeThrough(pen.getImageData(0, 0, width, height)) ? 'image/png' : 'image/jpeg';
    const blob = await canvas.convertToBlob({ type });
    return { type, bytes: new Uint8Array(await blob.arrayBuffer()) };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** `origin`: of the board's server. */
export const browserPictures = (origin: string): Pictures =>
  createPictures({
    origin,
    load: (url) => loadOver(fetch.bind(globalThis), url),
    keep: (file) => keepOver(fetch.bind(globalThis), origin, file),
    measure,
    shrink,
  });
