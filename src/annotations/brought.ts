/**
 * Other people's words that came along from another board: a record to read, not their desk here. They count nowhere
 * until their owner adopts them. What is done with records is bringAlong.ts, how they lie in the sheet document is
 * broughtEntries.ts.
 */
import type { UserId } from '../workshop/ids.ts';
import type { Desk } from './desk.ts';

export interface BroughtDesk {
  /** What its owner had said on the other board; notes go by their ids on this one. */
  readonly desk: Desk;
  /** What lay on their desk beside words about notes, as it lies there: beside/word.ts reads it. Absent where nothing did. */
  readonly beside?: readonly unknown[];
  /** Who brought it along last. */
  readonly by: UserId;
  readonly at: string;
  /** The board it came from. */
  readonly board: string;
}
