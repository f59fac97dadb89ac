/** Pictures that are their own address: `data:image/png;base64,…`. */
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

/** Letters at a time: a call takes only so many arguments. */
const run = 0x2000;

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += run) text += String.fromCharCode(...bytes.subarray(at, at + run));
  return btoa(text);
}

export const dataAddress = ({ type, bytes }: PictureFile): string => `data:${type};base64,${base64(bytes)}`;
