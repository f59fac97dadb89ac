/**
 * Reading a sheet: items in, notes by lane out. Pure, and it knows neither board nor documents. Where a note lies is
 * what it means: it counts for the lane in which its centre lies. A note that would change its lane if it were moved
 * by a tenth of its own size (so less than about 60 % of it is in one lane) is on a border and asked about.
 */
import { type Box, top } from '../base/box.ts';
import type { ItemId, LaneId } from '../workshop/ids.ts';
import type { Lane } from '../workshop/lens.ts';
import { type Borders, readBorders, type SheetGeometry, type SheetProblem } from './borders.ts';

/** What a harvest needs of an item; boxes are relative to the frame's top-left corner (dp, centre). */
export interface HarvestItem {
  readonly id: ItemId;
  readonly kind: string;
  readonly box: Box;
  readonly text: string;
  /** Remembered, but no longer on the board. */
  readonly gone?: boolean;
}

export interface LaneNotes<I> {
  readonly lane: Lane;
  /** Top to bottom, and left to right in a row. */
  readonly notes: readonly I[];
}

export interface BorderNote<I> {
  readonly note: I;
  /** The lanes it may be meant for, at least two. */
  readonly between: readonly LaneId[];
}

export interface Harvest<I extends HarvestItem = HarvestItem> {
  /** Every lane in the template's order, empty ones too. */
  readonly lanes: readonly LaneNotes<I>[];
  readonly border: readonly BorderNote<I>[];
  /** Notes in the frame but in no lane. */
  readonly strays: readonly I[];
  /** Stickies without text; they count nowhere else. */
  readonly blanks: number;
  readonly problems: readonly SheetProblem[];
}

export interface SheetReading<I extends HarvestItem = HarvestItem> extends SheetGeometry {
  readonly items: readonly I[];
  /** While a sheet is laid out anew: the lanes that each note counts for, wherever it lies just now. */
  readonly fixed?: ReadonlyMap<ItemId, readonly LaneId[]> | undefined;
}

/** Share of its own size by which a note is moved to see whether it is near a border. */
const tolerance = 0.1;

/** Spaces that look like nothing count as nothing. */
const isBlank = (text: string): boolean => text.trim() === '' || /^[\s\u200b-\u200d\u2060]*$/u.test(text);

const laneIn = (lanes: readonly LaneId[], lane: LaneId): boolean => lanes[0] === lane || lanes.includes(lane);

/** The lanes a note may be meant for: one where it is clear, none for a stray. */
export function lanesFor(borders: Borders, { x, y, width, height }: Box): readonly LaneId[] {
  const here = borders.at(x, y);
  const only = here.length === 1 ? here[0] : undefined;
  if (here.length === 0) return here;
  const dx = width * tolerance;
  const dy = height * tolerance;
  let others: Set<LaneId> | null = null;
  const probe = (found: readonly LaneId[]) => {
    // A heading that names this lane among others says nothing against it.
    if (found === here || found.length === 0 || (only !== undefined && laneIn(found, only))) return;
    others ??= new Set(here);
    for (const lane of found) others.add(lane);
  };
  probe(borders.at(x - dx, y));
  probe(borders.at(x + dx, y));
  probe(borders.at(x, y - dy));
  probe(borders.at(x, y + dy));
  return others === null ? here : [...(others as Set<LaneId>)];
}

/** Reading order: rows from top to bottom, a row from left to right. Notes count as one row up to half a note apart. */
export function inReadingOrder<I extends HarvestItem>(notes: readonly I[]): readonly I[] {
  const sorted = notes.toSorted((a, b) => top(a.box) - top(b.box) || a.box.x - b.box.x);
  const rows: I[][] = [];
  let row: I[] = [];
  let limit = Number.NEGATIVE_INFINITY;
  for (const note of sorted) {
    if (top(note.box) > limit) {
      row = [];
      rows.push(row);
      limit = top(note.box) + note.box.height / 2;
    }
    row.push(note);
  }
  return rows.flatMap((each) => each.sort((a, b) => a.box.x - b.box.x || top(a.box) - top(b.box)));
}

export function harvest<I extends HarvestItem>(reading: SheetReading<I>): Harvest<I> {
  const { fixed } = reading;
  const present = reading.items.filter(({ gone }) => gone !== true);
  const boxes = new Map(present.map(({ id, box }) => [id, box]));
  const borders = readBorders(reading, (id) => boxes.get(id));

  const byLane = new Map<LaneId, I[]>();
  const border: BorderNote<I>[] = [];
  const strays: I[] = [];
  let blanks = 0;
  for (const item of present) {
    if (item.kind !== 'sticky') continue;
    if (isBlank(item.text)) {
      blanks += 1;
      continue;
    }
    const lanes = fixed ? (fixed.get(item.id) ?? []) : lanesFor(borders, item.box);
    const [lane] = lanes;
    if (lane === undefined) strays.push(item);
    else if (lanes.length > 1) border.push({ note: item, between: lanes });
    else {
      const notes = byLane.get(lane);
      if (notes) notes.push(item);
      else byLane.set(lane, [item]);
    }
  }
  return {
    lanes: reading.columns.flatMap((column) =>
      column.lanes.map((lane) => ({ lane, notes: inReadingOrder(byLane.get(lane.id) ?? []) })),
    ),
    border,
    strays: inReadingOrder(strays),
    blanks,
    // Headers on their way are no disorder.
    problems: fixed ? [] : borders.problems,
  };
}
