/**
 * A round: a frozen, numbered copy of a sheet as plain values, with what everybody thought of it. It is told by its
 * hash, which is that of its canonical JSON: the same content has the same hash whoever closed the round and when, so
 * both of two people who close at the same second close one and the same round. Who closed it lies beside it
 * (closings.ts); making one is closeRound.ts, reading one parseRound.ts, and what it looks like docs/rounds.md.
 */
import type { ItemId, LaneId, UserId } from '../workshop/ids.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { FromDocument, StanceValue, Wording } from './desk.ts';
import type { NoteGround, RoundGround } from './ground/ground.ts';
import type { NoteState } from './noteState.ts';
import type { Participant } from './participants.ts';
import type { Hash } from './sha256.ts';

/** What a round says of itself. The version goes up only when an older reader would misread it. */
export const roundFormat = 'rolewright-round';
export const roundVersion = 1;

/** Bytes of UTF-8. In base64 it is just below what a document may hold on a board (sync/limits.ts). */
export const longestRound = 2_200_000;

/** How a sheet stands at one moment. What a closed round keeps, and what the sheet is now, are both of this kind. */
export interface SheetState {
  readonly details: SheetDetails;
  readonly engineer: UserId | null;
  /** Everybody who had a desk, and the role in which they counted, by their ids. */
  readonly people: readonly Participant[];
  /** By their ids: all on the board that hold words, and those gone that somebody has spoken about. */
  readonly notes: readonly RoundNote[];
  readonly agreed: RoundAgreement;
  /** What is said before the notes. Absent where nothing is, and in rounds of versions that did not keep it. */
  readonly ground?: RoundGround;
}

export interface RoundContent extends SheetState {
  /** From 1. */
  readonly number: number;
  /** The round it follows; null for the first. */
  readonly previous: Hash | null;
  /** What whoever closed it had to say about it; may be empty. */
  readonly note: string;
}

export interface RoundNote extends NoteGround {
  readonly id: ItemId;
  readonly text: string;
  /** One where it is clear, several where it lay on a border, none where it lay in no lane or was gone. */
  readonly lanes: readonly LaneId[];
  /** No longer on the board. */
  readonly gone: boolean;
  /** Null for a note that was gone: there was nothing to agree on any more. */
  readonly state: NoteState | null;
  /** By their owners' ids. */
  readonly stances: readonly RoundStance[];
  /** What was still open: threads that nobody had resolved, oldest first. */
  readonly threads: readonly RoundThread[];
  /** Why it went, from everybody who said so, by their ids. */
  readonly retired: readonly RetiredBecause[];
}

export interface RoundStance {
  readonly user: UserId;
  readonly value: StanceValue;
  readonly reason: string;
  /** The text it was given for; null where that is the note's text to the letter. */
  readonly text: string | null;
  readonly at: string;
}

export interface RoundRemark {
  readonly id: string;
  readonly by: UserId;
  readonly text: string;
  readonly wording: Wording | null;
  /** A suggestion that waited for a decision. */
  readonly proposes: boolean;
  /** Whose words they are, where `by` only brought them in from a document. */
  readonly from?: FromDocument;
  readonly at: string;
}

export interface RoundThread {
  readonly remarks: readonly RoundRemark[];
}

export interface RetiredBecause {
  readonly by: UserId;
  readonly reason: string;
  readonly at: string;
}

export interface Share {
  readonly agreed: number;
  readonly total: number;
}

export interface RoundAgreement {
  readonly all: Share;
  /** By their keys. */
  readonly columns: readonly (Share & { readonly column: string })[];
}

/** A closed round as it is kept: its text is what was hashed, and is never written anew. */
export interface RoundRecord {
  readonly hash: Hash;
  readonly json: string;
  readonly content: RoundContent;
}
