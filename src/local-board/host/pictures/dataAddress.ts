/** Pictures that are their own address: `data:image/png;base64,…`. */
import { largestPicture } from '../../model/limits.ts';
import { asPayload, type Payload } from '../payload.ts';
import type { PictureFile } from './picture.ts';

/** Undefined where the address is not base64 of something that calls itself an image. */
export function dataBytes(url: string): Uint8Array<ArrayBuffer> | undefined {
  const [, text] = /^data:image\/[\w.+-]+(?:;[\w-]+=[^;,]*)*;base64,([\s\S]*)$/i.exec(url) ?? [];
  if (text === undefined) return undefined;
  try {
    return Uint8Array.from(atob(decodeURIComponent(text)), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Characters of the largest picture as a data address, and some. */
const longestAddress = largestPicture * 1.4;

/** Characters of the picture that an item is to be made or changed with: it goes its own way, and to no window. */
export function roomForPicture({ fields }: Payload): number {
  const { url, previewUrl } = asPayload(fields);
  const lengthOf = (value: unknown) =>
    typeof value === 'string' && value.startsWith('data:') ? Math.min(value.length, longestAddress) : 0;
  return lengthOf(url) + lengthOf(previewUrl);
}

/** Letters at a time: a call takes only so many arguments. */
const run = 0x2000;

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += run) text += String.fromCharCode(...bytes.subarray(at, at + run));
  return btoa(text);
}

export const dataAddress = ({ type, bytes }: PictureFile): string => `data:${type};base64,${base64(bytes)}`;
