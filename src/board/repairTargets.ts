/**
 * Where the pieces and notes of a disturbed sheet should go. Relative to the frame's top-left corner, dp.
 *
 * People move things for two reasons, and repairing must not mix them up:
 * - a header dragged by accident goes back alone; the notes stay where they are;
 * - a header moved together with what stands under it (a lasso around a column, a lane pulled down to make room) takes
 *   its notes along when it goes back, and a lane that was made longer stays longer.
 * A lane's header and its prompt lie on each other's edge. Where they still do, that is where the lane is; where they
 * don't, the one nearer to its place tells. So every lane has a place that we BELIEVE it has, notes are counted by
 * those places, and they keep their distance to them.
 */
import { type Box, bottom, boxAt, left, moved, type Point, right, top } from '../base/box.ts';
import { type ItemId, itemId, type LaneId } from '../workshop/ids.ts';
import type { SheetLayout } from '../workshop/layout.ts';
import type { Column, Lane } from '../workshop/lens.ts';
import { columnKey, laneKey, meaningKey, promptKey, titleKey } from '../workshop/piece.ts';
import { columnGap, margin, noteGap, noteSize } from '../workshop/spacing.ts';
import { readBorders } from './borders.ts';
import { type HarvestItem, inReadingOrder, lanesFor } from './harvest.ts';

/** Two pieces this close to their usual distance (dp) have been moved together or not at all. */
const together = 8;

export interface Targets {
  /** Every piece but blank notes, by key. */
  readonly pieces: ReadonlyMap<string, Box>;
  /** Notes that go along or have to make way. */
  readonly notes: ReadonlyMap<ItemId, Box>;
}

/** The middle one; of two in the middle the smaller, since most things lie where they were put. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  return Math.abs(lower) <= Math.abs(upper) ? lower : upper;
}

/** By how much most of these pieces are off: a sheet whose content was moved as a whole needs no repair. */
function shiftOf(keys: readonly string[], places: Places): Point {
  const off = keys.flatMap((key) => {
    const item = places.found.get(key);
    const piece = places.planned.get(key);
    return item && piece ? [{ x: left(item.box) - left(piece), y: top(item.box) - top(piece) }] : [];
  });
  const settled = (value: number) => (Math.abs(value) < 0.5 ? 0 : value);
  return { x: settled(median(off.map(({ x }) => x))), y: settled(median(off.map(({ y }) => y))) };
}

interface Places {
  readonly planned: ReadonlyMap<string, Box>;
  readonly found: ReadonlyMap<string, HarvestItem>;
}

/** A bar and the text below it: a column's heading, or a lane's. */
interface Pair {
  readonly bar: string;
  readonly text: string;
}
const lanePair = (lane: Lane): Pair => ({ bar: laneKey(lane.id), text: promptKey(lane.id) });
const headingPair = (column: Column): Pair => ({ bar: columnKey(column.id), text: meaningKey(column.id) });

/** The top-left corner that a pair is believed to have, or null when both are gone. */
function believedCorner({ bar, text }: Pair, { planned, found }: Places, shift: Point): Point | null {
  const home = planned.get(bar);
  if (!home) return null;
  const barItem = found.get(bar);
  const textItem = found.get(text);
  const byBar = barItem && { x: left(barItem.box), y: top(barItem.box) };
  const byText = textItem && { x: left(textItem.box), y: top(textItem.box) - home.height };
  if (!byBar || !byText) {
    // With only one of the two left, it tells as long as it is where such a thing could be.
    const alone = byBar ?? byText;
    const dx = alone ? Math.abs(alone.x - left(home) - shift.x) : 0;
    const dy = alone ? alone.y - top(home) - shift.y : 0;
    return alone && dx < home.width / 2 && dy >= -together ? alone : null;
  }
  const apart = Math.max(Math.abs(byBar.x - byText.x), Math.abs(byBar.y - byText.y));
  const fromHome = (corner: Point) =>
    Math.hypot(corner.x - left(home) - shift.x, corner.y - top(home) - shift.y);
  return apart <= together || fromHome(byBar) <= fromHome(byText) ? byBar : byText;
}

