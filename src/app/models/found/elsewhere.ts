/** Notes that are gone from this sheet and lie on another one of the same board: moved, not just gone. */
import type { SheetContent } from '../../../annotations/sheetDocument.ts';
import { itemsInFrame } from '../../../board/inFrame.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { BoardReader } from '../../../board/port.ts';
import type { ItemId, SheetId } from '../../../workshop/ids.ts';
import { readSheetEntries } from '../sheet/sheetEntries.ts';

export interface OtherSheet {
  readonly id: SheetId;
  readonly label: string;
}

/** `items`: everything on the board, read just now. Other sheets are asked for only where a gone note is on the board. */
export async function notesElsewhere(
  board: Pick<BoardReader, 'readSheetRecords'>,
  items: readonly BoardItem[],
  own: Pick<SheetContent, 'items' | 'frame'>,
): Promise<ReadonlyMap<ItemId, OtherSheet>> {
  const gone = new Set([...own.items.values()].filter((item) => item.gone).map(({ id }) => id));
  if (!items.some(({ id }) => gone.has(id))) return new Map();
  const { entries } = readSheetEntries(await board.readSheetRecords());
  return new Map(
    entries.flatMap(({ id, label, place }) => {
      const frame = place.frame === own.frame ? undefined : items.find((item) => item.id === place.frame);
      if (!frame) return [];
      const inIt = itemsInFrame(frame, items).filter((item) => gone.has(item.id));
      return inIt.map((item) => [item.id, { id, label }] as const);
    }),
  );
}
