/**
 * A sheet that comes back from a file: its lanes as large as they were, and each note at the place it had. Pure.
 *
 * P1  Headers move only where they are the same ones, and where no note has words on it yet, or nothing would move:
 *     moved, they would say something else of the notes that lie there.
 * P2  A note goes back where its place means the same here: the same lane, the border of the same lanes, or none; and
 *     where no note lies that was here before.
 * P3  Blank stickies that a drop has left take the words, moved to the note's place, so that none is left over.
 *
 * Boxes are relative to the frame's top-left corner (dp), which never moves.
 */
import { type Box, boxAt, contains, left, moved, overlap, top } from '../../base/box.ts';
import type { ItemId, LaneId } from '../../workshop/ids.ts';
import { isBorderKey } from '../../workshop/piece.ts';
import type { StickyColour } from '../../workshop/stickyColour.ts';
import { type Borders, readBorders } from '../borders.ts';
import type { ChangePlan, SheetChange } from '../changePlan.ts';
import { type HarvestItem, lanesFor } from '../harvest.ts';
import { growFrame, nameOf, type SheetOnBoard } from '../makeRoom.ts';

/** Where a note lay, and how it looked. */
export interface NotePlace {
  readonly box: Box;
  /** Several on a border, none where it lay in no lane. */
  readonly lanes: readonly LaneId[];
  /** Null where it had one that stickies don't have. */
  readonly colour: StickyColour | null;
}

/** How the sheet was laid out there. */
export interface LayoutThere {
  readonly width: number;
  readonly height: number;
  readonly headers: readonly { readonly key: string; readonly box: Box }[];
}

export interface ComingBack {
  /** Null where the file doesn't tell it. */
  readonly layout: LayoutThere | null;
  /** Blank stickies that lay there. */
  readonly blanks: readonly Box[];
  readonly notes: readonly { readonly key: string; readonly at: NotePlace }[];
}

export interface BackInPlace {
  readonly plan: ChangePlan;
  /** Blank stickies here that take a note's words, by the note's key. */
  readonly blanks: ReadonlyMap<string, ItemId>;
}

/** What boards round (dp). */
export const near = 2;
/** Larger than any sheet; a file may say anything (dp). */
const largest = 100_000;

const isNear = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) <= near &&
  Math.abs(a.y - b.y) <= near &&
  Math.abs(a.width - b.width) <= near &&
  Math.abs(a.height - b.height) <= near;
const distance = (a: Box, b: Box): number => Math.hypot(a.x - b.x, a.y - b.y);

export const isWide = ({ width, height }: Box): boolean => width > height * 1.2;
const isBlank = ({ kind, text, gone }: HarvestItem): boolean =>
  kind === 'sticky' && gone !== true && text.trim() === '';

export const bordersNow = ({ columns, anchors, frame, items }: SheetOnBoard): Borders => {
  const boxes = new Map(items.filter(({ gone }) => gone !== true).map(({ id, box }) => [id, box]));
  return readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id));
};

const sameLanes = (a: readonly LaneId[], b: readonly LaneId[]): boolean =>
  a.length === b.length && a.every((lane) => b.includes(lane));

/** P2. `ours`: what was put here in the same go; notes that lay on each other do so again. */
export function isFree(sheet: SheetOnBoard, place: NotePlace, ours: ReadonlySet<ItemId>): boolean {
  const { box, lanes } = place;
  const { width, height } = sheet.frame.box;
  if (!(box.width > 0 && box.height > 0) || !contains(boxAt(0, 0, width, height), box)) return false;
  if (!sameLanes(lanesFor(bordersNow(sheet), box), lanes)) return false;
  return !sheet.items.some(
    (item) =>
      item.kind === 'sticky' &&
      item.gone !== true &&
      !isBlank(item) &&
      !ours.has(item.id) &&
      overlap(item.box, box),
  );
}

