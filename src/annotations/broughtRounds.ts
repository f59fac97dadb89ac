/**
 * Rounds that were closed on another board and came along from there, in the sheet document: to be read, with the
 * signatures under them, and in no chain of this sheet, whose notes have other ids. What a round says lies in a document
 * of its own like that of any round (roundDocument.ts), named for its hash, so it can be checked here, too.
 *
 *   broughtRounds  hash → { number, previous, closers, closedAt, board, by, at }
 */
import type * as Y from 'yjs';
import { type UserId, userId } from '../workshop/ids.ts';
import type { ArchivedRound, RoundElsewhere } from './archivedRounds.ts';
import type { broughtRoundRoots } from './broughtRoundRoots.ts';
import { plainFields } from './deskEntries.ts';
import { asText, parseEntries } from './entries.ts';
import { operate } from './schema.ts';
import { type Hash, hashFrom } from './sha256.ts';

const root = (doc: Y.Doc): Y.Map<unknown> =>
  doc.getMap<unknown>('broughtRounds' satisfies (typeof broughtRoundRoots)[number]);

function parse(key: string, value: unknown): RoundElsewhere | null {
  const fields = plainFields(value);
  const [closedAt, board, by, at] = ['closedAt', 'board', 'by', 'at'].map((name) => asText(fields.get(name)));
  const [hash, number, before, closers] = [
    hashFrom(key),
    fields.get('number'),
    fields.get('previous'),
    fields.get('closers'),
  ];
  const previous = hashFrom(before);
  if (hash === null || closedAt == null || board == null || !by || at == null) return null;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) return null;
  if ((previous === null && before !== null) || !Array.isArray(closers)) return null;
  const closedBy = closers.filter((one) => typeof one === 'string' && one !== '').map(userId);
  return { hash, number, previous, by: closedBy, at: closedAt, from: { board, by: userId(by), at } };
}

/** By number; those of one number in an order that is the same for everybody. */
export function readBroughtRounds(doc: Y.Doc) {
  const { values, unknown } = parseEntries(root(doc), parse);
  return { values: values.toSorted((a, b) => a.number - b.number || (a.hash < b.hash ? -1 : 1)), unknown };
}

export interface BringRounds {
  /** As the file has them; those that came there from yet another board keep where they come from. */
  readonly rounds: readonly ArchivedRound[];
  /** Rounds that were closed here: they need not come. */
  readonly here: ReadonlySet<Hash>;
  readonly board: string;
  readonly by: UserId;
  readonly at: string;
}

/** Those that are new here; what is here already stays as it is. Null on a newer document: nothing was written. */
export function bringRounds(
  doc: Y.Doc,
  { rounds, here, board, by, at }: BringRounds,
): readonly Hash[] | null {
  const brought: Hash[] = [];
  const done = operate(doc, 'bring-rounds', () => {
    for (const { hash, number, previous, by: closers, at: closedAt, from } of rounds) {
      if (here.has(hash) || root(doc).has(hash)) continue;
      root(doc).set(hash, { number, previous, closers, closedAt, board: from?.board ?? board, by, at });
      brought.push(hash);
    }
  });
  return done ? brought : null;
}

/** Takes back rounds that were just brought. */
export const dismissRounds = (doc: Y.Doc, rounds: readonly Hash[]): boolean =>
  operate(doc, 'dismiss-rounds', () => {
    for (const hash of rounds) if (root(doc).has(hash)) root(doc).delete(hash);
  });
