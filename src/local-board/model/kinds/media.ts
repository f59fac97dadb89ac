/** Images, embeds and previews of pages: a source and a box that keeps its ratio (websdk-reference-image, -embed, -preview). */
import * as check from '../check.ts';
import type { EmbedData, ImageData, PreviewData } from '../item.ts';
import { isKeptPicture } from '../keptPicture.ts';
import { contentLimit, imageAltLimit, longestAddress } from '../limits.ts';
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

function address(name: string, value: unknown, schemes: readonly string[]): string {
  const url = URL.parse(check.text(name, value, longestAddress));
  if (!url || !schemes.includes(url.protocol))
    refuse('input', `Bad URL: ${String(value).slice(0, 100)} must begin with ${schemes.join(' or ')}.`);
  return url.href;
}

/** Pictures that the board server keeps are named by their content; nobody asks another server for them. */
const imageAddress = (name: string, value: unknown) =>
  isKeptPicture(value) ? value : address(name, value, ['https:', 'http:']);
/** Names that no server on the internet can find: this machine, its neighbours, and those set aside for tests. */
const unfindable =
  /^(?:localhost|[^.]*|.*\.(?:localhost|local|internal|test|invalid)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[.*\])$/i;

/** Miro asks Embedly of embeds and reads the pages of previews; here nobody asks, and only the impossible is refused. */
function pageAddress(name: string, value: unknown, schemes: readonly string[]): string {
  const found = address(name, value, schemes);
  if (unfindable.test(new URL(found).hostname))
    refuse('crud', `The page cannot be embedded: ${found.slice(0, 200)} is not on the public internet.`);
  return found;
}

/** `natural` is the source's own size, from whoever could read it; the model never sees the picture. */
function naturalIn({ natural }: check.Fields): Size | undefined {
  if (natural === undefined) return undefined;
  const { width, height } = check.record('natural', natural);
  return { width: check.side('width', width), height: check.side('height', height) };
}

/**
 * A new image has its source's size, or that in proportion. Another source for an image that is there keeps the box,
 * in which it is fitted; a size given with it is applied first (websdk-reference-image).
 */
function imageSize(before: ImageBefore, fields: check.Fields): Size {
  const natural = naturalIn(fields);
  if (before.url === '') return sized('an image', natural ?? before, fields);
  const box = sized('an image', before, fields);
  if (!natural) return box;
  const scale = Math.min(box.width / natural.width, box.height / natural.height);
  return {
    width: Math.max(1, tidy(natural.width * scale)),
    height: Math.max(1, tidy(natural.height * scale)),
  };
}

type ImageBefore = Size & { readonly url: string };

export const image: Kind<ImageData> = {
  blank: { type: 'image', url: '', title: '', rotation: 0, width: 200, height: 200 },
  needs: ['url'],
  settable: ['url', 'title', 'alt', 'rotation', 'width', 'height', 'natural'],
  change: (before, fields) => ({
    type: 'image',
    url: read(fields, 'url', before.url, imageAddress),
    title: read(fields, 'title', before.title, (name, value) => check.text(name, value, contentLimit - 1)),
    ...maybe(fields, 'alt', before.alt, (name, value) => check.text(name, value, imageAltLimit - 1)),
    rotation: read(fields, 'rotation', before.rotation, degrees),
    ...imageSize(before, fields),
  }),
};

/** The resource's own size is unknown here: a side that is not given is as long as the other. */
function embedSize(before: Size, { width, height }: check.Fields): Size {
  if (width === undefined && height === undefined) return { width: before.width, height: before.height };
  return { width: check.side('width', width ?? height), height: check.side('height', height ?? width) };
}

export const embed: Kind<EmbedData> = {
  /** The documented grey placeholder. */
  blank: { type: 'embed', url: '', previewUrl: '', mode: 'inline', width: 500, height: 500 },
  settable: ['previewUrl', 'mode'],
  once: ['url', 'width', 'height'],
  needs: ['url'],
  change: (before, fields) => ({
    type: 'embed',
    url: read(fields, 'url', before.url, (name, value) => pageAddress(name, value, ['https:'])),
    previewUrl: read(fields, 'previewUrl', before.previewUrl, (name, value) =>
      value === '' ? '' : imageAddress(name, value),
    ),
    mode: read(fields, 'mode', before.mode, (name, value) =>
      check.oneOf(name, value, ['inline', 'modal'] as const),
    ),
    ...embedSize(before, fields),
  }),
};

export const preview: Kind<PreviewData> = {
  blank: { type: 'preview', url: '', width: 250, height: 200 },
  settable: ['width', 'height'],
  once: ['url'],
  needs: ['url'],
  change: (before, fields) => ({
    type: 'preview',
    url: read(fields, 'url', before.url, (name, value) => pageAddress(name, value, ['https:', 'http:'])),
    ...sized('a preview', before, fields),
  }),
};
