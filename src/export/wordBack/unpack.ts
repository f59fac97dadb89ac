/**
 * A .docx is a zip of XML parts. Those that matter are unpacked here, piece by piece and within limits, so that a file
 * made to burst, a broken one or an endless one costs a moment and is refused. What a zip's own list of contents claims
 * is not relied on: what comes out is counted.
 */
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { fail, ok, type Result } from '../../base/result.ts';

/** Bytes of the file. Ours have some hundred thousand; pictures that somebody added make it more. */
export const largestFile = 20_000_000;
/** Bytes of one part, and of all that matter together, once they are unpacked. */
const largestPart = 16_000_000;
const largestInAll = 32_000_000;
/** A document with pictures has a few hundred. */
const mostParts = 2_000;
/** Bytes that are looked at between two counts. None of them can become more than about a thousand. */
const stretch = 16_384;

export type Refusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large' }
  /** An old .doc, or a document with a password: Word keeps both in the same kind of box. */
  | { readonly kind: 'old-or-locked' }
  /** No zip at all. */
  | { readonly kind: 'not-a-document' }
  /** A zip, but of something else. */
  | { readonly kind: 'other-document' }
  | { readonly kind: 'bursts' }
  | { readonly kind: 'broken' };

/** By path, as text. */
export type Parts = ReadonlyMap<string, string>;

/** What is never read: looks, pictures, fonts, what is embedded. */
const matters = (path: string): boolean =>
  /\.(xml|rels)$/i.test(path) &&
  !/(^|\/)(theme|media|embeddings|fonts|charts|diagrams|glossary)\//i.test(path) &&
  !/\/(styles|stylesWithEffects|fontTable|webSettings|numbering)\.xml$/i.test(path);

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/**
 * Whether a zip's list of contents ends it (PK\5\6, and at most 64 KiB of remarks). Without, the file broke off: what is
 * missing of it, such as the comments, would look as if somebody had deleted it.
 */
function ends(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1)
    if (begins(bytes.subarray(at), 0x50, 0x4b, 0x05, 0x06)) return true;
  return false;
}

class Bursting extends Error {}

export function unpack(bytes: Uint8Array): Result<Parts, Refusal> {
  if (bytes.length === 0) return fail({ kind: 'empty' });
  if (bytes.length > largestFile) return fail({ kind: 'too-large' });
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail({ kind: 'old-or-locked' });
  if (!begins(bytes, 0x50, 0x4b)) return fail({ kind: 'not-a-document' });
  if (!ends(bytes)) return fail({ kind: 'broken' });
  const open = new Map<string, { readonly pieces: Uint8Array[]; done: boolean }>();
  let count = 0;
  let inAll = 0;
  const unzip = new Unzip((file: UnzipFile) => {
    count += 1;
    if (count > mostParts) throw new Bursting('Too many parts.');
    if (!matters(file.name) || open.has(file.name)) return;
    const part = { pieces: [] as Uint8Array[], done: false };
    open.set(file.name, part);
    let size = 0;
    file.ondata = (error, piece, last) => {
      if (error) throw error;
      size += piece.length;
      inAll += piece.length;
      if (size > largestPart || inAll > largestInAll) throw new Bursting('More than a document holds.');
      part.pieces.push(piece);
      part.done = last;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += stretch)
      unzip.push(bytes.subarray(at, at + stretch), at + stretch >= bytes.length);
  } catch (error) {
    return fail({ kind: error instanceof Bursting ? 'bursts' : 'broken' });
  }
  if ([...open.values()].some(({ done }) => !done)) return fail({ kind: 'broken' });
  if (open.size === 0) return fail({ kind: 'other-document' });
  try {
    return ok(new Map([...open].map(([path, { pieces }]) => [path, textOf(pieces)])));
  } catch {
    return fail({ kind: 'broken' }); // not the text that it says to be
  }
}

function textOf(pieces: readonly Uint8Array[]): string {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  const label = begins(whole, 0xff, 0xfe) ? 'utf-16le' : begins(whole, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { fatal: true }).decode(whole);
}