/** What is done before notes go back: headers and blank stickies where they lay, in a frame as large as it was. */
export function planBack(sheet: SheetOnBoard, { layout, blanks, notes }: ComingBack): BackInPlace {
  const headers = layout && headersOf(sheet, layout);
  const here = bordersNow(sheet);
  const there = layout && headers ? bordersNow(laidOut(sheet, layout, headers)) : here;
  const fresh = sheet.items.every((item) => item.kind !== 'sticky' || item.gone === true || isBlank(item));

  const waiting = new Map(sheet.items.filter(isBlank).map(({ id, box }) => [id, box]));
  const taken = new Map<string, ItemId>();
  const moves: { readonly item: HarvestItem; readonly to: Box }[] = [];
  const ofLane = (borders: Borders, box: Box) => borders.at(box.x, box.y);
  /** The nearest one that will do. */
  const choose = (to: Box, fits: (box: Box) => boolean): ItemId | undefined =>
    [...waiting]
      .filter(([, box]) => fits(box))
      .sort(([, a], [, b]) => distance(a, to) - distance(b, to))[0]?.[0];
  const take = (id: ItemId | undefined): id is ItemId => id !== undefined && waiting.delete(id);

  const square = notes.filter(({ at }) => !isWide(at.box));
  const left = new Set(blanks);
  const forNotes = (fits: (at: NotePlace) => (box: Box) => boolean): void => {
    for (const { key, at } of square) {
      const id = taken.has(key) ? undefined : choose(at.box, fits(at));
      if (take(id)) taken.set(key, id);
    }
  };
  const forBlanks = (fits: (to: Box) => (box: Box) => boolean): void => {
    for (const to of left) {
      const id = choose(to, fits(to));
      if (!take(id)) continue;
      left.delete(to);
      const item = sheet.items.find((one) => one.id === id);
      if (item && !isNear(item.box, to)) moves.push({ item, to });
    }
  };
  forNotes((at) => (box) => isNear(at.box, box));
  forBlanks((to) => (box) => isNear(to, box));
  // On a sheet that somebody writes on, blank stickies of other lanes stay where they wait.
  if (headers && fresh) forBlanks((to) => (box) => sameLanes(ofLane(there, to), ofLane(here, box)));
  forNotes((at) => (box) => at.lanes.some((lane) => ofLane(here, box).includes(lane)));
  if (headers && fresh) forNotes(() => () => true);
  return {
    plan: layout && headers ? layoutPlan(sheet, layout, [...headers, ...moves]) : nothing,
    blanks: taken,
  };
}

const nothing: ChangePlan = { stages: [] };

interface HeaderMove {
  readonly item: HarvestItem;
  readonly to: Box;
}

/** P1: where each header goes that lies elsewhere here; null where they must not be moved. */
function headersOf(sheet: SheetOnBoard, layout: LayoutThere): readonly HeaderMove[] | null {
  const { width, height } = layout;
  const within = boxAt(0, 0, width, height);
  const sane = ({ box }: { readonly box: Box }) => box.width > 0 && box.height > 0 && contains(within, box);
  if (!(width <= largest && height <= largest) || !layout.headers.every(sane)) return null;
  const places = new Map(layout.headers.map(({ key, box }) => [key, box]));
  const items = new Map(sheet.items.filter(({ gone }) => gone !== true).map((item) => [item.id, item]));
  const here = [...sheet.anchors].flatMap(([key, id]) => {
    const item = items.get(id);
    return item && item.kind !== 'sticky' ? [{ key, item }] : [];
  });
  const keys = new Set(here.map(({ key }) => key));
  if (layout.headers.some(({ key }) => isBorderKey(key) && !keys.has(key))) return null;
  const moves: HeaderMove[] = [];
  for (const { key, item } of here) {
    const to = places.get(key);
    if (!to) return null;
    // A text's height follows from its words.
    const box = item.kind === 'text' ? { ...to, height: item.box.height } : to;
    if (!isNear(item.box, box)) moves.push({ item, to: box });
  }
  const written = sheet.items.some((item) => item.kind === 'sticky' && item.gone !== true && !isBlank(item));
  return moves.length === 0 || !written ? moves : null;
}

/** The sheet as it will be. */
function laidOut(sheet: SheetOnBoard, layout: LayoutThere, moves: readonly HeaderMove[]): SheetOnBoard {
  const to = new Map(moves.map((move) => [move.item.id, move.to]));
  return {
    ...sheet,
    frame: { ...sheet.frame, box: grown(sheet.frame.box, layout) },
    items: sheet.items.map((item) => ({ ...item, box: to.get(item.id) ?? item.box })),
  };
}

const grown = (box: Box, { width, height }: LayoutThere): Box =>
  boxAt(left(box), top(box), Math.max(width, box.width), Math.max(height, box.height));

function layoutPlan(sheet: SheetOnBoard, layout: LayoutThere, moves: readonly HeaderMove[]): ChangePlan {
  const { frame } = sheet;
  const [dx, dy] = [left(frame.box), top(frame.box)];
  const to = grown(frame.box, layout);
  const grows = to.width - frame.box.width > near || to.height - frame.box.height > near;
  return {
    stages: [
      grows ? [growFrame(frame, to)] : [],
      moves
        // From the bottom up, so that things hardly ever cross.
        .toSorted((a, b) => b.item.box.y - a.item.box.y)
        .map(
          ({ item, to: box }): SheetChange => ({
            kind: 'change',
            id: item.id,
            what: nameOf(item),
            from: { box: moved(item.box, dx, dy) },
            to: { box: moved(box, dx, dy) },
          }),
        ),
    ],
  };
}
