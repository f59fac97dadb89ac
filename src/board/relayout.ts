/**
 * Laying a sheet out by the other lens, as a value: where everything lies now and where it should, so that people can
 * look at it first, that it can be gone on with by whoever finds it half-way, and taken back. Pure.
 *
 * L1  Every note counts for the lane that it counted for: lanes are the same in both lenses, only their places differ.
 * L2  A note on a border or in no lane is not guessed about: it goes beside the columns, where it is asked about.
 * L3  Nothing that a person put there is removed. Headers that only the old lens has go; one whose words somebody
 *     changed is kept beside the columns instead, and goes back to its place when the lens is changed back.
 * L4  What is no note and no header goes along with the note it lies on, or with its lane; else it stays where it is.
 *
 * Boxes are relative to the frame's top-left corner (dp), which never moves.
 */
import { type Box, bottom, boxAt, holds, left, overlap, right, top } from '../base/box.ts';
import { type Flow, flow, type Size, widest } from '../workshop/flowNotes.ts';
import type { ItemId, LaneId } from '../workshop/ids.ts';
import { layoutSheet, type SheetLayout } from '../workshop/layout.ts';
import { lanesOf } from '../workshop/lens.ts';
import { laneKey, type Piece } from '../workshop/piece.ts';
import type { Lens, SheetDetails } from '../workshop/sheet.ts';
import { margin, noteGap } from '../workshop/spacing.ts';
import type { Template } from '../workshop/template.ts';
import { tidyDetails } from '../workshop/tidyDetails.ts';
import { readBorders } from './borders.ts';
import { type HarvestItem, inReadingOrder, lanesFor } from './harvest.ts';
import type { SheetOnBoard } from './makeRoom.ts';
import { matchPieces, writingOf } from './matchPieces.ts';

export interface Move {
  readonly from: Box;
  readonly to: Box;
  /** Where what it says is ours and differs between the lenses. */
  readonly text?: { readonly from: string; readonly to: string; readonly bold: boolean };
}

export interface Relayout {
  readonly from: Lens;
  readonly to: Lens;
  readonly frame: { readonly from: Size; readonly to: Size };
  /** How each note is read from beginning to end: its lane, the lanes on whose border it lies, or none. */
  readonly lanes: ReadonlyMap<ItemId, readonly LaneId[]>;
  readonly moves: ReadonlyMap<ItemId, Move>;
  /** Headers that only the new lens has, by key. */
  readonly make: ReadonlyMap<string, Box>;
  /** Headers that only the old lens has, by key. */
  readonly drop: ReadonlyMap<string, { readonly id: ItemId; readonly box: Box }>;
  /** Neither notes nor headers; a board that won't move one of these holds nothing up. */
  readonly loose: ReadonlySet<ItemId>;
}

/** What a person wants to know first. */
export interface RelayoutFacts {
  /** Notes with words on them that count for a lane. */
  readonly notes: number;
  readonly blanks: number;
  /** Beside the columns, to be asked about (L2). */
  readonly aside: readonly string[];
  /** Headers kept for their words (L3): those beside the columns, and those in them. */
  readonly kept: readonly string[];
  /** Other things: those that go along, and those that stay (L4). */
  readonly along: number;
  readonly staying: number;
}

export interface RelayoutPlan {
  readonly relayout: Relayout;
  readonly facts: RelayoutFacts;
}

const layoutBy = (
  lens: Lens,
  template: Template,
  details: SheetDetails,
  items: readonly HarvestItem[],
): SheetLayout =>
  layoutSheet(template, tidyDetails({ ...details, lens }), { writing: writingOf(items), blanksPerLane: 0 });

/** The pieces of a lens by key, for what they look like. */
export const piecesOf = (
  lens: Lens,
  template: Template,
  details: SheetDetails,
  items: readonly HarvestItem[],
): ReadonlyMap<string, Piece> =>
  new Map(layoutBy(lens, template, details, items).pieces.map((piece) => [piece.key, piece]));

const isBlank = ({ text }: HarvestItem): boolean => text.trim() === '';

