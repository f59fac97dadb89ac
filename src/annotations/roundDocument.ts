/**
 * A closed round as a Yjs document, one for each: it is loaded when somebody looks at it, stored by the devices that
 * closed it and no others, and never changes.
 *
 *   round   json → its canonical JSON
 *
 * The document's name holds the round's hash (names.ts), so whatever lies in it is the round or is seen not to be.
 */
import type * as Y from 'yjs';
import type { Result } from '../base/result.ts';
import { asText } from './entries.ts';
import { checkRound, type RoundFailure } from './parseRound.ts';
import type { RoundRecord } from './round.ts';
import { operate } from './schema.ts';
import type { Digester, Hash } from './sha256.ts';

const root = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('round');

/** Two people who close the same round write the same. False on a newer document: nothing was written. */
export const keepRound = (doc: Y.Doc, { json }: Pick<RoundRecord, 'json'>): boolean =>
  operate(doc, 'keep-round', () => {
    if (!root(doc).has('json')) root(doc).set('json', json);
  });

/** As it lies there, whatever it is. */
export const roundTextIn = (doc: Y.Doc | undefined): string | null =>
  doc ? asText(root(doc).get('json')) : null;

/** Null while it has not arrived here. */
export async function readRound(
  subtle: Digester,
  doc: Y.Doc,
  hash: Hash,
): Promise<Result<RoundRecord, RoundFailure> | null> {
  const json = asText(root(doc).get('json'));
  return json === null ? null : checkRound(subtle, json, hash);
}
