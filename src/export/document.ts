/**
 * The job description as a document: plain values in reading order, in the words that people read. Every rendering
 * reads this and nothing else, so that all of them say the same. It knows nothing of boards, Yjs or file formats. Texts
 * are as people wrote them; each rendering cleans and escapes for its format.
 */
import type { FromDocument, StanceValue, VerdictValue } from '../annotations/desk.ts';
import type { NeedState } from '../annotations/needs/needs.ts';
import type { NoteState } from '../annotations/noteState.ts';
import type { Trust } from '../annotations/trust.ts';
import type { Role } from '../workshop/roles.ts';
import type { StickyColour } from '../workshop/stickyColour.ts';
import type { Source } from '../workshop/template.ts';
import type { Chapter, Variant } from './choice.ts';

export interface JobDescription {
  /** The sheet's id: who brings the document back finds the sheet by it. */
  readonly sheet: string;
  /** What is in it: choice.ts. */
  readonly variant: Variant;
  readonly chapters: readonly Chapter[];
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
  /** What people said around the notes, such as where the role stands. */
  readonly around: readonly Telling[];
  readonly pillars: readonly PillarSection[];
  /** Not doing, needs: after the pillars. */
  readonly sides: readonly SideSection[];
  /** Over all notes that have a place. */
  readonly agreement: Agreement;
  /** Over those outside the pillars: at the top and at the side. */
  readonly agreementAround: Agreement;
  /** Titles of places that hold no note yet, in reading order: `Execution › Exploration`. */
  readonly empty: readonly string[];
  /** What is not agreed yet, widest mismatch first. */
  readonly open: readonly OpenPoint[];
  /** Every closed round, the first one first. */
  readonly rounds: readonly PastRound[];
  /** On the sheet, but in no lane or across a border: someone has to say where they belong. */
  readonly unplaced: readonly UnplacedNote[];
  /** No longer on the board, kept because people have spoken about them. */
  readonly gone: readonly GoneNote[];
  readonly sources: readonly Source[];
  /** Entries on the desks that this version can't read. */
  readonly unknown: number;
}

/** What the document is a picture of. `at` is ISO 8601: when it was made, or when the round was closed. */
export type Status =
  | { readonly kind: 'draft'; readonly at: string }
  /** Counts of several sheets (summaryDocument.ts). */
  | { readonly kind: 'summary'; readonly at: string }
  | { readonly kind: 'round'; readonly at: string; readonly hash: string };

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
  /** The lane's id. */
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly notes: readonly Note[];
}

export interface PillarSection {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly colour: StickyColour;
  readonly agreement: Agreement;
  readonly responsibilities: readonly ResponsibilitySection[];
}

export interface ResponsibilitySection {
  /** The lane's id. */
  readonly id: string;
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
  /** What belongs to the note and is no remark: why it is there, what somebody answered to a need. */
  readonly details: readonly Detail[];
  /** Null where there is nothing to agree on: it left the board, or holds no words. */
  readonly state: NoteState | null;
  /** What a manager answered, where the note asks for it; absent where it does not. */
  readonly answered?: NeedState | null | undefined;
  readonly stances: readonly TakenStance[];
  readonly threads: readonly Thread[];
  /** Who changed the sticky last, and when; empty where nobody knows. */
  readonly changedBy: string;
  readonly changedAt: string;
}

export interface Detail {
  /** E.g. `Why`. */
  readonly name: string;
  readonly words: string;
  /** What somebody else says of it, which is no part of the job description alone. */
  readonly said?: true;
}

export interface UnplacedNote extends Note {
  /** Titles of the places it may belong to: two or more on a border, none for a stray. */
  readonly between: readonly string[];
}

export interface GoneNote extends Note {
  /** Why it went, from everybody who said so. */
  readonly because: readonly { readonly who: Person; readonly reason: string }[];
}

export interface TakenStance {
  readonly who: Person;
  readonly value: StanceValue;
  readonly reason: string;
  /** The note has been edited since: the stance is about earlier words. */
  readonly earlierText: boolean;
  /** What it is called, where it is an answer to a need or the need itself. */
  readonly called?: string;
}

export interface Spoken {
  readonly id: string;
  /** On whose desk it is. */
  readonly who: Person;
  /** Whose words they are, where `who` only brought them in from a document. */
  readonly from?: FromDocument;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  /** A suggestion's proposed words; null for an ordinary remark. */
  readonly wording: string | null;
  /** A suggestion that waits for a decision. */
  readonly proposes: boolean;
  /** What was decided about it; null while nothing was. */
  readonly verdict: VerdictValue | null;
  /** Why it was declined; empty where nobody said. */
  readonly reason: string;
  /** Whether another wording was suggested in its place. */
  readonly countered: boolean;
}

/** A remark and everything that answers it, oldest first. */
export interface Thread extends Spoken {
  readonly resolved: boolean;
  readonly answers: readonly Spoken[];
}

export interface OpenPoint {
  readonly note: Note;
  /** The title of where it lies: `Execution › Exploration`. */
  readonly place: string;
}

/** A closed round, as the history tells it. */
export interface PastRound {
  /** `Round 2`; of several closed under one number the later ones are told by a letter. */
  readonly title: string;
  readonly number: number;
  readonly hash: string;
  readonly at: string;
  /** Names of who closed it. */
  readonly by: readonly string[];
  /** What whoever closed it had to say about it. */
  readonly note: string;
  /** Null where what the round says has not arrived. */
  readonly agreement: Agreement | null;
  readonly signatures: readonly GivenSignature[];
  /** Whether everybody who has to has signed it. */
  readonly signed: boolean;
  /** Names of whom it waits for. */
  readonly waitingFor: readonly string[];
}

export interface GivenSignature {
  readonly who: Person;
  /** ISO 8601, by the signer's clock. */
  readonly at: string;
  readonly trust: Trust;
}

/** A part of the document that is no note: its blocks look alike in every rendering. */
export interface Telling {
  /** Lasting, such as `why-now`. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What others say of it, which is no part of the job description alone. */
  readonly said?: readonly Block[];
}

export interface Run {
  readonly text: string;
  readonly look?: 'strong' | 'quiet';
  /** A web address, or the id of a note in this document after a `#`. */
  readonly to?: string;
}

export type Line = readonly Run[];

export type Block =
  /** One line of ours; `small` explains, `aside` stands for what is missing. */
  | { readonly kind: 'line'; readonly line: Line; readonly look?: 'small' | 'aside' }
  /** What somebody wrote: several lines and paragraphs. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  /** The first row names the columns; numbers stand at the right. The last row may be their sum. */
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly numbers?: boolean;
      readonly sum?: boolean;
      /** Shares of the width, which add up to 1; alike unless told. */
      readonly widths?: readonly number[];
    }
  | { readonly kind: 'note'; readonly note: Note; readonly more?: Line };
