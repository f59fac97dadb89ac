/** A round's hash, as it is read from plain values. */
import type { Look, Reader } from './plainValues.ts';
import { type Hash, hashFrom } from './sha256.ts';

export const readHash: Reader<Hash> = Object.assign(
  (value: unknown, path: string, look: Look): Hash => {
    const found = hashFrom(value);
    if (found === null) look.wrong ??= path;
    return found ?? ('' as Hash); // of no use, as the look says
  },
  { fits: (value: unknown) => hashFrom(value) !== null },
);
