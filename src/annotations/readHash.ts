/** A round's hash, as it is read from plain values. */
import type { Reader } from './plainValues.ts';
import { type Hash, hashFrom } from './sha256.ts';

export const readHash: Reader<Hash> = (value, path, look) => {
  const found = hashFrom(value);
  if (found === null) look.wrong ??= path;
  return found ?? ('' as Hash); // of no use, as the look says
};
