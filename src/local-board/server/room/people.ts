/** Who somebody is on the local board: their name decides, so that coming back tomorrow is coming back. */

/** Characters of a name. */
const longest = 60;

export const tidyName = (name: string): string =>
  name.replace(/\s+/g, ' ').trim().slice(0, longest) || 'Guest';

/** Decimal, as Miro's user ids look; the same name always gives the same id (FNV-1a, 64 bits). */
export function userIdOf(name: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `30744${(hash % 10n ** 14n).toString().padStart(14, '0')}`;
}
