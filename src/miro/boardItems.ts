/** Items as this page has seen them last: where their frames lie, and so where they lie themselves. */
import { left, type Point, top } from '../base/box.ts';
import type { BoardItem } from '../board/item.ts';
import { BoardRefusal } from '../board/port.ts';
import type { ItemId } from '../workshop/ids.ts';
import { type Calls, credits } from './calls.ts';
import type { ParseHtml } from './content.ts';
import { boardItem, hasPlace, parentOf } from './items.ts';
import type { Miro, SdkItem } from './sdk.ts';

export interface BoardItems {
  /** Top-left corners of frames as last seen, to place their children on the board. */
  readonly corners: ReadonlyMap<ItemId, Point>;
  see(item: SdkItem): void;
  plain(item: SdkItem): BoardItem;
  getById(id: ItemId): Promise<SdkItem>;
  /** Undefined when it is gone. */
  find(id: ItemId): Promise<SdkItem | undefined>;
  /** Items with their place on the board, looking up each parent frame that was not seen before. */
  placed(items: readonly SdkItem[]): Promise<BoardItem[]>;
}

export function boardItems(miro: Miro, calls: Calls, parse: ParseHtml): BoardItems {
  const corners = new Map<ItemId, Point>();

  const see = (item: SdkItem): void => {
    if (item.type === 'frame') corners.set(item.id as ItemId, { x: left(item), y: top(item) });
  };
  const plain = (item: SdkItem): BoardItem => {
    const parent = parentOf(item);
    return boardItem(item, parent ? (corners.get(parent) ?? null) : null, parse);
  };
  const getById = async (id: ItemId): Promise<SdkItem> => {
    const item = await calls(credits.level1, () => miro.board.getById(id));
    see(item);
    return item;
  };
  const placed = async (items: readonly SdkItem[]): Promise<BoardItem[]> => {
    items.forEach(see);
    const unknown = new Set(items.map(parentOf).filter((parent) => parent !== null && !corners.has(parent)));
    // A parent that is gone or refused leaves its child at its own coordinates; `local` is right in any case.
    await Promise.allSettled([...unknown].map((parent) => getById(parent as ItemId)));
    return items.filter(hasPlace).map(plain);
  };
  const find = async (id: ItemId): Promise<SdkItem | undefined> => {
    try {
      return await getById(id);
    } catch (error) {
      if (error instanceof BoardRefusal && error.reason === 'gone') return undefined;
      throw error;
    }
  };
  return { corners, see, plain, getById, find, placed };
}
