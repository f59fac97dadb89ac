/** The sheet as it is now, as far as a document that comes back is held against it. */
import type { ItemId, LaneId } from '../../workshop/ids.ts';

export interface HereNote {
  readonly id: ItemId;
  readonly text: string;
  /** Null for a note that lies in no lane, or between some. */
  readonly lane: LaneId | null;
  /** No longer on the board. */
  readonly gone: boolean;
}

export interface HereRemark {
  readonly id: string;
  readonly note: ItemId;
  readonly text: string;
  /** Under what name and time it goes out in a document. */
  readonly author: string;
  readonly at: string;
  /** The words it suggests; null for an ordinary remark. */
  readonly wording: string | null;
  /** A suggestion that waits for a decision. */
  readonly proposes: boolean;
  /** The remark with which its thread begins. */
  readonly thread: string;
  /** Whether that thread is resolved. */
  readonly resolved: boolean;
}

export interface Here {
  /** The sheet's id. */
  readonly sheet: string;
  readonly notes: readonly HereNote[];
  readonly lanes: readonly { readonly id: LaneId; readonly title: string }[];
  readonly remarks: readonly HereRemark[];
  /** Words that this note is known to have had. */
  readonly earlier: (note: ItemId) => readonly string[];
}
