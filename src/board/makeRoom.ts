/**
 * Room for one more row of notes in a lane: what lies below it moves down, and the frame grows by what that needs.
 * Only the lane's own stack moves; a lane across the top moves everything below it. Nothing changes its lane.
 */
import { type Box, bottom, left, moved, right, top } from '../base/box.ts';
import type { ItemId, LaneId } from '../workshop/ids.ts';
import type { Column } from '../workshop/lens.ts';
import { noteGap, noteSize } from '../workshop/spacing.ts';
import { readBorders } from './borders.ts';
import type { ChangePlan, SheetChange } from './changePlan.ts';
import type { HarvestItem } from './harvest.ts';

export interface SheetOnBoard {
  readonly columns: readonly Column[];
  readonly anchors: ReadonlyMap<string, ItemId>;
  readonly frame: { readonly id: ItemId; readonly box: Box };
  /** Relative to the frame's top-left corner. */
  readonly items: readonly HarvestItem[];
}

/** Kept free below the lowest item (dp). */
const spaceBelow = 72;

/** The frame with its bottom edge moved down; its top-left corner stays, so nothing in it moves. */
export const grownDown = (box: Box, by: number): Box => ({
  ...box,
  y: box.y + by / 2,
  height: box.height + by,
});

export const growFrame = (frame: { readonly id: ItemId; readonly box: Box }, to: Box): SheetChange => ({
  kind: 'change',
  id: frame.id,
  what: 'The frame',
  from: { box: frame.box },
  to: { box: to },
});

export const nameOf = (item: { readonly text: string; readonly kind: string }): string =>
  item.text.trim() || (item.kind === 'sticky' ? 'A blank note' : 'An item');

export function planMakeRoom(sheet: SheetOnBoard, lane: LaneId, rows = 1): ChangePlan {
  const { columns, anchors, frame } = sheet;
  const items = sheet.items.filter(({ gone }) => gone !== true);
  const boxes = new Map(items.map(({ id, box }) => [id, box]));
  const borders = readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id));
  const area = borders.areas.get(lane);
  if (!area) return { stages: [] };

  const by = rows * (noteSize.height + noteGap);
  const end = bottom(area);
  const across = columns.some(({ place, lanes }) => place === 'top' && lanes.some(({ id }) => id === lane));
  const { from, to } = borders.reach.get(lane) ?? { from: left(area), to: right(area) };
  const goesAlong = ({ kind, box }: HarvestItem): boolean => {
    // A note belongs where its centre is; a header's top edge is the border itself.
    const isBelow = kind === 'sticky' ? box.y >= end : top(box) >= end - 1;
    return isBelow && (across || (box.x >= from && box.x < to));
  };
  const moving = items.filter(goesAlong);
  const lowest = Math.max(end, ...moving.map(({ box }) => bottom(box)));
  const isLast = moving.length === 0;
  const missing = isLast ? by : Math.max(0, Math.ceil(lowest + by + spaceBelow - frame.box.height));
  const [dx, dy] = [left(frame.box), top(frame.box)];
  return {
    stages: [
      missing > 0 ? [growFrame(frame, grownDown(frame.box, missing))] : [],
      moving
        // From the bottom up, so that things hardly ever cross.
        .toSorted((a, b) => b.box.y - a.box.y)
        .map((item): SheetChange => {
          const box = moved(item.box, dx, dy);
          return {
            kind: 'change',
            id: item.id,
            what: nameOf(item),
            from: { box },
            to: { box: moved(box, 0, by) },
          };
        }),
    ],
  };
}
