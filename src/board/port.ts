/**
 * What we ask of a board. `src/miro` implements it over the SDK; the costs are Miro's credits (Level 1 = 50,
 * Level 3 = 500; rate-limiting reference page). Every method rejects with a `BoardRefusal` when the board says no.
 */
import type { Point } from '../base/box.ts';
import type { Disposer } from '../base/disposer.ts';
import type { Json } from '../base/json.ts';
import type { ItemId, SheetId, TagId } from '../workshop/ids.ts';
import type { BoardItem, ItemChange, NewItem } from './item.ts';

export interface BoardTag {
  readonly id: TagId;
  readonly title: string;
}

export type TagColour = 'red' | 'green' | 'yellow' | 'blue' | 'violet' | 'gray' | 'cyan' | 'magenta';

/** Reading. */
export interface BoardReader {
  /** Everything on the board, in one call (500 credits). */
  readAll(): Promise<readonly BoardItem[]>;
  /** These items, one call each (50 credits); those that are gone are left out. */
  readSome(ids: readonly ItemId[]): Promise<readonly BoardItem[]>;
  readTags(): Promise<readonly BoardTag[]>;
  /** Our mark on an item (item metadata), or undefined (50 credits). */
  readMark(id: ItemId): Promise<Json | undefined>;
  /** Every sheet's record in the app's data on this board, unparsed (50 credits). */
  readSheetRecords(): Promise<ReadonlyMap<SheetId, Json>>;
  /** Every template that a team brought to this board, by the name that sheets know it by, unparsed (50 credits). */
  readTemplateRecords(): Promise<ReadonlyMap<string, Json>>;
}

/** Writing: one method, one thing on the board. */
export interface BoardWriter {
  create(item: NewItem): Promise<BoardItem>;
  /** Makes an item a child of a frame without moving it; it must lie wholly inside. */
  putInFrame(frame: ItemId, item: ItemId): Promise<void>;
  /** Makes it nobody's child, where it lies. Succeeds where it is nobody's already. */
  takeOutOfFrame(item: ItemId): Promise<void>;
  change(id: ItemId, change: ItemChange): Promise<BoardItem>;
  /** Removing what is already gone succeeds. */
  remove(id: ItemId): Promise<void>;
  createTag(title: string, colour: TagColour): Promise<BoardTag>;
  removeTag(id: TagId): Promise<void>;
  writeMark(id: ItemId, mark: Json): Promise<void>;
  /** `null` takes the record away. */
  writeSheetRecord(id: SheetId, record: Json | null): Promise<void>;
  /** `null` takes the record away. */
  writeTemplateRecord(name: string, record: Json | null): Promise<void>;
}

/** Where this person looks; no effect on anybody else. */
export interface BoardView {
  /** A centre around which a rectangle of this size covers nothing, near where the person looks. */
  findEmptySpace(size: { readonly width: number; readonly height: number }): Promise<Point>;
  /** Brings these into view with their surroundings; where they can be read already, nothing moves. */
  show(ids: readonly ItemId[]): Promise<void>;
  select(ids: readonly ItemId[]): Promise<void>;
  /** What this person has selected now (50 credits). */
  selected(): Promise<readonly BoardItem[]>;
}

/** What the board tells. It tells little: see design, "the mirror". */
export interface BoardEvents {
  /** What this person has selected now; empty when they let go. */
  onSelection(listener: (items: readonly BoardItem[]) => void): Disposer;
  /** Items this person (or, on a kind board, anybody) made, moved or resized. */
  onTouched(listener: (items: readonly BoardItem[]) => void): Disposer;
  onDeleted(listener: (ids: readonly ItemId[]) => void): Disposer;
  /** Something was dragged from the panel onto the board; `target` is the dragged element's `data-drop` value. */
  onDrop(listener: (place: Point, target: string) => void): Disposer;
}

export interface BoardPort extends BoardReader, BoardWriter, BoardView, BoardEvents {}

/**
 * Why the board said no, as far as can be known: Miro documents no error codes, so `rate` is recognised by its two
 * messages, `offline` by the words that browsers use, and everything unknown is `refused`. `moving` is our own: the
 * sheet is being laid out anew, so that for a moment places say nothing.
 */
export class BoardRefusal extends Error {
  override readonly name = 'BoardRefusal';
  readonly reason: 'rate' | 'gone' | 'no-access' | 'offline' | 'too-long' | 'moving' | 'refused';
  constructor(reason: BoardRefusal['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
