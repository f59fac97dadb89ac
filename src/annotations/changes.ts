/** What changed between two moments of a sheet, as plain values; found by compareRounds.ts. */

import type { AltitudeId } from '../workshop/altitude/altitudes.ts';
import type { ClarityId } from '../workshop/clarity/questions.ts';
import type { ItemId, LaneId, SheetId, UserId } from '../workshop/ids.ts';
import type { Mode } from '../workshop/ladder/distance.ts';
import type { LineWords } from '../workshop/ladder/ladder.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { AltitudeText } from './altitude/altitudeDesk.ts';
import type { StanceValue } from './desk.ts';
import type { RoundAnswer } from './ground/ground.ts';
import type { NoteState } from './noteState.ts';
import type { Participant } from './participants.ts';
import type { MarkKind } from './place/placeDesk.ts';
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

/** Somebody's answer to one of the questions that give a note its why. */
export interface WhyChange extends BeforeAfter<string | null> {
  readonly user: UserId;
  readonly question: ClarityId;
}

/** Which line of the ladder somebody says a note is about. */
export interface CiteChange extends BeforeAfter<LineWords | null> {
  readonly user: UserId;
}

/** What changed before the notes; each with who said it, where it is somebody's own word. */
export type GroundChange =
  /** A mark on the ladder, by the title of its level. */
  | ({ readonly of: 'mark'; readonly kind: MarkKind; readonly user: UserId } & BeforeAfter<string | null>)
  /** Whether the sheet is written as a job or as a stretch. */
  | ({ readonly of: 'mode' } & BeforeAfter<Mode | null>)
  /** What a level is called, or what it answers for. Only of levels that somebody has marked. */
  | ({ readonly of: 'level' } & BeforeAfter<string>)
  | ({ readonly of: 'why-now'; readonly user: UserId } & BeforeAfter<RoundAnswer | null>)
  | ({ readonly of: 'question'; readonly what: AltitudeText } & BeforeAfter<string>)
  | ({ readonly of: 'today' } & BeforeAfter<AltitudeId | null>)
  | ({ readonly of: 'expected'; readonly user: UserId } & BeforeAfter<AltitudeId | null>);

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
  /** Of a note that is there before and after; in the order of who said it. */
  readonly whys: readonly WhyChange[];
  readonly cites: readonly CiteChange[];
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
  readonly ground: readonly GroundChange[];
  readonly agreed: BeforeAfter<RoundAgreement>;
}

/** Agreement follows from the rest. */
export const nothingChanged = ({ notes, people, details, ground }: Changes): boolean =>
  notes.length === 0 && people.length === 0 && details.length === 0 && ground.length === 0;
