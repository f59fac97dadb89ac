/**
 * Puts what somebody brings in into the lanes of a sheet, one after the other: onto a blank sticky that waits there, as
 * a new sticky, or, where it is a sticky already, by moving it. Room is made first, in one go. It may be cancelled or
 * refused half-way; what was done is told, and undone by `takeBack`.
 *
 * - What is on the board now counts, not what was seen when the list was made: a sticky that is gone is skipped, a blank
 *   one that somebody writes on meanwhile is left to them.
 * - A refusal that is about one note (too long, locked, gone) skips that one; any other ends the run.
 */
import { type Box, holds, left, moved, top } from '../../base/box.ts';
import { type Clock, wait } from '../../base/clock.ts';
import type { ItemId, LaneId } from '../../workshop/ids.ts';
import { type Lane, noteColour } from '../../workshop/lens.ts';
import { noteSize } from '../../workshop/spacing.ts';
import { type StickyColour, stickyColours } from '../../workshop/stickyColour.ts';
import { readBorders } from '../borders.ts';
import { type ChangePlan, isEmpty } from '../changePlan.ts';
import { placeForNote } from '../freePlace.ts';
import { type Failure, failureOf } from '../inParallel.ts';
import type { BoardItem } from '../item.ts';
import type { SheetOnBoard } from '../makeRoom.ts';
import { type BoardReader, BoardRefusal, type BoardWriter } from '../port.ts';
import { Cancelled, retrying } from '../retrying.ts';
import { runChanges } from '../runChanges.ts';
import { type BackInPlace, isFree, isWide, type NotePlace } from './backInPlace.ts';
import { planRoom } from './planRoom.ts';

export interface Wish {
  readonly key: string;
  readonly lane: LaneId;
  readonly text: string;
  /** The sticky that goes there itself; null for words that get a sticky of their own. */
  readonly sticky: ItemId | null;
}

/** A note that comes back: to the place it had where that is here, else into its lane. */
export interface WishBack {
  readonly key: string;
  /** Null where it lay on a border or in no lane: then it goes to its place or nowhere. */
  readonly lane: LaneId | null;
  readonly text: string;
  readonly sticky: null;
  /** Null where the sheet is not laid out as that one was. */
  readonly at: NotePlace | null;
}

export type AnyWish = Wish | WishBack;

export type Done =
  | { readonly kind: 'made'; readonly id: ItemId; readonly text: string }
  | {
      readonly kind: 'written';
      readonly id: ItemId;
      readonly text: string;
      /** Where it was moved meanwhile. */
      readonly moved?: { readonly from: Box; readonly to: Box; readonly colour: StickyColour | null };
    }
  | {
      readonly kind: 'moved';
      readonly id: ItemId;
      readonly from: Box;
      readonly to: Box;
      readonly frame: ItemId | null;
    };

/**
 * Why something stays where it is. `kept`: the board refuses to move it, because it is locked, for example. `no-place`:
 * it lay in no lane, or between some, and there is no such place here.
 */
export type NotPut = 'full' | 'no-lane' | 'no-place' | 'too-long' | 'gone' | 'kept';

export interface PutProgress {
  readonly done: number;
  readonly total: number;
  /** The board asks to slow down, or has no room for more calls just now; it goes on by itself. */
  readonly slowed: boolean;
}

export interface PutResult {
  readonly kind: 'done' | 'cancelled' | 'failed';
  readonly put: readonly { readonly key: string; readonly done: Done }[];
  readonly skipped: readonly { readonly key: string; readonly why: NotPut }[];
  /** Undoes the room that was made. */
  readonly room: ChangePlan | null;
  readonly failure: Failure | null;
}

export interface PutOptions {
  readonly board: BoardReader & BoardWriter;
  readonly clock: Clock;
  readonly hasRoom: () => boolean;
  readonly look: () => Promise<SheetOnBoard>;
  readonly makeRoom: boolean;
  /** What is done first, so that notes find their places. */
  readonly prepare?: (sheet: SheetOnBoard) => BackInPlace;
  /** Notes here that lay beside these there, too, so that they take nobody's place. */
  readonly beside?: ReadonlySet<ItemId>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PutProgress) => void;
}

