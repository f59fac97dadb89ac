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
import { rounding, sameBox } from '../near.ts';

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

/** Larger than any sheet; a file may say anything (dp). */
const largest = 100_000;

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
  const { taken, moves } = shareBlanks(sheet.items.filter(isBlank), {
    ...{ blanks, here, there },
    notes: notes.filter(({ at }) => !isWide(at.box)),
    // On a sheet that somebody writes on, blank stickies of other lanes stay where they wait.
    anyLane: headers !== null && fresh,
  });
  return {
    plan: layout && headers ? layoutPlan(sheet, layout, [...headers, ...moves]) : nothing,
    blanks: taken,
  };
}

interface Sharing {
  /** Where blank stickies lay there. */
  readonly blanks: readonly Box[];
  readonly notes: ComingBack['notes'];
  readonly here: Borders;
  readonly there: Borders;
  readonly anyLane: boolean;
}

/** P3: which blank sticky here becomes which note, and which goes where a blank one lay. The nearest that will do. */
function shareBlanks(
  items: readonly HarvestItem[],
  { blanks, notes, here, there, anyLane }: Sharing,
): { readonly taken: ReadonlyMap<string, ItemId>; readonly moves: readonly ItemMove[] } {
  const waiting = new Set(items);
  const empty = new Set(blanks);
  const taken = new Map<string, ItemId>();
  const moves: ItemMove[] = [];
  const lanesAt = (borders: Borders, { x, y }: Box) => borders.at(x, y);
  const take = (to: Box, fits: (box: Box) => boolean): HarvestItem | undefined => {
    const [found] = [...waiting]
      .filter(({ box }) => fits(box))
      .sort((a, b) => distance(a.box, to) - distance(b.box, to));
    if (found) waiting.delete(found);
    return found;
  };
  const forNotes = (fits: (at: NotePlace) => (box: Box) => boolean): void => {
    for (const { key, at } of notes) {
      const item = taken.has(key) ? undefined : take(at.box, fits(at));
      if (item) taken.set(key, item.id);
    }
  };
  const forBlanks = (fits: (to: Box) => (box: Box) => boolean): void => {
    for (const to of empty) {
      const item = take(to, fits(to));
      if (!item) continue;
      empty.delete(to);
      if (!sameBox(item.box, to)) moves.push({ item, to });
    }
  };
  forNotes((at) => (box) => sameBox(at.box, box));
  forBlanks((to) => (box) => sameBox(to, box));
  if (anyLane) forBlanks((to) => (box) => sameLanes(lanesAt(there, to), lanesAt(here, box)));
  forNotes((at) => (box) => at.lanes.some((lane) => lanesAt(here, box).includes(lane)));
  if (anyLane) forNotes(() => () => true);
  return { taken, moves };
}

const nothing: ChangePlan = { stages: [] };

interface ItemMove {
  readonly item: HarvestItem;
  readonly to: Box;
}

/** P1: where each header goes that lies elsewhere here; null where they must not be moved. */
function headersOf(sheet: SheetOnBoard, layout: LayoutThere): readonly ItemMove[] | null {
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
  const moves: ItemMove[] = [];
  for (const { key, item } of here) {
    const to = places.get(key);
    if (!to) return null;
    // A text's height follows from its words.
    const box = item.kind === 'text' ? { ...to, height: item.box.height } : to;
    if (!sameBox(item.box, box)) moves.push({ item, to: box });
  }
  const written = sheet.items.some((item) => item.kind === 'sticky' && item.gone !== true && !isBlank(item));
  return moves.length === 0 || !written ? moves : null;
}

/** The sheet as it will be. */
function laidOut(sheet: SheetOnBoard, layout: LayoutThere, moves: readonly ItemMove[]): SheetOnBoard {
  const to = new Map(moves.map((move) => [move.item.id, move.to]));
  return {
    ...sheet,
    frame: { ...sheet.frame, box: grown(sheet.frame.box, layout) },
    items: sheet.items.map((item) => ({ ...item, box: to.get(item.id) ?? item.box })),
  };
}

const grown = (box: Box, { width, height }: LayoutThere): Box =>
  boxAt(left(box), top(box), Math.max(width, box.width), Math.max(height, box.height));

function layoutPlan(sheet: SheetOnBoard, layout: LayoutThere, moves: readonly ItemMove[]): ChangePlan {
  const { frame } = sheet;
  const [dx, dy] = [left(frame.box), top(frame.box)];
  const to = grown(frame.box, layout);
  const grows = to.width - frame.box.width > rounding || to.height - frame.box.height > rounding;
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
