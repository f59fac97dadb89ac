/** Which of the formats that Miro takes a file is, and how large its picture is. */
import type { Size } from './picture.ts';

/** websdk-reference-image: BMP, GIF, JPG, PNG, PSD, SVG. Their names in image-size → their types. */
const formats: Readonly<Record<string, string>> = {
  bmp: 'image/bmp',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  psd: 'image/vnd.adobe.photoshop',
  svg: 'image/svg+xml',
};

/** From this value on a JPEG's EXIF orientation says that it lies on its side. */
const onItsSide = 5;

/** Undefined for anything else. Every format's header is read by image-size, loaded with the first picture. */
export async function formatOf(bytes: Uint8Array): Promise<(Size & { readonly type: string }) | undefined> {
  const { imageSize } = await import('image-size');
  try {
    const { type, width, height, orientation = 1 } = imageSize(bytes);
    const found = formats[type ?? ''];
    if (found === undefined || !(width >= 1 && height >= 1)) return undefined;
    return orientation >= onItsSide
      ? { type: found, width: height, height: width }
      : { type: found, width, height };
  } catch {
    // Its way of saying that it knows no such format.
    return undefined;
  }
}