/** Milliseconds until looking again whether the budget has room. */
const patience = 5_000;

/** Of one note only; the others may go on. */
const ofOne = (error: unknown): NotPut | null => {
  if (!(error instanceof BoardRefusal)) return null;
  const reasons: Partial<Record<BoardRefusal['reason'], NotPut>> = {
    'too-long': 'too-long',
    gone: 'gone',
    refused: 'kept',
  };
  return reasons[error.reason] ?? null;
};

export async function putIntoLanes(wishes: readonly AnyWish[], options: PutOptions): Promise<PutResult> {
  const { board, clock, signal, beside = new Set<ItemId>() } = options;
  const put: { key: string; done: Done }[] = [];
  const skipped: { key: string; why: NotPut }[] = [];
  let room: ChangePlan | null = null;
  let slowed = false;
  let blanks: ReadonlyMap<string, ItemId> = new Map();
  const tell = (): void =>
    options.onProgress({ done: put.length + skipped.length, total: wishes.length, slowed });
  // Other trouble than too many calls is not tried again at once: what was asked may have been done all the same.
  const attempt = retrying(
    clock,
    (paused) => {
      if (paused !== slowed) {
        slowed = paused;
        tell();
      }
    },
    () => false,
  );
  const roomForCalls = async (): Promise<void> => {
    while (!options.hasRoom() && !signal.aborted) {
      slowed = true;
      tell();
      await wait(clock, patience);
      slowed = false;
    }
    if (signal.aborted) throw new Cancelled('Cancelled between two notes.');
  };
  /** What a note can do without, once it lies in its lane. */
  const minor = (call: () => Promise<unknown>) => attempt(call).catch(() => undefined);

  let sheet: SheetOnBoard;
  const laneOf = (id: LaneId): Lane | undefined =>
    sheet.columns.flatMap(({ lanes }) => lanes).find((lane) => lane.id === id);
  const onBoard = (box: Box): Box => moved(box, left(sheet.frame.box), top(sheet.frame.box));
  const remember = (id: ItemId, box: Box, text: string): void => {
    const others = sheet.items.filter((item) => item.id !== id);
    sheet = { ...sheet, items: [...others, { id, kind: 'sticky', box, text }] };
  };

  const placeFor = async (wish: Wish): Promise<Box | 'full' | 'no-lane'> => {
    const found = () => {
      const { columns, anchors, frame, items } = sheet;
      return placeForNote({ columns, anchors, frame: frame.box, items }, wish.lane);
    };
    const first = found();
    if (first.kind === 'free') return first.box;
    if (first.kind === 'no-lane' || !options.makeRoom) return first.kind;
    // Somebody else has taken the room that was made.
    await makeRoomFor([wish]);
    const second = found();
    return second.kind === 'free' ? second.box : second.kind;
  };

  const makeRoomFor = async (some: readonly AnyWish[]): Promise<void> => {
    const wanted = new Map<LaneId, number>();
    for (const { lane } of some) if (lane !== null) wanted.set(lane, (wanted.get(lane) ?? 0) + 1);
    for (const [lane, count] of wanted) {
      const blanks = some.some(({ sticky }) => sticky === null) ? blanksIn(sheet, lane).length : 0;
      const own = some.filter((wish) => wish.lane === lane && wish.sticky === null).length;
      wanted.set(lane, count - Math.min(blanks, own));
    }
    await change(planRoom(sheet, wanted).plan);
  };

  const change = async (plan: ChangePlan): Promise<void> => {
    if (isEmpty(plan)) return;
    const result = await runChanges(plan, board, { clock, signal });
    room = { stages: [...result.undo.stages, ...(room?.stages ?? [])] };
    if (result.kind === 'cancelled') throw new Cancelled('Cancelled while room was made.');
    if (result.kind === 'failed') throw new BoardRefusal(result.reason, result.message);
    sheet = await options.look();
  };

  const moveOne = async (id: ItemId, place: Box): Promise<Done | NotPut> => {
    const [item] = await attempt(() => board.readSome([id]), signal);
    if (!item) return 'gone';
    const to = onBoard(place);
    const share = Math.min(1, noteSize.width / item.box.width, noteSize.height / item.box.height);
    const size = share < 1 ? { width: Math.round(item.box.width * share) } : {};
    if (item.frame !== null) await attempt(() => board.takeOutOfFrame(id), signal);
    let changed: BoardItem;
    try {
      changed = await attempt(() => board.change(id, { x: to.x, y: to.y, ...size }), signal);
    } catch (error) {
      const { frame } = item;
      if (frame !== null) await minor(() => board.putInFrame(frame, id));
      throw error;
    }
    await minor(() => board.putInFrame(sheet.frame.id, id));
    remember(id, { ...place, width: changed.box.width, height: changed.box.height }, item.text);
    return { kind: 'moved', id, from: item.box, to: changed.box, frame: item.frame };
  };

  const writeOne = async (wish: Wish, lane: Lane): Promise<Done | NotPut> => {
    for (const blank of blanksIn(sheet, wish.lane)) {
      const [now] = await attempt(() => board.readSome([blank.id]), signal);
      remember(blank.id, blank.box, now?.text || '…');
      if (now?.text.trim() !== '') continue;
      await attempt(() => board.change(blank.id, { text: wish.text }), signal);
      remember(blank.id, blank.box, wish.text);
      return { kind: 'written', id: blank.id, text: wish.text };
    }
    const place = await placeFor(wish);
    if (typeof place === 'string') return place;
    const box = { ...onBoard(place), ...noteSize };
    const made = await attempt(
      () => board.create({ kind: 'sticky', box, text: wish.text, colour: noteColour(lane) }),
      signal,
    );
    remember(made.id, place, wish.text);
    await minor(() => board.putInFrame(sheet.frame.id, made.id));
    return { kind: 'made', id: made.id, text: wish.text };
  };

  /** Onto the blank sticky that was chosen for it, moved there, or as a new one. */
  const writeAt = async ({ key, lane, text }: WishBack, at: NotePlace): Promise<Done> => {
    const box = onBoard(at.box);
    const blank = blanks.get(key);
    const [now] = blank === undefined ? [] : await attempt(() => board.readSome([blank]), signal);
    if (now && now.text.trim() === '') {
      const colour = stickyColours.find((one) => one === now.colour) ?? null;
      await attempt(
        () =>
          board.change(now.id, {
            text,
            ...(isNear(now.box, box, 0.5) ? {} : { x: box.x, y: box.y }),
            ...(now.box.width === box.width ? {} : { width: box.width, height: box.height }),
            ...(at.colour === null || at.colour === colour ? {} : { colour: at.colour }),
          }),
        signal,
      );
      remember(now.id, at.box, text);
      return { kind: 'written', id: now.id, text, moved: { from: now.box, to: box, colour } };
    }
    const known = lane === null ? undefined : laneOf(lane);
    const colour = at.colour ?? (known ? noteColour(known) : 'light_yellow');
    const wide = isWide(at.box) ? { wide: true } : {};
    const made = await attempt(() => board.create({ kind: 'sticky', box, text, colour, ...wide }), signal);
    remember(made.id, at.box, text);
    await minor(() => board.putInFrame(sheet.frame.id, made.id));
    return { kind: 'made', id: made.id, text };
  };

  const canGoBack = (wish: AnyWish): boolean =>
    'at' in wish &&
    wish.at !== null &&
    isFree(sheet, wish.at, new Set([...beside, ...put.map(({ done }) => done.id)]));

  const putOne = async (wish: AnyWish): Promise<Done | NotPut> => {
    if ('at' in wish && wish.at && canGoBack(wish)) return writeAt(wish, wish.at);
    const { key, lane, text, sticky } = wish;
    return lane === null ? 'no-place' : putInLane({ key, lane, text, sticky });
  };

  const putInLane = async (wish: Wish): Promise<Done | NotPut> => {
    const lane = laneOf(wish.lane);
    if (!lane) return 'no-lane';
    if (wish.sticky === null) return writeOne(wish, lane);
    const place = await placeFor(wish);
    return typeof place === 'string' ? place : moveOne(wish.sticky, place);
  };

  const each = async (some: readonly AnyWish[]): Promise<void> => {
    for (const wish of some) {
      await roomForCalls();
      try {
        const done = await putOne(wish);
        if (typeof done === 'string') skipped.push({ key: wish.key, why: done });
        else put.push({ key: wish.key, done });
      } catch (error) {
        const why = ofOne(error);
        if (!why) throw error;
        skipped.push({ key: wish.key, why });
      }
      tell();
    }
  };

  const result = (kind: PutResult['kind'], failure: Failure | null = null): PutResult => ({
    ...{ kind, put, skipped, room, failure },
  });
  try {
    tell();
    sheet = await options.look();
    await roomForCalls();
    if (options.prepare) {
      const { plan, blanks: chosen } = options.prepare(sheet);
      blanks = chosen;
      await change(plan);
    }
    // Places that notes had are taken by them before others look for a free one.
    const [inPlace, others] = [wishes.filter(canGoBack), wishes.filter((wish) => !canGoBack(wish))];
    await each(inPlace);
    if (options.makeRoom) await makeRoomFor(others);
    await each(others);
    return result('done');
  } catch (error) {
    return error instanceof Cancelled ? result('cancelled') : result('failed', failureOf(error));
  }
}

