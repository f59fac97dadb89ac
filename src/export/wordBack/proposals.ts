/** What a document that comes back would do to the sheet: each is shown, and can be left out. */
import type { ItemId, LaneId } from '../../workshop/ids.ts';

/** Whom the document names; empty where it names nobody. */
export interface Said {
  readonly by: string;
  /** ISO 8601; empty where it tells no time. */
  readonly at: string;
}

interface Own {
  /** The same whenever the same thing comes back, so that nothing is brought in twice. */
  readonly id: string;
}

/** By what a note was known again. `place`: it stands where the note stood. `alike`: its words are much like the note's. */
export type KnownBy = 'bookmark' | 'words' | 'place' | 'alike';

export type Proposal = Own &
  (
    | ({
        readonly kind: 'reworded';
        readonly note: ItemId;
        /** The words that somebody changed; null where nobody here remembers them. */
        readonly before: string | null;
        readonly words: string;
        /** Whether the note itself has changed since; null where the document doesn't tell. */
        readonly meanwhile: boolean | null;
        readonly known: KnownBy;
      } & Said)
    | ({ readonly kind: 'taken-out'; readonly note: ItemId } & Said)
    /** A suggestion that stood in the text as a change. */
    | ({ readonly kind: 'accepted' | 'rejected'; readonly note: ItemId; readonly remark: string } & Said)
    | { readonly kind: 'moved'; readonly note: ItemId; readonly from: LaneId | null; readonly to: LaneId }
    | ({ readonly kind: 'added'; readonly lane: LaneId; readonly words: string } & Said)
    | ({
        readonly kind: 'remark';
        readonly note: ItemId;
        readonly words: string;
        /** The remark it answers, here or among those that come along. */
        readonly answers: string | null;
      } & Said)
    | { readonly kind: 'settled' | 'reopened'; readonly note: ItemId; readonly remark: string }
  );

/** What is in the document and is not brought in. */
export interface Left {
  readonly why: /** Something of ours beside the notes reads differently, or something was added there. */
    | 'beside-notes'
    | 'in-table'
    /** Two notes have become one paragraph. */
    | 'merged'
    /** Its note is no longer on the board. */
    | 'note-gone'
    | 'picture'
    /** A comment that lies on no note. */
    | 'comment-elsewhere'
    /** A remark whose words somebody changed. */
    | 'comment-changed';
  readonly words: string;
  /** The heading it stands under; empty before the first. */
  readonly under: string;
}

export interface Findings {
  readonly proposals: readonly Proposal[];
  readonly left: readonly Left[];
  /** How many of its proposals are in the sheet already. */
  readonly already: number;
  /** How many notes of this sheet were known again in it. */
  readonly known: number;
  /** When the document was saved from here; null where it doesn't say what it said then. */
  readonly exportedAt: string | null;
}
