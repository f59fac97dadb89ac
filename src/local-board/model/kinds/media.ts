/** Images, embeds and previews of pages: a source and a box that keeps its ratio (websdk-reference-image, -embed, -preview). */
import * as check from '../check.ts';
import type { EmbedData, ImageData, PreviewData } from '../item.ts';
import { contentLimit, imageAltLimit, longestAddress, longestImage } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { degrees, type Kind, maybe, read, tidy } from './kind.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** One side may be set, and the other follows from the ratio there was. */
function sized(kind: string, before: Size, fields: check.Fields): Size {
  const { width, height } = fields;
  if (width !== undefined && height !== undefined)
    refuse('unsupported', `Set width or height of ${kind}, not both: the other follows.`);
  if (width !== undefined) {
    const wide = check.side('width', width);
    return { width: wide, height: tidy((wide * before.height) / before.width) };
  }
  // Only the sides: what comes here may be a whole item.
  if (height === undefined) return { width: before.width, height: before.height };
  const high = check.side('height', height);
  return { width: tidy((high * before.width) / before.height), height: high };
}

/** Whole, http or https; an image may also carry itself as a data address. */
function address(name: string, value: unknown, schemes: readonly string[]): string {
  const longest = schemes.includes('data:') ? longestImage : longestAddress;
  const url = URL.parse(check.text(name, value, longest));
  if (!url || !schemes.includes(url.protocol))
    refuse('input', `Bad URL: ${String(value).slice(0, 100)} must begin with ${schemes.join(' or ')}.`);
  if (url.protocol === 'data:' && !url.pathname.startsWith('image/'))
    refuse('crud', 'The image cannot be created: its data address holds no image.');
  return url.href;
}

const imageAddress = (name: string, value: unknown) => address(name, value, ['https:', 'http:', 'data:']);
const pageAddress = (name: string, value: unknown) => address(name, value, ['https:', 'http:']);
const embedAddress = (name: string, value: unknown) => address(name, value, ['https:']);

/** `ratio`, height by width, comes from whoever could read the source; the model never sees it. */
const ratioOf = (fields: check.Fields, before: Size): Size => {
  const { natural } = fields;
  if (natural === undefined) return before;
  const { width, height } = check.record('natural', natural);
  return { width: check.side('width', width), height: check.side('height', height) };
};

export const image: Kind<ImageData> = {
  blank: { type: 'image', url: '', title: '', rotation: 0, width: 200, height: 200 },
  settable: ['url', 'title', 'alt', 'rotation', 'width', 'height', 'natural'],
  change: (before, fields) => ({
    type: 'image',
    url: read(fields, 'url', before.url, imageAddress),
    title: read(fields, 'title', before.title, (name, value) => check.text(name, value, contentLimit - 1)),
    ...maybe(fields, 'alt', before.alt, (name, value) => check.text(name, value, imageAltLimit - 1)),
    rotation: read(fields, 'rotation', before.rotation, degrees),
    ...sized('an image', ratioOf(fields, before), fields),
  }),
};

export const embed: Kind<EmbedData> = {
  /** The documented grey placeholder. */
  blank: { type: 'embed', url: '', previewUrl: '', mode: 'inline', width: 500, height: 500 },
  settable: ['previewUrl', 'mode'],
  once: ['url', 'width', 'height'],
  change: (before, fields) => ({
    type: 'embed',
    url: read(fields, 'url', before.url, embedAddress),
    previewUrl: read(fields, 'previewUrl', before.previewUrl, (name, value) =>
      value === '' ? '' : imageAddress(name, value),
    ),
    mode: read(fields, 'mode', before.mode, (name, value) =>
      check.oneOf(name, value, ['inline', 'modal'] as const),
    ),
    ...(before.url === ''
      ? {
          width: read(fields, 'width', before.width, check.side),
          height: read(fields, 'height', before.height, check.side),
        }
      : { width: before.width, height: before.height }),
  }),
};

export const preview: Kind<PreviewData> = {
  blank: { type: 'preview', url: '', width: 250, height: 200 },
  settable: ['width', 'height'],
  once: ['url'],
  change: (before, fields) => ({
    type: 'preview',
    url: read(fields, 'url', before.url, pageAddress),
    ...sized('a preview', before, fields),
  }),
};
