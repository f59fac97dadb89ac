/** What may have become of the sheets on a board edited by hand, and what can be done about it: the words for it. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Json } from '../../../base/json.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { ItemId, SheetId } from '../../../workshop/ids.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import type { Platform } from '../platform.ts';

export interface FoundSheets {
  /** The frame is gone from the board, and no copy of it was seen. */
  readonly deleted: ReadonlySignal<ReadonlySet<SheetId>>;
  /** The frame is gone, but a copy of it is here, this one: as on a copied or restored board. */
  readonly refound: ReadonlySignal<ReadonlyMap<SheetId, ItemId>>;
  /** A copy lies beside its sheet. Notes in it count nowhere. */
  readonly copies: ReadonlySignal<readonly CopiedSheet[]>;
  /** Sheets of other boards, of which this one has no record: their frames were copied here. */
  readonly strangers: ReadonlySignal<readonly StrangeSheet[]>;
  /** Frames with a sheet's marks, no record and not one word of anybody: a drop that ended with its page. */
  readonly unfinished: ReadonlySignal<readonly ItemId[]>;
  /** Looks at what was read just now; reads a few marks where frames are strange. */
  look(records: ReadonlyMap<SheetId, Json>, items: readonly BoardItem[]): Promise<void>;
  /** The sheet goes on with the copy of its frame. */
  goOnWith(id: SheetId): Promise<void>;
  /** A sheet of another board goes on here, under the id it has there: so two who say it at once make one sheet. */
  settleHere(stranger: StrangeSheet): Promise<SheetId | null>;
  /** The copy becomes a sheet of its own. */
  makeOwn(copy: CopiedSheet): Promise<SheetId | null>;
  /** Takes an unfinished sheet off the board. */
  remove(frame: ItemId): Promise<void>;
  /** What has just been learned to be deleted is not offered any more. */
  forgetDeleted(): void;
  /** The copy stays what it is; it is not mentioned again by this page. */
  leave(copy: CopiedSheet): void;
}

export interface CopiedSheet {
  readonly of: SheetId;
  readonly frame: ItemId;
}

export interface StrangeSheet extends CopiedSheet {
  /** Null when its headings are those of no template that this version has. */
  readonly details: SheetDetails | null;
}

/** What was found, for whoever finds it to write. */
export type FoundSignals = {
  readonly [K in 'deleted' | 'refound' | 'copies' | 'strangers' | 'unfinished']: Signal<
    FoundSheets[K]['value']
  >;
};

export interface FindingOptions extends Pick<Platform, 'board' | 'clock' | 'newId'> {
  /** Whether its owner deleted this sheet: then what lies there is theirs to take away, and nothing unfinished. */
  readonly isDeleted: (id: SheetId) => boolean;
}

/** What is done by looking or by an answer. */
export type Finding = Omit<FoundSheets, keyof FoundSignals>;
