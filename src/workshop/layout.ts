/**
 * Where everything on a sheet goes. Pure geometry in dp, relative to the frame's top-left corner:
 *
 *   ┌──────────────────────────────────────────────────────────┐
 *   │ title                                     how to take part │
 *   │ team · level · engineer · date · source                    │
 *   ├──── the one job ────────────┬──── why this role now ───────┤  top: lanes side by side
 *   │ prompt  ▢                   │ prompt  ▢                    │
 *   ├ column ───┬ column ───┬ column ────┬ what I will not do ───┤  a stack per column,
 *   │ meaning   │ meaning   │ meaning    │ prompt  ▢             │  and one for the side
 *   │ lane      │ lane      │ lane       │                       │
 *   │ prompt ▢  │ prompt ▢  │ prompt ▢   │                       │
 *   │ lane      │ lane      │ lane       │ what I need ──────────│  rows are aligned
 *   │ prompt ▢  │ prompt ▢  │ prompt ▢   │ prompt  ▢             │
 *   │            space to grow downwards                         │
 *   └──────────────────────────────────────────────────────────┘
 *
 * How many notes lie side by side is chosen so that the whole frame is as large as possible on a laptop's screen.
 * Texts that stand below each other are shapes, not text items: a shape's height is ours to set, a text item's is not.
 */
import { type Box, boxAt } from '../base/box.ts';
import type { LaneId } from './ids.ts';
import { type Lane, sheetColumns } from './lens.ts';
import { paper } from './palette.ts';
import type { Piece } from './piece.ts';
import type { SheetDetails } from './sheet.ts';
import { columnPieces, headerHeight, type LaneSizes, lanePieces, laneSizes } from './sheetPieces.ts';
import { frameTitle, type Writing } from './sheetWords.ts';
import { columnGap, margin, noteGap, noteSize, notesPerLane } from './spacing.ts';
import type { Template } from './template.ts';
import { titleBlock } from './titleBlock.ts';

/** Left free below everything, so that the first extra notes need no larger frame. */
const spaceBelow = 96;
/** A laptop's screen, in its own pixels; only the ratio matters. */
const screen = { width: 1440, height: 900 };
const minimumWidth = 2200;

/** What the notes that lie in a lane take, with the gaps around them. */
export interface NotesRoom {
  /** At least so wide. */
  width(lane: LaneId): number;
  /** In a lane of this width. */
  height(lane: LaneId, width: number): number;
}

export interface LayoutOptions {
  /** Blank stickies waiting in each lane, at most three. */
  readonly blanksPerLane: number;
  /** Where the first notes are written: in the panel while they are private, and then no blank stickies wait. */
  readonly writing: Writing;
  /** For a sheet with notes in it. */
  readonly notes: NotesRoom;
}

const noNotes: NotesRoom = { width: () => 0, height: () => 0 };
const defaults: LayoutOptions = { blanksPerLane: 1, writing: 'board', notes: noNotes };

export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  /** The frame's own title. */
  readonly title: string;
  readonly fill: string;
  readonly pieces: readonly Piece[];
  /** The room for notes in each lane, below its prompt. */
  readonly rooms: readonly LaneRoom[];
}

export interface LaneRoom {
  readonly lane: LaneId;
  readonly box: Box;
}

/** How many notes fit side by side: in a column with the fewest lanes, and in one with more (which is wider, not taller). */
interface Density {
  readonly few: number;
  readonly many: number;
}
const densities: readonly Density[] = [2, 3, 4].flatMap((few) => [
  { few, many: few },
  { few, many: few + 1 },
]);

/** Lanes below each other. */
interface Stack {
  readonly lanes: readonly Lane[];
  readonly left: number;
  readonly width: number;
}

const widthFor = (across: number): number => across * (noteSize.width + noteGap) + noteGap;
export const fitting = (width: number): number => Math.floor((width - noteGap) / (noteSize.width + noteGap));

