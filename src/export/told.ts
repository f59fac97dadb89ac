/**
 * What a document is made of, wherever it comes from: the sheet as it is now (sheetNow.ts) or a closed round
 * (roundThen.ts). From here on the two are the same.
 */
import type { LaneId } from '../workshop/ids.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { GoneNote, Note, Person, UnplacedNote } from './document.ts';

export interface Told {
  readonly details: SheetDetails;
  readonly people: readonly Person[];
  /** Notes in reading order; blank ones only where somebody spoke about them, and without a state. */
  readonly lanes: ReadonlyMap<LaneId, readonly Note[]>;
  readonly unplaced: readonly (UnplacedNote & { readonly lanes: readonly LaneId[] })[];
  readonly gone: readonly GoneNote[];
  /** Entries that this version can't read. */
  readonly unknown: number;
}
