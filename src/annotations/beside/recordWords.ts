/** Reasons and signatures, which a file lists by themselves, as words beside the others. */
import type { ArchivedRecords, SignedText } from '../archivedRounds.ts';
import { signOffKey, vouchKey } from '../deskRecords.ts';
import { signOffFrom, vouchFrom } from '../statements.ts';
import type { BesideWord } from './word.ts';

const word = (root: string, key: string, value: unknown): BesideWord => ({
  root,
  key,
  value: JSON.stringify(value),
});

const signed = <S>(
  root: string,
  all: readonly SignedText[],
  read: (text: string) => S | null,
  keyOf: (says: S) => string,
): readonly BesideWord[] =>
  all.flatMap(({ statement, signature }) => {
    const says = read(statement);
    return says === null ? [] : [word(root, keyOf(says), { statement, signature })];
  });

/** A statement that says nothing this version can read stays in the file. */
export const recordWords = ({
  retired,
  devices,
  vouches,
  signOffs,
}: Omit<ArchivedRecords, 'owner'>): readonly BesideWord[] => [
  ...retired.map(({ note, reason, at }) => word('retired', note, { reason, at })),
  ...devices.map(({ key, name, at }) => word('devices', key, { name, at })),
  ...signed('vouches', vouches, vouchFrom, vouchKey),
  ...signed('signOffs', signOffs, signOffFrom, signOffKey),
];
