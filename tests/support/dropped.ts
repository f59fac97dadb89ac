/** A sheet dropped on a fake board, and its items as a harvest reads them. */
import { itemsInFrame } from '../../src/board/inFrame.ts';
import type { BoardItem } from '../../src/board/item.ts';
import { type DropOptions, planDrop } from '../../src/board/plan.ts';
import { type DropResult, runDrop } from '../../src/board/runDrop.ts';
import type { ItemId, LaneId } from '../../src/workshop/ids.ts';
import { type Column, sheetColumns } from '../../src/workshop/lens.ts';
import type { SheetDetails } from '../../src/workshop/sheet.ts';
import type { Template } from '../../src/workshop/template.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { type FakeBoard, fakeBoard } from './fakeBoard.ts';
import { details } from './sheets.ts';
import { virtualClock } from './virtualClock.ts';

export interface DroppedSheet {
  readonly board: FakeBoard;
  readonly columns: readonly Column[];
  readonly anchors: ReadonlyMap<string, ItemId>;
  readonly frame: () => BoardItem;
  readonly id: (key: string) => ItemId;
  /** What a harvest needs, as the board stands now. */
  readonly reading: () => {
    readonly columns: readonly Column[];
    readonly anchors: ReadonlyMap<string, ItemId>;
    readonly frame: { readonly width: number; readonly height: number };
    readonly items: readonly BoardItem[];
  };
  /** Writes on the blank note that waits in a lane. */
  readonly write: (lane: LaneId | string, text: string) => ItemId;
}

export async function droppedSheet(
  about: Partial<SheetDetails> = {},
  options: Partial<DropOptions> = {},
  template: Template = staffRole,
): Promise<DroppedSheet> {
  const board = fakeBoard();
  const sheet = { ...details, ...about };
  const plan = planDrop(template, sheet, { centre: { x: 1000, y: -500 }, ...options });
  const result: DropResult = await runDrop(plan, board, { clock: virtualClock() });
  if (result.kind !== 'dropped') throw new Error(`The sheet was not dropped: ${result.kind}.`);
  const columns = sheetColumns(template, sheet.lens);
  const id = (key: string): ItemId => {
    const found = result.anchors.get(key);
    if (found === undefined) throw new Error(`The sheet has no item ${key}.`);
    return found;
  };
  const frame = () => {
    const item = board.items.get(result.frame);
    if (!item) throw new Error('The frame is gone.');
    return item;
  };
  return {
    board,
    columns,
    anchors: result.anchors,
    frame,
    id,
    reading: () => ({
      columns,
      anchors: result.anchors,
      frame: frame().box,
      items: itemsInFrame(frame(), [...board.items.values()]),
    }),
    write(lane, text) {
      const note = id(`blank:${lane}:0`);
      board.edit(note, { text });
      return note;
    },
  };
}
