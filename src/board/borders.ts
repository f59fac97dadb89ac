/**
 * Where the borders between lanes run, read from the sheet's header items as they stand NOW, wherever people have
 * moved them. All in dp relative to the frame's top-left corner.
 *
 *        left              right
 *          ├─ column header ─┤          A stack is what stands under one header: its width is the header's.
 *   start ─┤ heading         │          A segment is a stretch of a stack from its own start to the next one's.
 *   start ─┤ lane            │          Above the stacks lie the top cells (the one job, why now), one segment each.
 *   start ─┤ lane            │
 *          ·                 ·          Between two stacks the border runs in the middle of the gap; where the gap is
 *                                       wide, nothing belongs to either beyond `reach`.
 *
 * A missing header has no segment, so its lane falls to the segment above it; that is reported, never guessed silently.
 */
import { type Box, boxAt, left, right, top } from '../base/box.ts';
import type { ItemId, LaneId } from '../workshop/ids.ts';
import type { Column } from '../workshop/lens.ts';
import { columnKey, laneKey } from '../workshop/piece.ts';

/** How far outside its header's width a stack still counts, where no neighbour is nearer. */
const reach = 96;

export interface SheetProblem {
  /** `missing`: no such item. `elsewhere`: a lane's header that lies outside its column. */
  readonly kind: 'missing' | 'elsewhere';
  readonly key: string;
  /** The lane that its notes count for now; null when they count for none. */
  readonly mergedInto: LaneId | null;
}

interface Segment {
  readonly start: number;
  /** One lane; several in a heading, which says no more than the column; never none. */
  readonly lanes: readonly LaneId[];
}

interface Stack {
  readonly left: number;
  readonly right: number;
  readonly segments: readonly Segment[];
}

