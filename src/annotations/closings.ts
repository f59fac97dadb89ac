/**
 * Which rounds of a sheet were closed, by whom and when, as it lies in the sheet document. Only ever added to.
 *
 *   rounds   "<hash>@<who closed it>" → { number, previous, at }
 *
 * What a round says is in a document of its own (roundDocument.ts), since it is large and hardly ever asked for.
 */
import type * as Y from 'yjs';
import { type UserId, userId } from '../workshop/ids.ts';
import { plainFields } from './deskEntries.ts';
import { asText, parseEntries } from './entries.ts';
import { type Hash, hashFrom } from './sha256.ts';

export interface Closing {
  readonly hash: Hash;
  readonly by: UserId;
  /** ISO 8601, by the clock of who closed it. */
  readonly at: string;
  readonly number: number;
  readonly previous: Hash | null;
}

/** Of its entry. */
export const closingKey = ({ hash, by }: Closing): string => `${hash}@${by.toWellFormed()}`;

function parseClosing(key: string, value: unknown): Closing | null {
  const fields = plainFields(value);
  const [hash, by] = [hashFrom(key.slice(0, 64)), key.slice(65)];
  const [number, at, before] = [fields.get('number'), asText(fields.get('at')), fields.get('previous')];
  const previous = hashFrom(before);
  if (hash === null || key[64] !== '@' || by === '' || at === null) return null;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return null;
  if (previous === null && before !== null) return null;
  return { hash, by: userId(by), at, number, previous };
}

export const readClosings = (rounds: Y.Map<unknown>) => parseEntries(rounds, parseClosing);

/** Inside a transaction. The first time somebody closes a round stays. */
export function writeClosing(rounds: Y.Map<unknown>, closing: Closing): void {
  const { number, previous, at } = closing;
  if (!rounds.has(closingKey(closing))) rounds.set(closingKey(closing), { number, previous, at });
}
