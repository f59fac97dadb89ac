/**
 * A desk: everything one participant has said in a sheet, as plain values. How it lies in a Yjs document and how it
 * is parsed is deskDocument.ts; what follows from all desks together is noteState.ts.
 */
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { Role } from '../workshop/roles.ts';

export const stanceValues = ['agree', 'agree-if', 'disagree', 'not-sure'] as const;
export type StanceValue = (typeof stanceValues)[number];

export interface Stance {
  readonly note: ItemId;
  readonly value: StanceValue;
  /** One line; may be empty. */
  readonly reason: string;
  /** The note's text when the stance was taken: an edit of the note re-opens it. */
  readonly text: string;
  /** ISO 8601, by the owner's clock. */
  readonly at: string;
}

/** The wording a suggestion proposes, and the wording it was written for. */
export interface Wording {
  readonly proposed: string;
  /** The note's text when the suggestion was made. */
  readonly original: string;
}

/** A person whom a remark speaks to. */
export interface Mention {
  readonly user: UserId;
  /** As it stands in the text, after an @. */
  readonly name: string;
}

/** Whose words a remark has that its author only brought in from a document. Nobody has checked the name. */
export interface FromDocument {
  /** As the document has it; may be empty. */
  readonly name: string;
  /** When it was said, by the document. ISO 8601. */
  readonly at: string;
}

export interface Remark {
  /** Unique in the sheet. */
  readonly id: string;
  readonly note: ItemId;
  readonly text: string;
  /** The remark it answers, if any. */
  readonly answers: string | null;
  /** A suggestion carries the proposed wording; an ordinary remark carries null. */
  readonly wording: Wording | null;
  /** Absent where nobody is; those whose name was edited out of the text no longer count (mentions.ts). */
  readonly mentions?: readonly Mention[];
  /** Absent where its author said it. */
  readonly from?: FromDocument;
  readonly at: string;
  /** When its author last changed it; null if never. */
  readonly editedAt: string | null;
}

export const verdictValues = ['resolved', 'reopened', 'applied', 'declined'] as const;
export type VerdictValue = (typeof verdictValues)[number];

/** What the owner of this desk decided about a remark. Whose decisions count is threads.ts. */
export interface Verdict {
  readonly remark: string;
  readonly value: VerdictValue;
  /** For `applied`: the sticky's text before, so that it can be undone. */
  readonly before: string | null;
  /** For `declined`: why, one line. Absent where none was given. */
  readonly reason?: string;
  readonly at: string;
}

export interface Desk {
  readonly owner: UserId;
  /** The owner's name as the board gave it. */
  readonly name: string;
  /** What the owner says they are here. Null until they have said so. */
  readonly claim: Role | null;
  /** Roles the owner has confirmed for others; counts only on the desk of the sheet's engineer. */
  readonly confirmed: ReadonlyMap<UserId, Role>;
  readonly stances: ReadonlyMap<ItemId, Stance>;
  /** Oldest first. */
  readonly remarks: readonly Remark[];
  readonly verdicts: readonly Verdict[];
  /** Entries this version can't read (from a newer one, or damaged). They are kept, counted and shown, never deleted. */
  readonly unknown: number;
  /** Written by a newer version of the app: show what is understood, write nothing, ask to reload. */
  readonly newer: boolean;
}