export function planRelayout(
  sheet: SheetOnBoard,
  template: Template,
  details: SheetDetails,
  to: Lens,
): RelayoutPlan {
  const { anchors, frame } = sheet;
  const from = details.lens;
  const items = sheet.items.filter(({ gone }) => gone !== true);
  const old = layoutBy(from, template, details, items);
  const found = matchPieces(old.pieces, items, anchors);
  const headers = new Set([...found.values()].map(({ id }) => id));

  // Headers of the new lens that were kept for their words when the lens was changed the last time.
  const known = new Map(items.map((item) => [item.id, item]));
  const newKeys = new Set(layoutBy(to, template, details, items).pieces.map(({ key }) => key));
  const keptFor = new Map<string, HarvestItem>();
  for (const key of newKeys) {
    const item = known.get(anchors.get(key) ?? ('' as ItemId));
    if (!found.has(key) && item && !headers.has(item.id)) keptFor.set(key, item);
  }
  for (const { id } of keptFor.values()) headers.add(id);

  // How everything is read now.
  const boxes = new Map(items.map(({ id, box }) => [id, box]));
  const borders = readBorders({ columns: sheet.columns, anchors, frame: frame.box }, (id) => boxes.get(id));
  const stickies = items.filter(({ id, kind }) => kind === 'sticky' && !headers.has(id));
  const lanes = new Map(stickies.map(({ id, box }) => [id, lanesFor(borders, box)]));
  const inLane = new Map<LaneId, HarvestItem[]>(lanesOf(sheet.columns).map(({ id }) => [id, []]));
  const aside: HarvestItem[] = [];
  for (const note of stickies) {
    const [lane, other] = lanes.get(note.id) ?? [];
    const list = lane === undefined || other !== undefined ? undefined : inLane.get(lane);
    (list ?? aside).push(note);
  }

  // What is neither.
  const others = items.filter(({ id, kind }) => kind !== 'sticky' && !headers.has(id));
  const headerBoxes = [...headers].flatMap((id) => boxes.get(id) ?? []);
  const onNote = new Map<HarvestItem, HarvestItem>();
  const besideNotes = new Map<LaneId, HarvestItem[]>();
  const staying: HarvestItem[] = [];
  for (const thing of others) {
    const under = stickies.filter(({ box }) => overlap(box, thing.box));
    const [note] = under;
    const small = note && thing.box.width <= note.box.width && thing.box.height <= note.box.height;
    const [lane, second] = lanesFor(borders, thing.box);
    const area = lane !== undefined && second === undefined ? borders.areas.get(lane) : undefined;
    if (note && small && under.length === 1 && holds(note.box, thing.box)) onNote.set(thing, note);
    else if (
      lane !== undefined &&
      area &&
      under.length === 0 &&
      thing.box.width <= area.width &&
      !headerBoxes.some((box) => overlap(box, thing.box))
    )
      besideNotes.set(lane, [...(besideNotes.get(lane) ?? []), thing]);
    else staying.push(thing);
  }

  // The new layout, with room for what each lane holds.
  const contents = new Map(
    [...inLane].map(([lane, notes]) => [
      lane,
      [...inReadingOrder(notes), ...inReadingOrder(besideNotes.get(lane) ?? [])],
    ]),
  );
  const sizesIn = (lane: LaneId): readonly Size[] => (contents.get(lane) ?? []).map(({ box }) => box);
  const flows = (lane: LaneId, width: number): Flow => flow(sizesIn(lane), width);
  const layout = layoutSheet(template, tidyDetails({ ...details, lens: to }), {
    writing: writingOf(items),
    blanksPerLane: 0,
    notes: {
      width: (lane) => widest(sizesIn(lane)),
      height: (lane, width) => flows(lane, width).height,
    },
  });

  const moves = new Map<ItemId, Move>();
  const move = (item: HarvestItem, box: Box, text?: Move['text']): void => {
    moves.set(item.id, { from: item.box, to: box, ...(text && text.from !== text.to ? { text } : {}) });
  };
  for (const { lane, box: room } of layout.rooms) {
    const { boxes: placed } = flows(lane, room.width);
    for (const [index, item] of (contents.get(lane) ?? []).entries()) {
      const box = placed[index];
      if (box) move(item, { ...box, x: box.x + left(room), y: box.y + top(room) });
    }
  }

  const standard = new Map(old.pieces.map(({ key, appearance }) => [key, appearance.text.trim()]));
  const mainLanes = new Set(
    sheet.columns.flatMap(({ place, lanes }) => (place === 'main' ? lanes.map(({ id }) => laneKey(id)) : [])),
  );
  const make = new Map<string, Box>();
  const drop = new Map<string, { id: ItemId; box: Box }>();
  const kept: HarvestItem[] = [];
  const reworded: string[] = [];
  for (const { key, appearance } of layout.pieces) {
    const item = found.get(key) ?? keptFor.get(key);
    const { box, text } = appearance;
    const bold = appearance.kind !== 'sticky' && appearance.look.bold === true;
    const before = standard.get(key);
    // A text's height follows from its words, and a shape that somebody made higher for more words stays so.
    const sized = (thing: HarvestItem): Box =>
      thing.kind === 'shape' ? box : { ...box, height: thing.box.height };
    if (!item) {
      // What somebody took away stays away, except in a column, which is read from its headers.
      if (before === undefined || mainLanes.has(key)) make.set(key, box);
    } else if (before !== undefined && item.text.trim() === before) {
      move(item, sized(item), { from: item.text, to: text, bold });
    } else {
      move(item, sized(item));
      if (before !== undefined && before !== text.trim()) reworded.push(item.text.trim());
    }
  }
  for (const [key, item] of found) {
    if (newKeys.has(key)) continue;
    if (item.text.trim() === standard.get(key)) drop.set(key, { id: item.id, box: item.box });
    else kept.push(item);
  }

  const strip = besideColumns([...kept, ...inReadingOrder(aside)], layout);
  for (const [item, box] of strip) move(item, box);
  for (const [thing, note] of onNote) {
    const way = moves.get(note.id);
    if (way)
      move(thing, {
        ...thing.box,
        x: thing.box.x + way.to.x - way.from.x,
        y: thing.box.y + way.to.y - way.from.y,
      });
  }

  // Everything has to lie inside, what stays where it is, too.
  const stays = items.filter(
    ({ id }) => !moves.has(id) && ![...drop.values()].some((gone) => gone.id === id),
  );
  const inside = [...[...moves.values()].map((one) => one.to), ...stays.map(({ box }) => box)];
  const beside = [...strip.values()];
  const size: Size = {
    width: Math.ceil(
      Math.max(layout.width, ...inside.map(right), ...beside.map((box) => right(box) + margin)),
    ),
    height: Math.ceil(
      Math.max(layout.height, ...inside.map(bottom), ...beside.map((box) => bottom(box) + margin)),
    ),
  };
  const named = (item: HarvestItem): string => item.text.trim();
  return {
    relayout: {
      from,
      to,
      frame: { from: { width: frame.box.width, height: frame.box.height }, to: size },
      lanes,
      moves,
      make,
      drop,
      loose: new Set(others.map(({ id }) => id)),
    },
    facts: {
      notes: stickies.filter((note) => !isBlank(note)).length - aside.filter((note) => !isBlank(note)).length,
      blanks: stickies.filter(isBlank).length,
      aside: aside.filter((note) => !isBlank(note)).map(named),
      kept: [...kept.map(named), ...reworded],
      along: onNote.size + [...besideNotes.values()].flat().length,
      staying: staying.length,
    },
  };
}

