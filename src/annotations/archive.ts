/**
 * A sheet's archive: everything that one sheet holds, as plain values, to be kept as a file or taken along to another
 * board. It knows neither documents nor board. makeArchive.ts makes it, parseArchive.ts reads it from a file, and how the
 * file looks is told in docs/file-format.md.
 */
import type { Box } from '../base/box.ts';
import type { ItemId, LaneId, UserId } from '../workshop/ids.ts';
import type { SheetDetails } from '../workshop/sheet.ts';
import type { ArchivedRecords, ArchivedRound } from './archivedRounds.ts';
import type { BesideWord } from './beside/word.ts';
import type { BroughtDesk } from './brought.ts';
import type { Desk } from './desk.ts';

/** What a file of ours says of itself. The version goes up only when an older reader would misread it. */
export const archiveFormat = 'rolewright-sheet';
export const archiveVersion = 1;

export interface ArchivedNote {
  readonly id: ItemId;
  readonly text: string;
  readonly colour: string;
  /** One where it is clear, several where it lay on a border, none where it lay in no lane. The same in both lenses. */
  readonly lanes: readonly LaneId[];
  /** No longer on the board when the archive was made. */
  readonly gone: boolean;
  /** Relative to the frame's top-left corner (dp, centre). */
  readonly box: Box;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
}

/** How the sheet is laid out: its frame's size, and where its headers lie in it. */
export interface ArchivedLayout {
  readonly width: number;
  readonly height: number;
  /** By key (workshop/piece.ts); relative to the frame's top-left corner (dp, centre). */
  readonly headers: readonly { readonly key: string; readonly box: Box }[];
}

/** What somebody's desk holds beside words about notes: marks on the ladder, whys and the like. */
export interface ArchivedBeside {
  readonly owner: UserId;
  readonly words: readonly BesideWord[];
}

export interface ArchivedBrought extends BroughtDesk {
  readonly beside?: readonly BesideWord[];
}

export interface SheetArchive {
  /** The board it was made on. The sheet's own id is among the details. */
  readonly board: string;
  readonly at: string;
  readonly by: { readonly user: UserId; readonly name: string };
  readonly details: SheetDetails;
  readonly engineer: UserId | null;
  readonly notes: readonly ArchivedNote[];
  /** Absent where nobody has seen it lie there, or it was just being laid out anew. */
  readonly layout?: ArchivedLayout;
  readonly desks: readonly Desk[];
  /** What had been brought to this board from elsewhere and was not adopted. */
  readonly brought: readonly ArchivedBrought[];
  /** Absent where none was closed. */
  readonly rounds?: readonly ArchivedRound[];
  /** Absent where nobody's desk holds any. */
  readonly records?: readonly ArchivedRecords[];
  /** Absent where nobody's desk holds any. */
  readonly beside?: readonly ArchivedBeside[];
  /** The same of what all edit together: ladder, names, groups, which notes began as examples and the like. */
  readonly shared?: readonly BesideWord[];
  /** Things in the sheet or in the file that could not be read and are not in here. Desks have counts of their own. */
  readonly unknown: number;
}
