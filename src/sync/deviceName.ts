/** This browser's name for itself on one board, kept in its own storage. */
import type { LocalStore } from './ports.ts';
import { type Random, randomId } from './timers.ts';

const fact = 'device';

/**
 * The name kept from an earlier visit, or a new one. Where nothing can be kept, each page is a device of its own.
 * Should two pages make one at the same moment, both work: the leading page's name is the one used.
 */
export async function deviceName(local: LocalStore, random: Random): Promise<string> {
  const known = await local.read(fact).catch(() => undefined);
  if (typeof known === 'string' && known !== '') return known;
  const fresh = randomId(random);
  await local.write(fact, fresh).catch(() => undefined); // a full disk: a name for this visit only
  return fresh;
}
