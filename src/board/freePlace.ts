/**
 * Where the next note goes in a lane: the first gap, in reading order, in which a note of the default size touches
 * nothing and would count for that lane. All in dp relative to the frame's top-left corner.
 */
import { type Box, bottom, boxAt, left, overlap, right, top } from '../base/box.ts';
import type { LaneId } from '../workshop/ids.ts';
import { noteGap, noteSize } from '../workshop/spacing.ts';
import { type Borders, readBorders } from './borders.ts';
import { lanesFor, type SheetReading } from './harvest.ts';

export type FreePlace =
  | { readonly kind: 'free'; readonly box: Box }
  /** See makeRoom.ts. */
  | { readonly kind: 'full' }
  /** The lane has no header on the board any more. */
  | { readonly kind: 'no-lane' };

/** Where the next note goes, as the sheet lies now. */
export function placeForNote({ columns, anchors, frame, items }: SheetReading, lane: LaneId): FreePlace {
  const present = items.filter(({ gone }) => gone !== true);
  const boxes = new Map(present.map(({ id, box }) => [id, box]));
  return freePlace(
    readBorders({ columns, anchors, frame }, (id) => boxes.get(id)),
    lane,
    present.map(({ box }) => box),
  );
}

/** A note may hang over its lane's end by its shadow only (dp). */
const overhang = 20;

export function freePlace(borders: Borders, lane: LaneId, taken: readonly Box[]): FreePlace {
  const area = borders.areas.get(lane);
  if (!area) return { kind: 'no-lane' };
  const near = taken.filter((box) => overlap(area, box));
  const lefts: number[] = [];
  for (let x = left(area) + noteGap; x + noteSize.width <= right(area); x += noteSize.width + noteGap)
    lefts.push(x);
  // A column made narrower than a note still takes notes, one below the other.
  if (lefts.length === 0) lefts.push(left(area));
  const tops = [top(area), ...near.map(bottom)]
    .map((edge) => edge + noteGap)
    .filter((edge) => edge + noteSize.height <= bottom(area) + overhang)
    .sort((a, b) => a - b);
  for (const y of tops)
    for (const x of lefts) {
      const box = boxAt(x, y, noteSize.width, noteSize.height);
      if (near.some((other) => overlap(box, other))) continue;
      const lanes = lanesFor(borders, box);
      if (lanes.length === 1 && lanes[0] === lane) return { kind: 'free', box };
    }
  return { kind: 'full' };
}