/** Blank stickies that wait in a lane. */
export const blanksIn = ({ columns, anchors, frame, items }: SheetOnBoard, lane: LaneId) => {
  const boxes = new Map(items.map(({ id, box }) => [id, box]));
  const area = readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id)).areas.get(lane);
  return items.filter(
    ({ kind, text, box, gone }) =>
      kind === 'sticky' && gone !== true && text.trim() === '' && area !== undefined && holds(area, box),
  );
};

export interface TakeBack {
  readonly board: BoardReader & BoardWriter;
  readonly clock: Clock;
  /** Whether somebody has said something about it since. */
  readonly isSpokenAbout: (item: ItemId) => boolean;
}

/** Undoes it, the last first. What was changed, moved on or spoken about since stays; returned is what went back. */
export async function takeBack(
  { put, room }: Pick<PutResult, 'put' | 'room'>,
  { board, clock, isSpokenAbout }: TakeBack,
): Promise<readonly Done[]> {
  const attempt = retrying(clock);
  const back: Done[] = [];
  for (const { done } of put.toReversed()) {
    const [now] = await attempt(() => board.readSome([done.id]));
    if (done.kind === 'moved') {
      if (!now || !isNear(now.box, done.to)) continue;
      if (now.frame !== null) await attempt(() => board.takeOutOfFrame(done.id));
      const { x, y, width } = done.from;
      await attempt(() => board.change(done.id, { x, y, ...(width === now.box.width ? {} : { width }) }));
      const { frame } = done;
      if (frame !== null) await attempt(() => board.putInFrame(frame, done.id)).catch(() => undefined);
    } else {
      if (isSpokenAbout(done.id) || (now && now.text !== done.text)) continue;
      if (now && done.kind === 'made') await attempt(() => board.remove(done.id));
      else if (now) {
        const { from, to, colour } = (done.kind === 'written' && done.moved) || {};
        const place = from && to && isNear(now.box, to) ? from : {};
        await attempt(() => board.change(done.id, { text: '', ...place, ...(colour ? { colour } : {}) }));
      }
    }
    back.push(done);
  }
  // Where something has stayed in the room that was made, that stays, too.
  if (room && back.length === put.length) await runChanges(room, board, { clock });
  return back;
}

/** Boards round; people don't move things by so little (dp). */
const isNear = (a: Box, b: Box, most = 4): boolean =>
  Math.abs(a.x - b.x) < most && Math.abs(a.y - b.y) < most;
