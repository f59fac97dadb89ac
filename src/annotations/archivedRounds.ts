/**
 * Closed rounds, and what else lies on people's desks about them, as an archive holds them: a round as the very text
 * that was hashed, a signature with the very text that was signed, so that whoever reads the file can check both.
 */
import { type ItemId, itemId, type UserId, userId } from '../workshop/ids.ts';
import type { DeskRecords } from './deskRecords.ts';
import { longest } from './entries.ts';
import type { NumberedRound } from './numberedRounds.ts';
import { count, id, list, orNull, type Reader, record, text, time } from './plainValues.ts';
import { readHash } from './readHash.ts';
import { longestRound } from './round.ts';
import type { Hash } from './sha256.ts';

export interface ArchivedRound {
  readonly hash: Hash;
  readonly number: number;
  readonly previous: Hash | null;
  /** Who closed it, and when the first of them did. */
  readonly by: readonly UserId[];
  readonly at: string;
  /** Null where what it says had not arrived, or would have made the file too large. */
  readonly text: string | null;
  /** Absent where it was closed on this board; else where it was, and who brought it along from there. */
  readonly from?: RoundOrigin;
}

export interface RoundOrigin {
  readonly board: string;
  readonly by: UserId;
  readonly at: string;
}

/** One that came along from another board (broughtRounds.ts). */
export interface RoundElsewhere extends Omit<ArchivedRound, 'text' | 'from'> {
  readonly from: RoundOrigin;
}

export interface SignedText {
  readonly statement: string;
  readonly signature: string;
}

/** What one person's desk holds beside their words. */
export interface ArchivedRecords {
  readonly owner: UserId;
  readonly retired: readonly { readonly note: ItemId; readonly reason: string; readonly at: string }[];
  readonly devices: readonly { readonly key: string; readonly name: string; readonly at: string }[];
  readonly vouches: readonly SignedText[];
  readonly signOffs: readonly SignedText[];
}

/** Characters of all rounds together: half of what a file may have. */
const mostOfRounds = 15_000_000;
/** Far longer than any statement or signature of ours. */
const longestStatement = 2_000;

/** `textOf`: what a round says; null where that is not here. Those from elsewhere come first. */
export function archivedRounds(
  rounds: readonly NumberedRound[],
  textOf: (hash: Hash) => string | null,
  brought: readonly RoundElsewhere[] = [],
): readonly ArchivedRound[] {
  let room = mostOfRounds;
  type Listed = Omit<ArchivedRound, 'text'>;
  const closed = rounds
    .flatMap((round) => [round, ...round.beside])
    .map(({ hash, number, previous, by, at }): Listed => ({ hash, number, previous, by, at }));
  return (
    [...brought, ...closed]
      // Where there is no room for all, the newest are worth most.
      .toReversed()
      .map((round): ArchivedRound => {
        const said = textOf(round.hash);
        room -= said?.length ?? 0;
        return { ...round, text: room < 0 ? null : said };
      })
      .toReversed()
  );
}

const signed = ({ statement, signature }: SignedText): SignedText => ({ statement, signature });

/** Of everybody who has some. */
export const archivedRecords = (desks: readonly DeskRecords[]): readonly ArchivedRecords[] =>
  desks
    .map(
      ({ owner, retired, devices, vouches, signOffs }): ArchivedRecords => ({
        owner,
        retired: [...retired].map(([note, because]) => ({ note, ...because })),
        devices,
        vouches: vouches.map(signed),
        signOffs: signOffs.map(signed),
      }),
    )
    .filter(
      ({ retired, devices, vouches, signOffs }) =>
        retired.length + devices.length + vouches.length + signOffs.length > 0,
    );

export const readRound: Reader<ArchivedRound> = record<ArchivedRound>(
  {
    hash: readHash,
    number: count,
    previous: orNull(readHash),
    by: list(id(userId), String),
    at: time,
    text: orNull(text(longestRound)),
  },
  { from: record<RoundOrigin>({ board: id(String), by: id(userId), at: time }) },
);

const readSigned = record<SignedText>({
  statement: text(longestStatement),
  signature: text(longestStatement),
});

export const readRecords: Reader<ArchivedRecords> = record<ArchivedRecords>({
  owner: id(userId),
  retired: list(record({ note: id(itemId), reason: text(longest.line), at: time }), ({ note }) => note),
  devices: list(record({ key: id(String), name: text(longest.name), at: time }), ({ key }) => key),
  vouches: list(readSigned),
  signOffs: list(readSigned),
});
