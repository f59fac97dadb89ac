/**
 * Reading the pictures that apps name: how large they are, and what is in them. It is done where the person is, in
 * their browser, never by the board's server, which asks no address that an app made up.
 */
import { isKeptPicture } from '../../model/keptPicture.ts';
import { largestPicture } from '../../model/limits.ts';
import { no } from '../payload.ts';
import { dataBytes } from './dataAddress.ts';
import { formatOf } from './formatOf.ts';
import type { Picture, PictureFile, Size } from './picture.ts';

/** What differs between a browser, Node and a test. */
export interface PicturePorts {
  /** The bytes behind an http or https address; rejects when they cannot be had. */
  load(url: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Size of a picture that can be shown though not read. A place without a screen has none of it. */
  measure?(url: string): Promise<Size>;
  /** Keeps the bytes beside the board; gives the address to put into items. */
  keep(file: PictureFile): Promise<string>;
  /** The picture with its longest side at most so many pixels: JPEG, or PNG where something shines through. */
  shrink?(file: PictureFile, longest: number): Promise<PictureFile>;
  /** Where kept pictures are served; without a slash at the end. */
  readonly origin: string;
}

export type Pictures = ReturnType<typeof createPictures>;

const cannot = (why: string): never => no('crud', `The image cannot be created: ${why}`);

/** Longest side of what `getFile` and `getDataUrl` call a preview (websdk-reference-image). Pixels. */
const previewSide = 120;

export function createPictures(ports: PicturePorts) {
  const addressOf = (url: string): string => (isKeptPicture(url) ? `${ports.origin}${url}` : url);

  async function fileAt(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (url.startsWith('data:'))
      return dataBytes(url) ?? cannot('its data address is not base64 of an image.');
    try {
      return await ports.load(url);
    } catch {
      // Told by the caller, who may still be able to show it.
      return undefined;
    }
  }

  /** Rejects with the documented error where there is no image at the address. */
  async function read(url: string): Promise<Picture> {
    const protocol = URL.parse(url)?.protocol ?? '';
    if (!['http:', 'https:', 'data:'].includes(protocol))
      no('input', `Bad URL: ${url.slice(0, 100)} must be a whole address with https, http or data.`);
    const bytes = await fileAt(url);
    if (bytes) {
      if (bytes.length > largestPicture)
        cannot(`it has ${bytes.length} bytes; at most ${largestPicture} are taken.`);
      const format = (await formatOf(bytes)) ?? cannot('this is no BMP, GIF, JPG, PNG, PSD or SVG.');
      const { type, width, height } = format;
      return { width, height, file: { type, bytes } };
    }
    try {
      const size = await ports.measure?.(url);
      if (size) return size;
    } catch {
      // It can be neither read nor shown.
    }
    return cannot(`nothing could be read at ${url.slice(0, 200)}.`);
  }

  return {
    read,
    /** Whole; what an item holds of a kept picture is a path. */
    addressOf,
    /** The address to put into an item: the board keeps the picture where it could read it, as Miro does. */
    async keep({ file }: Picture, url: string): Promise<string> {
      return file ? ports.keep(file) : url;
    },
    async preview(file: PictureFile, { width, height }: Size): Promise<PictureFile> {
      if (ports.shrink) return ports.shrink(file, previewSide);
      // Nothing to draw with: what is small enough is its own preview.
      if (Math.max(width, height) <= previewSide && ['image/png', 'image/jpeg'].includes(file.type))
        return file;
      return no('unsupported', 'Previews of larger images are drawn by a browser, and there is none here.');
    },
  };
}
