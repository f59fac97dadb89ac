/** Items as the app sees them: Miro's classes reduced to what a sheet needs, in board coordinates. */
import type { Box } from '../base/box.ts';
import type { ItemId, TagId } from '../workshop/ids.ts';
import type { StickyColour } from '../workshop/stickyColour.ts';

/** `other` is anything that is no note in a sheet (images, connectors, cards). */
export type ItemKind = 'frame' | 'sticky' | 'text' | 'shape' | 'other';

export interface BoardItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  /**
   * Where it lies on the board (dp, centre), whether or not it is a frame's child. For a child it is computed from
   * where its frame was last seen, so it can lag behind a frame that has just been moved; `local` never does.
   */
  readonly box: Box;
  /** As the board keeps it: relative to the top-left corner of `frame` (dp, centre), or the same as `box` without one. */
  readonly local: Box;
  readonly frame: ItemId | null;
  /** Plain text; line breaks as \n. A frame's or a card's title. */
  readonly text: string;
  readonly colour: string;
  readonly tags: readonly TagId[];
  /** ISO 8601, by Miro's clock. */
  readonly modifiedAt: string;
  /** Miro's user id. */
  readonly modifiedBy: string;
  readonly createdBy: string;
}

export interface TextLook {
  readonly size: number;
  readonly bold?: boolean;
  /** Hex. */
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
}

/** What can be asked for. Boxes are in board coordinates; text is plain, the rim escapes it. */
export type NewItem =
  | { readonly kind: 'frame'; readonly box: Box; readonly title: string; readonly fill?: string }
  /** A square sticky, or a wide one: its width is kept, its height follows. */
  | {
      readonly kind: 'sticky';
      readonly box: Box;
      readonly text: string;
      readonly colour: StickyColour;
      readonly wide?: boolean;
    }
  /** Height follows from the text. `link` makes the whole text a link (http, https). */
  | {
      readonly kind: 'text';
      readonly box: Box;
      readonly text: string;
      readonly look: TextLook;
      readonly link?: string;
    }
  | {
      readonly kind: 'shape';
      readonly box: Box;
      readonly text: string;
      readonly look: TextLook;
      readonly shape: 'rectangle' | 'round_rectangle';
      /** Hex, or `transparent`. */
      readonly fill: string;
      readonly border?: string;
      readonly verticalAlign?: 'top' | 'middle' | 'bottom';
    };

/** A change to one item; what is not named stays. Position is the centre in board coordinates. */
export interface ItemChange {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly text?: string;
  /** How a new text is written. */
  readonly bold?: boolean;
  readonly tags?: readonly TagId[];
  /** Of a sticky. */
  readonly colour?: StickyColour;
}
