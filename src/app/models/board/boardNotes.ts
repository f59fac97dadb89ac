/** Notes written on the board from the panel: added, reworded, moved. Every change is taken into the mirror at once. */
import { type Box, holds, left, type Point, top } from '../../../base/box.ts';
import { readBorders } from '../../../board/borders.ts';
import { placeForNote } from '../../../board/freePlace.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import type { ItemId, LaneId } from '../../../workshop/ids.ts';
import { noteColour } from '../../../workshop/lens.ts';
import { noteSize } from '../../../workshop/spacing.ts';
import type { Platform } from '../platform.ts';
import type { MirrorKeeper } from './mirrorKeeper.ts';

export interface BoardNotes {
  /** Onto a blank sticky that waits in the lane, else a new one in the first free place. Null when the lane is full. */
  add(sheet: SheetOnBoard, lane: LaneId, text: string): Promise<ItemId | null>;
  /** False when the lane is full. */
  move(sheet: SheetOnBoard, lane: LaneId, note: ItemId): Promise<boolean>;
  reword(id: ItemId, text: string): Promise<void>;
}

interface Options {
  readonly platform: Pick<Platform, 'board'>;
  readonly keeper: Pick<MirrorKeeper, 'take'>;
}

export function openBoardNotes({ platform: { board }, keeper: { take } }: Options): BoardNotes {
  const areaOf = ({ columns, anchors, frame, items }: SheetOnBoard, lane: LaneId): Box | undefined => {
    const boxes = new Map(items.map(({ id, box }) => [id, box]));
    return readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id)).areas.get(lane);
  };

  /** A centre in board coordinates, or null in a full lane. */
  const placeIn = (sheet: SheetOnBoard, lane: LaneId, besides: ItemId | null): Point | null => {
    const { columns, anchors, frame } = sheet;
    const items = sheet.items.filter(({ id }) => id !== besides);
    const found = placeForNote({ columns, anchors, frame: frame.box, items }, lane);
    if (found.kind !== 'free') return null;
    return { x: left(frame.box) + found.box.x, y: top(frame.box) + found.box.y };
  };

  const reword = async (id: ItemId, text: string): Promise<void> => {
    take([await board.change(id, { text })]);
  };

  return {
    async add(sheet, lane, text) {
      const area = areaOf(sheet, lane);
      const isBlank = ({ kind, text: words, box }: SheetOnBoard['items'][number]) =>
        kind === 'sticky' && words.trim() === '' && area !== undefined && holds(area, box);
      const blank = sheet.items.find(isBlank);
      if (blank) {
        await reword(blank.id, text);
        return blank.id;
      }
      const place = placeIn(sheet, lane, null);
      const target = sheet.columns.flatMap(({ lanes }) => lanes).find(({ id }) => id === lane);
      if (!place || !target) return null;
      const box = { ...place, ...noteSize };
      const note = await board.create({ kind: 'sticky', box, text, colour: noteColour(target) });
      // Outside the frame it would stay behind when the sheet is moved; where the board refuses, it still counts by
      // where it lies.
      await board.putInFrame(sheet.frame.id, note.id).catch(() => undefined);
      take(await board.readSome([note.id]));
      return note.id;
    },
    async move(sheet, lane, note) {
      const place = placeIn(sheet, lane, note);
      if (!place) return false;
      take([await board.change(note, place)]);
      return true;
    },
    reword,
  };
}