/** To the right of the columns, farther than the last of them reaches, so that nothing there counts for one. */
function besideColumns(things: readonly HarvestItem[], layout: SheetLayout): ReadonlyMap<HarvestItem, Box> {
  const places = new Map<HarvestItem, Box>();
  let x = layout.width + noteGap;
  let y = margin;
  let widestHere = 0;
  for (const thing of things) {
    const { width, height } = thing.box;
    if (y > margin && y + height > layout.height - margin) {
      x += widestHere + noteGap;
      y = margin;
      widestHere = 0;
    }
    places.set(thing, boxAt(x, y, width, height));
    y += height + noteGap;
    widestHere = Math.max(widestHere, width);
  }
  return places;
}

/** The way back. `made`: the ids of the headers that were made, by key. */
export function reversed(
  { from, to, frame, lanes, moves, make, drop, loose }: Relayout,
  made: ReadonlyMap<string, ItemId>,
): Relayout {
  const back = ({ from: start, to: end, text }: Move): Move => ({
    from: end,
    to: start,
    ...(text ? { text: { ...text, from: text.to, to: text.from } } : {}),
  });
  return {
    from: to,
    to: from,
    frame: { from: frame.to, to: frame.from },
    lanes,
    moves: new Map([...moves].map(([id, move]) => [id, back(move)])),
    make: new Map([...drop].map(([key, { box }]) => [key, box])),
    drop: new Map(
      [...make].flatMap(([key, box]) => {
        const id = made.get(key);
        return id === undefined ? [] : [[key, { id, box }]];
      }),
    ),
    loose,
  };
}
