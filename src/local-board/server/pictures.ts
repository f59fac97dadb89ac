/**
 * Pictures over HTTP: `POST /api/images` {type, data (base64)} → {url}, `GET /images/<SHA-256>`. A picture is never
 * a page: whatever is in it, scripts in an SVG included, runs nothing, as an image and at its own address.
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { fail, ok, type Result } from '../../base/result.ts';
import { keptPicture } from '../model/keptPicture.ts';
import { largestPicture } from '../model/limits.ts';
import type { Store } from './store.ts';

const types = [
  'image/bmp',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/svg+xml',
  'image/vnd.adobe.photoshop',
] as const;

/** Bytes of a body with a picture: base64 takes a third more than what it says. */
export const largestPictureBody = Math.ceil(largestPicture * 1.34) + 1024;
/** All pictures of all boards. Bytes. */
const mostBytes = 1024 * 1024 * 1024;

/** How a picture travels: what it is, and its bytes in base64. */
export const sentPicture = z.object({ type: z.enum(types), data: z.base64() });

/** An HTTP status and what to tell a person. */
interface PictureTrouble {
  readonly status: 400 | 409;
  readonly message: string;
}

const refused = (status: 400 | 409, message: string) => fail<PictureTrouble>({ status, message });

export type Images = ReturnType<typeof createImages>;

export function createImages(store: Pick<Store, 'image' | 'putImage' | 'imageBytes'>) {
  function put({
    type,
    data,
  }: z.infer<typeof sentPicture>): Result<{ readonly url: string }, PictureTrouble> {
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length > largestPicture) return refused(400, 'This picture is too large.');
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (!store.image(hash)) {
      if (store.imageBytes() + bytes.length > mostBytes)
        return refused(409, 'There is no room for more pictures on this board server.');
      store.putImage(hash, type, bytes);
    }
    return ok({ url: keptPicture(hash) });
  }

  return {
    put,
    /** By the address that items hold. */
    get(url: string): z.infer<typeof sentPicture> | undefined {
      const found = store.image(url.split('/').at(-1) ?? '');
      const read = sentPicture.safeParse(
        found && { type: found.type, data: Buffer.from(found.bytes).toString('base64') },
      );
      return read.data;
    },
    keep(text: string): Result<{ readonly url: string }, PictureTrouble> {
      const read = sentPicture.safeParse(parsed(text));
      return read.success ? put(read.data) : refused(400, 'This is no picture that the board can keep.');
    },
    send(hash: string, response: ServerResponse): boolean {
      const found = store.image(hash);
      if (!found) return false;
      response.writeHead(200, {
        'content-type': found.type,
        'content-length': found.bytes.length,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        // Apps show and read the images of the board they are on, from wherever they are.
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
      response.end(found.bytes);
      return true;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
