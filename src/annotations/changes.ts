/** What changed between two moments of a sheet, as plain values; found by compareRounds.ts. */
import type { ItemId, LaneId, SheetId, UserId } from '../workshop/ids.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { StanceValue } from './desk.ts';
import type { NoteState } from './noteState.ts';
import type { Participant } from './participants.ts';
import type { RetiredBecause, RoundAgreement } from './round.ts';
import type { DiffPart } from './wordDiff.ts';

export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** What somebody thought of a note. */
export interface HeldStance {
  readonly value: StanceValue;
  readonly reason: string;
  /** Whether it was about the note's text as it stood at that moment, trivial edits aside. */
  readonly current: boolean;
}

export interface StanceChange extends BeforeAfter<HeldStance | null> {
  readonly user: UserId;
}

export interface Rewording extends BeforeAfter<string> {
  readonly parts: readonly DiffPart[];
  /** White space, case and punctuation only: shown, but nobody's stance is asked for again. */
  readonly trivial: boolean;
}

/** What happened to one note. */
export interface NoteChange {
  readonly note: ItemId;
  /** The text to show it by: as it is after, or as it was last. */
  readonly text: string;
  readonly presence: 'kept' | 'added' | 'retired';
  readonly moved: BeforeAfter<readonly LaneId[]> | null;
  readonly reworded: Rewording | null;
  /** By the people's ids. Of an added or retired note: what everybody thought of it after, or before. */
  readonly stances: readonly StanceChange[];
  /** Null where it is the same before and after. A note that is not there has none. */
  readonly state: BeforeAfter<NoteState | null> | null;
  /** Of a note that was retired: why, as far as somebody said so. (Of one that came back: why it had gone.) */
  readonly because: readonly RetiredBecause[];
  /** Notes that took its words in, where two were merged by hand. (Of an added one: those that it was cut from.) */
  readonly wordsIn: readonly ItemId[];
  /** The sheet it went to, or came from, if that is known. */
  readonly elsewhere: SheetId | null;
}

export interface Changes {
  /** By their ids. */
  readonly notes: readonly NoteChange[];
  readonly unchanged: readonly ItemId[];
  /** Who came, left, or counts as somebody else: a new manager, say. By their ids. */
  readonly people: readonly ({ readonly user: UserId } & BeforeAfter<Participant | null>)[];
  readonly details: readonly ({ readonly field: keyof SheetDetails } & BeforeAfter<string>)[];
  readonly agreed: BeforeAfter<RoundAgreement>;
}

/** Agreement follows from the rest. */
export const nothingChanged = ({ notes, people, details }: Changes): boolean =>
  notes.length === 0 && people.length === 0 && details.length === 0;
