/**
 * What people say before and around the notes, as a closed round keeps it: where the role stands, why it is needed now,
 * one problem from three altitudes; and of each note its why and the lines of the ladder it is about. Whatever nobody
 * has said anything of is absent, so a sheet that uses none of it has the rounds it always had.
 */
import type { AltitudeId } from '../../workshop/altitude/altitudes.ts';
import type { ClarityId } from '../../workshop/clarity/questions.ts';
import type { UserId } from '../../workshop/ids.ts';
import type { Mode } from '../../workshop/ladder/distance.ts';
import type { LadderLine, Level, LineWords } from '../../workshop/ladder/ladder.ts';
import type { MarkKind } from '../place/placeDesk.ts';
import type { Choice } from '../whyNow/answer.ts';

export interface RoundMark {
  readonly user: UserId;
  readonly kind: MarkKind;
  /** Its id; it is among the levels unless it had left the ladder. */
  readonly level: string;
  /** What it was called when it was marked. */
  readonly title: string;
}

export interface RoundPlace {
  /** The ladder's, as it stood: path by path, each from its lowest level up. */
  readonly levels: readonly Level[];
  /** By their owners' ids. */
  readonly marks: readonly RoundMark[];
  /** Null while it followed from no two marks. */
  readonly mode: Mode | null;
}

/** Own words only where they were looked at. */
export interface RoundAnswer extends Choice {
  readonly user: UserId;
  readonly situation: NonNullable<Choice['situation']>;
  readonly horizon: NonNullable<Choice['horizon']>;
}

export interface RoundExpectation {
  readonly user: UserId;
  readonly level: AltitudeId;
}

export interface RoundAltitude {
  readonly problem: string;
  readonly questions: Readonly<Record<AltitudeId, string>>;
  /** The engineer's mark. */
  readonly today: AltitudeId | null;
  /** Managers' marks, by their ids. */
  readonly expected: readonly RoundExpectation[];
}

export interface RoundGround {
  readonly place?: RoundPlace;
  /** Only once all were shown; by their owners' ids. */
  readonly whyNow?: readonly RoundAnswer[];
  readonly altitude?: RoundAltitude;
}

/** An answer to one of the questions that give a note its why. */
export interface RoundWhy {
  readonly user: UserId;
  readonly question: ClarityId;
  readonly text: string;
}

/** A line of the ladder that a note is about, in the words it had. */
export interface RoundCitation {
  readonly user: UserId;
  readonly line: LadderLine;
  readonly words: LineWords;
}

/** What a round keeps of a note beside its words, stances and threads. */
export interface NoteGround {
  /** By their owners' ids, then in the order of the questions. */
  readonly whys?: readonly RoundWhy[];
  /** By their owners' ids. */
  readonly cites?: readonly RoundCitation[];
}