/** What the notes of one lane take. */
const notesHeight = (lane: Lane, width: number, { height }: NotesRoom): number =>
  Math.max(
    Math.ceil(notesPerLane / fitting(width)) * (noteSize.height + noteGap) + noteGap,
    height(lane.id, width),
  );

function stacksFor(
  contents: readonly (readonly Lane[])[],
  density: Density,
  notes: NotesRoom,
  least: number,
): readonly Stack[] {
  const fewest = Math.min(...contents.map((lanes) => lanes.length));
  const wished = contents.map((lanes) =>
    Math.max(
      widthFor(lanes.length > fewest ? density.many : density.few),
      ...lanes.map(({ id }) => notes.width(id)),
    ),
  );
  const total = wished.reduce((sum, width) => sum + width + columnGap, 2 * margin - columnGap);
  const widening = Math.max(0, Math.ceil((least - total) / contents.length));
  let left = margin;
  return contents.map((lanes, index) => {
    const width = (wished[index] ?? 0) + widening;
    const stack = { lanes, left, width };
    left += width + columnGap;
    return stack;
  });
}

const largest = (values: readonly number[]): number => Math.max(0, ...values);
const heightOf = ({ header, prompt }: LaneSizes): number => header + prompt;

/** Where each row of lanes starts, and where the lowest ends. A row is as high as its highest lane that has one below. */
function alignRows(
  stacks: readonly Stack[],
  sizes: readonly LaneSizes[],
  top: number,
  extra: number,
  notes: NotesRoom,
) {
  const needs = (row: number) => (stack: Stack) => {
    const lane = stack.lanes[row];
    return lane ? notesHeight(lane, stack.width, notes) : 0;
  };
  const tops: number[] = [];
  let cursor = top;
  let bottom = top;
  for (const [row, size] of sizes.entries()) {
    tops.push(cursor);
    const here = stacks.filter(({ lanes }) => lanes.length > row);
    const below = here.filter(({ lanes }) => lanes.length > row + 1);
    bottom = Math.max(bottom, cursor + heightOf(size) + largest(here.map(needs(row))) + extra);
    cursor += heightOf(size) + largest(below.map(needs(row))) + extra;
  }
  return { tops, bottom };
}

/** Where each lane of the side starts: level with the rows where that leaves room, else right below each other. */
function alignSide(needed: readonly number[], top: number, rows: readonly number[]) {
  const tops: number[] = [];
  let cursor = top;
  for (const [index, needs] of needed.entries()) {
    const level = index > 0 && needed.length <= rows.length ? (rows[index] ?? cursor) : cursor;
    tops.push(Math.max(cursor, level));
    cursor = Math.max(cursor, level) + needs;
  }
  return { tops, bottom: cursor };
}

