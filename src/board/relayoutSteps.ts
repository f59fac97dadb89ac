/**
 * What is left to do until a sheet lies as a re-layout wants it (relayout.ts), from how the board stands now. So the
 * same question begins it, goes on after a refusal or a closed tab, and says when it is done.
 */
import { type Box, bottom, boxAt, left, moved, right, top } from '../base/box.ts';
import type { ItemId } from '../workshop/ids.ts';
import type { Piece } from '../workshop/piece.ts';
import { readBorders } from './borders.ts';
import type { ChangePlan, SheetChange } from './changePlan.ts';
import { type HarvestItem, lanesFor } from './harvest.ts';
import { growFrame, nameOf, type SheetOnBoard } from './makeRoom.ts';
import { near, sameSize, trace } from './near.ts';
import type { Relayout } from './relayout.ts';

const lies = ({ box, kind }: HarvestItem, to: Box): boolean =>
  near(box.x, to.x, trace) &&
  near(box.y, to.y, trace) &&
  // A sticky is never resized, and a text's height follows from its words.
  (kind === 'sticky' || near(box.width, to.width, trace)) &&
  (kind !== 'shape' || near(box.height, to.height, trace));

/** The headers of the new lens that are on the board, by key, and those that are there a second time. */
export interface Made {
  readonly ids: ReadonlyMap<string, ItemId>;
  readonly doubles: readonly ItemId[];
}

/**
 * Made by us, and perhaps never written down: the tab was closed, or two began at the same moment. They are told by
 * what they say at exactly that place; of doubles the one with the smallest id stays, so that two who tidy up at once
 * take away the same ones.
 */
export function madeHeaders(
  { make, drop }: Pick<Relayout, 'make' | 'drop'>,
  pieces: ReadonlyMap<string, Piece>,
  { items, anchors }: Pick<SheetOnBoard, 'items' | 'anchors'>,
): Made {
  const ids = new Map<string, ItemId>();
  const doubles: ItemId[] = [];
  const old = new Set([...drop.values()].map(({ id }) => id));
  for (const [key, box] of make) {
    const look = pieces.get(key)?.appearance;
    const known = anchors.get(key);
    const same = items
      .filter((item) => item.gone !== true && item.kind === look?.kind && !old.has(item.id))
      .filter((item) => item.text.trim() === look?.text.trim() && lies(item, box))
      .map(({ id }) => id)
      .sort(bySize);
    const [first] = same;
    if (first !== undefined) {
      ids.set(key, first);
      doubles.push(...same.slice(1));
    } else if (known !== undefined && items.some(({ id, gone }) => id === known && gone !== true))
      ids.set(key, known); // somebody has moved or reworded it meanwhile
  }
  return { ids, doubles };
}

/** Miro's ids are long decimal numbers. */
const bySize = (a: ItemId, b: ItemId): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

export interface Steps {
  /** The frame grows first, since a board takes no child outside. */
  readonly plan: ChangePlan;
  /** One by one, and a refusal of one is no matter. */
  readonly loose: readonly SheetChange[];
  /** Once everything lies where it should: old headers go, and the frame shrinks as far as what lies in it lets it. */
  readonly settle: ChangePlan;
  readonly made: Made;
}

/** What the headers of both lenses look like, by key. */
export interface Looks {
  readonly old: ReadonlyMap<string, Piece>;
  readonly new: ReadonlyMap<string, Piece>;
}

export function stepsLeft(relayout: Relayout, { old, new: pieces }: Looks, sheet: SheetOnBoard): Steps {
  const { frame, anchors } = sheet;
  const items = sheet.items.filter(({ gone }) => gone !== true);
  const made = madeHeaders(relayout, pieces, { items, anchors });
  const onBoard = (box: Box): Box => moved(box, left(frame.box), top(frame.box));

  const changes: SheetChange[] = [];
  const loose: SheetChange[] = [];
  for (const item of items) {
    const move = relayout.moves.get(item.id);
    if (!move) continue;
    const text = move.text && item.text.trim() === move.text.from.trim() ? move.text : undefined;
    if (lies(item, move.to) && !text) continue;
    const sized = item.kind === 'shape' ? move.to : { ...move.to, height: item.box.height };
    const to = item.kind === 'sticky' ? { ...sized, width: item.box.width } : sized;
    const change: SheetChange = {
      kind: 'change',
      id: item.id,
      what: nameOf(item),
      from: { box: onBoard(item.box), ...(text ? { text: item.text } : {}) },
      to: { box: onBoard(to), ...(text ? { text: text.to, bold: text.bold } : {}) },
    };
    (relayout.loose.has(item.id) ? loose : changes).push(change);
  }
  for (const [key, box] of relayout.make) {
    const look = pieces.get(key)?.appearance;
    if (look && !made.ids.has(key))
      changes.push({
        kind: 'create',
        key,
        what: look.text,
        item: { ...look, box: onBoard(box) },
        frame: frame.id,
      });
  }
  const texts = new Map(items.map(({ id, text }) => [id, text.trim()]));
  const ours = [...relayout.drop].flatMap(([key, { id }]) =>
    // Reworded since it was looked at, it is somebody's.
    texts.has(id) && texts.get(id) === old.get(key)?.appearance.text.trim() ? [id] : [],
  );
  const dropped = new Set([...ours, ...made.doubles]);
  const removals = [...dropped].map(
    (id): SheetChange => ({ kind: 'remove', id, what: texts.get(id) ?? '', restores: null }),
  );

  // What came meanwhile has to stay inside, and what the board won't move.
  const stays = items.filter(
    ({ id }) => (!relayout.moves.has(id) || relayout.loose.has(id)) && !dropped.has(id),
  );
  const { to } = relayout.frame;
  const size = {
    width: Math.max(to.width, ...stays.map(({ box }) => Math.ceil(right(box)))),
    height: Math.max(to.height, ...stays.map(({ box }) => Math.ceil(bottom(box)))),
  };
  const sized = (width: number, height: number): Box => boxAt(left(frame.box), top(frame.box), width, height);
  const large = sized(Math.max(frame.box.width, size.width), Math.max(frame.box.height, size.height));
  const final = sized(size.width, size.height);
  return {
    plan: { stages: [sameSize(frame.box, large, trace) ? [] : [growFrame(frame, large)], changes] },
    loose,
    settle: { stages: [removals, sameSize(frame.box, final, trace) ? [] : [growFrame(frame, final)]] },
    made,
  };
}

/** Notes that count for another lane than they should, as the sheet lies now and is read by the new lens. */
export function misread(
  { lanes }: Pick<Relayout, 'lanes'>,
  { columns, anchors, frame, items }: SheetOnBoard,
): readonly HarvestItem[] {
  const boxes = new Map(items.map(({ id, box }) => [id, box]));
  const borders = readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id));
  return items.filter((item) => {
    const before = lanes.get(item.id);
    if (item.gone === true || item.kind !== 'sticky' || !before) return false;
    const now = lanesFor(borders, item.box);
    const [lane] = before;
    // What was asked about is asked about, on whichever border.
    return before.length === 1 ? now.length !== 1 || now[0] !== lane : now.length === 1;
  });
}