/** A stack with the range in which it counts. */
interface Span extends Stack {
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

export interface Borders {
  /** The lanes a point may belong to: one, several where only the column is known, or none. */
  at(x: number, y: number): readonly LaneId[];
  /** Each lane's whole area, from its header's top edge. Lanes without a header have none. */
  readonly areas: ReadonlyMap<LaneId, Box>;
  /** Where, from left to right, a lane's stack counts: a little more than its header's width. */
  readonly reach: ReadonlyMap<LaneId, { readonly from: number; readonly to: number }>;
  readonly problems: readonly SheetProblem[];
}

interface Placed {
  readonly stack: Stack | null;
  readonly problems: readonly SheetProblem[];
}

const missing = (key: string, mergedInto: LaneId | null): SheetProblem => ({
  kind: 'missing',
  key,
  mergedInto,
});

/** Reads one main column: a heading, then its lanes. */
function readColumn(column: Column, boxOf: (key: string) => Box | undefined): Placed {
  const header = boxOf(columnKey(column.id));
  const headers = column.lanes.map((lane) => ({
    lane: lane.id,
    key: laneKey(lane.id),
    box: boxOf(laneKey(lane.id)),
  }));
  const astray = (box: Box) =>
    header !== undefined && (box.x < left(header) || box.x > right(header) || box.y < top(header));
  const there = headers.flatMap(({ lane, box }) => (box && !astray(box) ? [{ lane, box }] : []));
  const lanes = there
    .map(({ lane, box }): Segment => ({ start: top(box), lanes: [lane] }))
    .sort((a, b) => a.start - b.start);

  const first = headers[0];
  const firstIsThere = there.some(({ lane }) => lane === first?.lane);
  const nextInLine = lanes[0]?.lanes ?? column.lanes.map(({ id }) => id);
  const heading: Segment | null = header
    ? { start: top(header), lanes: firstIsThere ? column.lanes.map(({ id }) => id) : nextInLine }
    : null;
  const segments = [...(heading ? [heading] : []), ...lanes];

  const mergedInto = (index: number): LaneId | null => {
    const before = headers.slice(0, index).findLast(({ lane }) => there.some((other) => other.lane === lane));
    if (before) return before.lane;
    return heading && nextInLine.length === 1 ? (nextInLine[0] ?? null) : null;
  };
  const problems = headers.flatMap(({ key, box }, index): SheetProblem[] => {
    if (!box) return [missing(key, mergedInto(index))];
    return astray(box) ? [{ kind: 'elsewhere', key, mergedInto: mergedInto(index) }] : [];
  });
  const extents = header ? [header] : there.map(({ box }) => box);
  return {
    stack:
      extents.length > 0
        ? { left: Math.min(...extents.map(left)), right: Math.max(...extents.map(right)), segments }
        : null,
    problems: [...(header ? [] : [missing(columnKey(column.id), null)]), ...problems],
  };
}

/** Reads columns whose one lane's header is all they have: at the top or at the side. */
function readSingles(columns: readonly Column[], boxOf: (key: string) => Box | undefined): Placed[] {
  const lanes = columns.flatMap((column) => column.lanes);
  return lanes.map(({ id }, index): Placed => {
    const box = boxOf(laneKey(id));
    if (box) {
      const segments = [{ start: top(box), lanes: [id] }];
      return { stack: { left: left(box), right: right(box), segments }, problems: [] };
    }
    const above = lanes.slice(0, index).findLast((lane) => boxOf(laneKey(lane.id)) !== undefined);
    return { stack: null, problems: [missing(laneKey(id), above?.id ?? null)] };
  });
}

const middle = (stack: Stack): number => (stack.left + stack.right) / 2;
const under = (a: Stack, b: Stack): boolean =>
  a.left <= middle(b) && middle(b) <= a.right && b.left <= middle(a) && middle(a) <= b.right;

/** Joins stacks that stand above each other, as those of the side do. */
function joined(stacks: readonly Stack[]): Stack[] {
  const groups: Stack[] = [];
  for (const stack of stacks) {
    const at = groups.findIndex((group) => under(group, stack));
    const group = groups[at];
    if (!group) groups.push(stack);
    else
      groups[at] = {
        left: Math.min(group.left, stack.left),
        right: Math.max(group.right, stack.right),
        segments: [...group.segments, ...stack.segments].sort((a, b) => a.start - b.start),
      };
  }
  return groups;
}

function spans(stacks: readonly Stack[]): Span[] {
  const sorted = stacks.toSorted((a, b) => middle(a) - middle(b));
  const border = (a: Stack, b: Stack) => (b.left - a.right <= 2 * reach ? (a.right + b.left) / 2 : null);
  return sorted.map((stack, index) => {
    const before = sorted[index - 1];
    const after = sorted[index + 1];
    return {
      ...stack,
      top: Math.min(...stack.segments.map(({ start }) => start)),
      from: (before && border(before, stack)) ?? stack.left - reach,
      to: (after && border(stack, after)) ?? stack.right + reach,
    };
  });
}

const nothing: readonly LaneId[] = [];
const spanAt = (list: readonly Span[], x: number): Span | undefined => {
  for (const span of list) if (x >= span.from && x < span.to) return span;
  return undefined;
};
function segmentAt(span: Span, y: number): readonly LaneId[] {
  let found: readonly LaneId[] = nothing;
  for (const segment of span.segments) {
    if (segment.start > y) break;
    found = segment.lanes;
  }
  return found;
}

export interface SheetGeometry {
  readonly columns: readonly Column[];
  readonly anchors: ReadonlyMap<string, ItemId>;
  readonly frame: { readonly width: number; readonly height: number };
}

export function readBorders(
  { columns, anchors, frame }: SheetGeometry,
  boxes: (id: ItemId) => Box | undefined,
): Borders {
  const boxOf = (key: string): Box | undefined => {
    const id = anchors.get(key);
    return id === undefined ? undefined : boxes(id);
  };
  const inPlace = (place: Column['place']) => columns.filter((column) => column.place === place);
  const main = inPlace('main').map((column) => readColumn(column, boxOf));
  const side = readSingles(inPlace('side'), boxOf);
  const above = readSingles(inPlace('top'), boxOf).map(({ stack, problems }) => ({
    stack,
    // What lies below a missing header of the top belongs to no other lane there: it is listed as stray.
    problems: problems.map((problem) => ({ ...problem, mergedInto: null })),
  }));
  const stacksOf = (placed: readonly Placed[]) => placed.flatMap(({ stack }) => stack ?? []);

  const below = spans(joined([...stacksOf(main), ...stacksOf(side)]));
  const cells = spans(stacksOf(above));
  // Where most stacks begin: what lies lower is never at the top, even above a stack whose own head is gone.
  const tops = below.map((span) => span.top).sort((a, b) => a - b);
  const mainTop = tops[tops.length >> 1] ?? frame.height;

  const areas = new Map<LaneId, Box>();
  const reaches = new Map<LaneId, { from: number; to: number }>();
  const addAreas = (list: readonly Span[], end: (span: Span) => number) => {
    for (const span of list)
      for (const [index, { start, lanes }] of span.segments.entries()) {
        const [lane, other] = lanes;
        const next = span.segments[index + 1]?.start ?? Math.max(start, end(span));
        // A heading is no place for notes, even where it names just one lane.
        const heads = span.segments[index + 1]?.lanes;
        if (lane === undefined || other !== undefined || (heads?.length === 1 && heads[0] === lane)) continue;
        if (areas.has(lane)) continue;
        areas.set(lane, boxAt(span.left, start, span.right - span.left, next - start));
        reaches.set(lane, { from: span.from, to: span.to });
      }
  };
  addAreas(below, () => frame.height);
  const floorUnder = (span: Span) => {
    const under = below
      .filter(({ from, to }) => from < span.right && to > span.left)
      .map((other) => other.top);
    return Math.min(mainTop, ...under);
  };
  addAreas(cells, floorUnder);

  return {
    at(x, y) {
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) return nothing;
      const span = spanAt(below, x);
      if (span && y >= span.top) return segmentAt(span, y);
      if (y >= mainTop) return nothing;
      const cell = spanAt(cells, x);
      return cell ? segmentAt(cell, y) : nothing;
    },
    areas,
    reach: reaches,
    problems: [...above, ...main, ...side].flatMap(({ problems }) => problems),
  };
}