function arrange(
  template: Template,
  details: SheetDetails,
  options: LayoutOptions,
  density: Density,
): SheetLayout {
  const columns = sheetColumns(template, details.lens);
  const across = columns.filter(({ place }) => place === 'top').flatMap(({ lanes }) => lanes);
  const main = columns.filter(({ place }) => place === 'main');
  const side = columns.filter(({ place }) => place === 'side').flatMap(({ lanes }) => lanes);
  const contents = [...main.map(({ lanes }) => lanes), ...(side.length > 0 ? [side] : [])];
  const { notes } = options;
  const widest = largest(across.map(({ id }) => notes.width(id)));
  const least = Math.max(minimumWidth, 2 * margin + across.length * (widest + columnGap) - columnGap);
  const stacks = stacksFor(contents, density, notes, least);
  const mainStacks = stacks.slice(0, main.length);
  const sideStack = stacks[main.length];
  const width = stacks.reduce((right, stack) => Math.max(right, stack.left + stack.width), 0) + margin;

  const block = titleBlock(template, details, width, options.writing);
  const pieces: Piece[] = [...block.pieces];
  const rooms: LaneRoom[] = [];
  const place = (
    lane: Lane,
    left: number,
    top: number,
    laneWidth: number,
    bottom: number,
    sizes: LaneSizes,
  ) => {
    const roomTop = top + heightOf(sizes);
    const room = { lane: lane.id, box: boxAt(left, roomTop, laneWidth, bottom - roomTop) };
    rooms.push(room);
    pieces.push(...lanePieces(lane, { left, top, width: laneWidth }, sizes, options, fitting(laneWidth)));
  };

  let mainTop = block.bottom + 40;
  if (across.length > 0) {
    const topWidth = (width - 2 * margin - (across.length - 1) * columnGap) / across.length;
    const sizes = laneSizes(across, () => topWidth, options.writing);
    const needs = largest(across.map((lane) => notesHeight(lane, topWidth, notes)));
    const bottom = mainTop + heightOf(sizes) + needs;
    for (const [index, lane] of across.entries())
      place(lane, margin + index * (topWidth + columnGap), mainTop, topWidth, bottom, sizes);
    mainTop = bottom + noteGap;
  }

  const heading = headerHeight(
    main.map((column, index) => ({ column, width: mainStacks[index]?.width ?? 0 })),
  );
  const lanesTop = mainTop + heading.title + heading.meaning + noteGap;
  const rowCount = largest(mainStacks.map(({ lanes }) => lanes.length));
  const rowSizes = Array.from({ length: rowCount }, (_, row) => {
    const inRow = new Map(
      mainStacks.flatMap(({ lanes, width }) => (lanes[row] ? [[lanes[row], width]] : [])),
    );
    return laneSizes([...inRow.keys()], (lane) => inRow.get(lane) ?? 0, options.writing);
  });
  const sideOwn = laneSizes(side, () => sideStack?.width ?? 0, options.writing);
  const sideSizes = { ...sideOwn, header: Math.max(sideOwn.header, heading.title) };
  const sideNeeds = side.map((lane) => heightOf(sideSizes) + notesHeight(lane, sideStack?.width ?? 0, notes));
  const settle = (extra: number) => {
    const rows = alignRows(mainStacks, rowSizes, lanesTop, extra, notes);
    const beside = alignSide(sideNeeds, mainTop, rows.tops);
    return { rows, beside, bottom: Math.ceil(Math.max(rows.bottom, beside.bottom)) };
  };
  // A frame flatter than the screen has height to spare: it becomes room in the lanes, up to one more row of notes.
  const spare = (width * screen.height) / screen.width - settle(0).bottom - spaceBelow;
  const extra = Math.min(Math.max(0, Math.floor(spare / rowCount)), noteSize.height + noteGap);
  const { rows, beside, bottom } = settle(extra);

  for (const [index, column] of main.entries()) {
    const { left, width, lanes } = mainStacks[index] ?? { left: 0, width: 0, lanes: [] };
    pieces.push(...columnPieces(column, { left, top: mainTop, width }, heading));
    for (const [row, lane] of lanes.entries()) {
      const top = rows.tops[row] ?? lanesTop;
      const end = row + 1 < lanes.length ? (rows.tops[row + 1] ?? bottom) : bottom;
      place(lane, left, top, width, end, rowSizes[row] ?? { header: 0, prompt: 0 });
    }
  }
  for (const [index, lane] of side.entries()) {
    const end = beside.tops[index + 1] ?? bottom;
    place(lane, sideStack?.left ?? 0, beside.tops[index] ?? mainTop, sideStack?.width ?? 0, end, sideSizes);
  }

  const height = bottom + spaceBelow;
  return { width, height, title: frameTitle(template, details), fill: paper, pieces, rooms };
}

const zoomThatFits = ({ width, height }: SheetLayout): number =>
  Math.min(screen.width / width, screen.height / height);

export function layoutSheet(
  template: Template,
  details: SheetDetails,
  options: Partial<LayoutOptions> = {},
): SheetLayout {
  return densities
    .map((density) => arrange(template, details, { ...defaults, ...options }, density))
    .reduce((best, next) => (zoomThatFits(next) > zoomThatFits(best) ? next : best));
}
