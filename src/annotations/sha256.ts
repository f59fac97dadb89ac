/** The SHA-256 hash of a text in UTF-8, in hexadecimal. */
import type { Brand } from '../base/brand.ts';

/** 64 lower-case digits. */
export type Hash = Brand<string, 'Hash'>;

/** What we need of WebCrypto, which browsers and Node both have; browsers give it to secure pages only. */
export type Digester = Pick<SubtleCrypto, 'digest'>;

export async function sha256(subtle: Digester, text: string): Promise<Hash> {
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') as Hash;
}

/** Null for what can be no hash. */
export const hashFrom = (value: unknown): Hash | null =>
  typeof value === 'string' && /^[\da-f]{64}$/.test(value) ? (value as Hash) : null;
