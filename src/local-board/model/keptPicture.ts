/**
 * Pictures whose bytes the board server keeps lie beside the boards, named by their content (SHA-256): an item holds
 * only this address, so moving an image sends no picture about, and the same one is kept once.
 */
import type { ItemData } from './item.ts';

const shape = /^\/images\/[0-9a-f]{64}$/;

export const isKeptPicture = (value: unknown): value is string =>
  typeof value === 'string' && shape.test(value);

/** The pictures beside the boards that these items show, each once. */
export function keptPictures(items: Iterable<ItemData>): ReadonlySet<string> {
  const urls = new Set<string>();
  for (const item of items) {
    const name = carriesPicture[item.type];
    const url: unknown = name && Object.entries(item).find(([key]) => key === name)?.[1];
    if (isKeptPicture(url)) urls.add(url);
  }
  return urls;
}

export const keptPicture = (hash: string): string => `/images/${hash}`;

/** The kinds of items that show a picture, and the property that holds its address. */
export const carriesPicture: Readonly<Record<string, string>> = { image: 'url', embed: 'previewUrl' };