interface BelievedLane {
  readonly lane: Lane;
  readonly home: Box;
  readonly believed: Point;
}

export function repairTargets(
  columns: readonly Column[],
  layout: SheetLayout,
  found: ReadonlyMap<string, HarvestItem>,
  items: readonly HarvestItem[],
  frame: { readonly width: number; readonly height: number },
): Targets {
  const planned = new Map(
    layout.pieces
      .filter(({ appearance }) => appearance.kind !== 'sticky')
      .map(({ key, appearance }) => [key, appearance.box]),
  );
  const places: Places = { planned, found };
  const planOf = (key: string): Box => {
    const box = planned.get(key);
    if (!box) throw new Error(`A layout without the piece ${key}.`);
    return box;
  };

  // The block above (title, top lanes) and the columns may each have been shifted as a whole.
  const topLanes = columns.filter(({ place }) => place === 'top').flatMap(({ lanes }) => lanes);
  const mainColumns = columns.filter(({ place }) => place === 'main');
  const sideLanes = columns.filter(({ place }) => place === 'side').flatMap(({ lanes }) => lanes);
  const keep = ({ x, y }: Point): Point => ({
    x: Math.max(-margin, Math.min(x, Math.max(0, frame.width - layout.width))),
    y: Math.max(-margin, y),
  });
  const above = keep(shiftOf([titleKey, ...topLanes.map(({ id }) => laneKey(id))], places));
  const wished = keep(
    shiftOf(
      mainColumns.map(({ id }) => columnKey(id)),
      places,
    ),
  );

  const pieces = new Map<string, Box>();
  const put = (key: string, corner: Point) => {
    const { width, height } = planOf(key);
    pieces.set(key, boxAt(corner.x, corner.y, width, height));
  };

  // Where each lane is believed to be. One that has lost header and prompt is where its neighbours leave it.
  const stackOf = (lanes: readonly Lane[], shift: Point, heading: Column | null): BelievedLane[] => {
    const start = heading && believedCorner(headingPair(heading), places, shift);
    let drift: Point =
      start && heading
        ? {
            x: start.x - left(planOf(columnKey(heading.id))),
            y: start.y - top(planOf(columnKey(heading.id))),
          }
        : shift;
    // A lane can't start above or within the head of the one before it.
    let earliest = Number.NEGATIVE_INFINITY;
    return lanes.map((lane) => {
      const home = planOf(laneKey(lane.id));
      const corner = believedCorner(lanePair(lane), places, drift);
      const believed =
        corner && corner.y >= earliest ? corner : { x: left(home) + drift.x, y: top(home) + drift.y };
      drift = { x: believed.x - left(home), y: believed.y - top(home) };
      earliest = believed.y + home.height + planOf(promptKey(lane.id)).height;
      return { lane, home, believed };
    });
  };
  const stacks = [
    ...mainColumns.map((column) => ({ column, lanes: stackOf(column.lanes, wished, column) })),
    ...(sideLanes.length > 0 ? [{ column: null, lanes: stackOf(sideLanes, wished, null) }] : []),
  ];
  const cells = topLanes.flatMap((lane) => stackOf([lane], above, null));

  // Whose notes they are, by the believed places.
  const believedBoxes = new Map<string, Box>();
  for (const { lane, home, believed } of [...cells, ...stacks.flatMap(({ lanes }) => lanes)])
    believedBoxes.set(laneKey(lane.id), boxAt(believed.x, believed.y, home.width, home.height));
  for (const { column, lanes } of stacks) {
    if (!column) continue;
    const home = planOf(columnKey(column.id));
    const [first] = lanes;
    const corner =
      believedCorner(headingPair(column), places, wished) ??
      (first && { x: first.believed.x, y: first.believed.y - (top(first.home) - top(home)) });
    if (corner) believedBoxes.set(columnKey(column.id), boxAt(corner.x, corner.y, home.width, home.height));
  }
  const pseudo = new Map([...believedBoxes.keys()].map((key) => [key, itemId(key)]));
  const borders = readBorders({ columns, anchors: pseudo, frame }, (id) => believedBoxes.get(id));
  const notesOf = new Map<LaneId, HarvestItem[]>();
  for (const item of items) {
    if (item.kind !== 'sticky' || item.gone === true) continue;
    const lanes = lanesFor(borders, item.box);
    const [lane] = lanes;
    if (lane !== undefined && lanes.length === 1) notesOf.set(lane, [...(notesOf.get(lane) ?? []), item]);
  }

  const notes = new Map<ItemId, Box>();
  /** Takes a lane's notes along to its new corner; returns where the lowest of them ends. */
  const settleNotes = ({ lane, home, believed }: BelievedLane, corner: Point): number => {
    const dx = corner.x - believed.x;
    const dy = corner.y - believed.y;
    const still = Math.hypot(dx, dy) < 0.5;
    const from = corner.x - columnGap / 2;
    const to = corner.x + home.width + columnGap / 2;
    const roomTop = corner.y + home.height + planOf(promptKey(lane.id)).height;
    let lowest = roomTop;
    const misfits: HarvestItem[] = [];
    for (const note of notesOf.get(lane.id) ?? []) {
      const box = still ? note.box : moved(note.box, dx, dy);
      const inColumn = box.x - box.width / 10 >= from && box.x + box.width / 10 <= to;
      const inFrame = left(box) >= 0 && right(box) <= Math.max(frame.width, layout.width);
      // What need not move stays, even where it hangs over an edge.
      const fits = still || (inColumn && inFrame && box.y - box.height / 10 >= corner.y);
      if (!fits) misfits.push(note);
      else {
        if (!still) notes.set(note.id, box);
        lowest = Math.max(lowest, bottom(box));
      }
    }
    let x = corner.x + noteGap;
    for (const note of inReadingOrder(misfits)) {
      const { width, height } = note.box;
      if (x + width > corner.x + home.width && x > corner.x + noteGap) x = corner.x + noteGap;
      if (x === corner.x + noteGap) lowest += noteGap + height;
      notes.set(note.id, boxAt(x, lowest - height, width, height));
      x += width + noteGap;
    }
    return lowest;
  };
  const putPair = ({ bar, text }: Pair, corner: Point) => {
    put(bar, corner);
    put(text, { x: corner.x, y: corner.y + planOf(bar).height });
  };

  // The block above, and how far its notes push the columns down.
  for (const [key, box] of planned) {
    const ofLane = key.includes(':');
    if (!ofLane) put(key, { x: left(box) + above.x, y: top(box) + above.y });
  }
  let push = above.y;
  const mainTop = Math.min(...mainColumns.map(({ id }) => top(planOf(columnKey(id)))));
  for (const cell of cells) {
    const corner = { x: left(cell.home) + above.x, y: top(cell.home) + above.y };
    putPair(lanePair(cell.lane), corner);
    push = Math.max(push, settleNotes(cell, corner) + noteGap - mainTop);
  }
  const shift = { x: wished.x, y: Math.max(wished.y, push) };

  for (const { column, lanes } of stacks) {
    if (column) {
      const home = planOf(columnKey(column.id));
      putPair(headingPair(column), { x: left(home) + shift.x, y: top(home) + shift.y });
    }
    let before: { readonly lane: BelievedLane; readonly corner: Point; readonly end: number } | null = null;
    for (const lane of lanes) {
      const x = left(lane.home) + shift.x;
      const y: number = before
        ? Math.max(
            before.corner.y + top(lane.home) - top(before.lane.home),
            before.corner.y + lane.believed.y - before.lane.believed.y,
            before.end + noteGap,
          )
        : top(lane.home) + shift.y;
      const corner = { x, y };
      putPair(lanePair(lane.lane), corner);
      before = { lane, corner, end: settleNotes(lane, corner) };
    }
  }
  return { pieces, notes };
}

/** How large the frame must be for all this, at least. */
export function frameFor({ pieces, notes }: Targets): { readonly width: number; readonly height: number } {
  const all = [...pieces.values(), ...notes.values()];
  return {
    width: Math.ceil(Math.max(...all.map((box) => box.x + box.width / 2)) + margin),
    height: Math.ceil(Math.max(...all.map(bottom)) + margin),
  };
}

/** At least this much room stays below the lowest header, for its notes (dp). */
export const roomBelow = noteSize.height + 2 * noteGap;
