/**
 * The mirror: what a sheet's items looked like when somebody last read them. It lies in the sheet document, because
 * Miro tells an app little about edits and a panel must show notes without reading the board each time.
 */
import type { Box } from '../base/box.ts';
import type { ItemId } from '../workshop/ids.ts';

export const mirroredKinds = ['sticky', 'text', 'shape'] as const;

export interface MirroredItem {
  readonly id: ItemId;
  readonly kind: (typeof mirroredKinds)[number];
  /** Relative to the frame's top-left corner (dp, centre), so that moving the frame changes nothing here. */
  readonly box: Box;
  readonly text: string;
  readonly colour: string;
  /** ISO 8601, by Miro's clock; the newest reading wins. */
  readonly modifiedAt: string;
  readonly modifiedBy: string;
  /** No longer on the board or in the frame; its words are kept because people have spoken about them. */
  readonly gone: boolean;
}

/** What somebody just read from the board: an item that is there. */
export type ItemReading = Omit<MirroredItem, 'gone'>;
