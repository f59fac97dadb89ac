/**
 * The job description as a document: plain values in reading order, in the words that people read. Every rendering
 * (Word, Markdown, later others) reads this and nothing else, so that all of them say the same. It knows nothing of
 * boards, Yjs or file formats. Texts are as people wrote them; each rendering cleans and escapes for its format.
 */
import type { StanceValue, VerdictValue } from '../annotations/desk.ts';
import type { NoteState } from '../annotations/noteState.ts';
import type { Role } from '../workshop/roles.ts';
import type { StickyColour } from '../workshop/stickyColour.ts';
import type { Source } from '../workshop/template.ts';

export interface JobDescription {
  /** The role, e.g. `Staff Machine Learning Engineer`. */
  readonly title: string;
  readonly team: string;
  readonly level: string;
  readonly engineer: string;
  readonly participants: readonly Person[];
  /** Names of those who were asked for their view, as the author typed them. */
  readonly reviewers: readonly string[];
  readonly status: Status;
  /** The IANA time zone in which every date of this document is told. */
  readonly timeZone: string;
  /** The one job, why now: before the pillars. */
  readonly tops: readonly SideSection[];
  readonly pillars: readonly PillarSection[];
  /** Not doing, needs: after the pillars. */
  readonly sides: readonly SideSection[];
  /** Over all notes that have a place. */
  readonly agreement: Agreement;
  /** Over those outside the pillars: at the top and at the side. */
  readonly agreementAround: Agreement;
  /** Titles of places that hold no note yet, in reading order: `Execution › Exploration`. */
  readonly empty: readonly string[];
  /** On the sheet, but in no lane or across a border: someone has to say where they belong. */
  readonly unplaced: readonly UnplacedNote[];
  /** No longer on the board, kept because people have spoken about them. */
  readonly gone: readonly Note[];
  readonly sources: readonly Source[];
  /** Entries on the desks that this version can't read. */
  readonly unknown: number;
}

/** Grows with rounds and sign-off; today every document is a draft. `at` is ISO 8601. */
export interface Status {
  readonly draft: true;
  readonly at: string;
}

export interface Person {
  readonly name: string;
  /** Null while they have not said who they are here. */
  readonly role: Role | null;
  /** Whether the sheet's engineer has confirmed the role; a claim does not count before. */
  readonly confirmed: boolean;
}

export interface Agreement {
  readonly notes: number;
  readonly agreed: number;
}

export interface SideSection {
  readonly title: string;
  readonly prompt: string;
  readonly notes: readonly Note[];
}

export interface PillarSection {
  readonly title: string;
  readonly meaning: string;
  readonly colour: StickyColour;
  readonly agreement: Agreement;
  readonly responsibilities: readonly ResponsibilitySection[];
}

export interface ResponsibilitySection {
  readonly title: string;
  readonly meaning: string;
  /** The question to ask where nothing is written yet. */
  readonly prompt: string;
  readonly notes: readonly Note[];
}

export interface Note {
  /** The sticky's item id. */
  readonly id: string;
  readonly text: string;
  /** Null for a note that left the board: there is nothing to agree on any more. */
  readonly state: NoteState | null;
  readonly stances: readonly TakenStance[];
  readonly threads: readonly Thread[];
}

export interface UnplacedNote extends Note {
  /** Titles of the places it may belong to: two or more on a border, none for a stray. */
  readonly between: readonly string[];
}

export interface TakenStance {
  readonly who: Person;
  readonly value: StanceValue;
  readonly reason: string;
  /** The note has been edited since: the stance is about earlier words. */
  readonly earlierText: boolean;
}

export interface Spoken {
  readonly who: Person;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  /** A suggestion's proposed words; null for an ordinary remark. */
  readonly wording: string | null;
  /** What was decided about it; null while nothing was. */
  readonly verdict: VerdictValue | null;
  /** Why it was declined; empty where nobody said. */
  readonly reason: string;
  /** Whether another wording was suggested in its place. */
  readonly countered: boolean;
}

/** A remark and everything that answers it, oldest first. */
export interface Thread extends Spoken {
  readonly answers: readonly Spoken[];
}
