/** Where pictures rest: on the board's server over HTTP, or in memory for boards that have no server. */
import { keptPicture } from '../../model/keptPicture.ts';
import { no } from '../payload.ts';
import { base64 } from './dataAddress.ts';
import type { PictureFile } from './picture.ts';
import type { PicturePorts } from './pictures.ts';

/** Milliseconds that an address has to answer. */
const patience = 20_000;

type Fetch = typeof globalThis.fetch;

/** Without cookies, and saying nothing of the board it is asked from. */
export async function loadOver(fetch: Fetch, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(patience),
  });
  if (!answer.ok) throw new Error(`The address answered ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

export async function keepOver(fetch: Fetch, origin: string, file: PictureFile): Promise<string> {
  const answer = await fetch(`${origin}/api/images`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: file.type, data: base64(file.bytes) }),
  });
  const body: unknown = await answer.json();
  const told = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  if (answer.ok && typeof told.url === 'string') return told.url;
  return no('crud', `The image cannot be uploaded: ${String(told.message)}`);
}

/** For a board in memory. Addresses elsewhere are asked of `elsewhere`, or are not there. */
export function picturesInMemory(
  elsewhere: (url: string) => Promise<Uint8Array<ArrayBuffer>> = () => Promise.reject(new Error('Nowhere.')),
): PicturePorts {
  const origin = 'https://board.invalid';
  const files = new Map<string, PictureFile>();
  return {
    origin,
    async load(url) {
      return files.get(url.slice(origin.length))?.bytes ?? elsewhere(url);
    },
    async keep(file) {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', file.bytes));
      const url = keptPicture([...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
      files.set(url, file);
      return url;
    },
  };
}
