/**
 * Puts notes on the board that were written unseen, one after the other, by a click of whoever is there. It may be
 * cancelled, refused half-way or killed, and two may do it at once: every note ends on one sticky.
 *
 * - Before a note is put there, and right after, that is put on record (placements.ts). A sticky that nobody has on
 *   record, with the same words in the same lane or our mark for this note, is this note: nothing is put there twice.
 * - Who begins says so; who hears that another run is alive leaves it to that one.
 * - Two who could not hear each other make doubles. Everybody agrees which one counts; the other goes again, unless
 *   somebody has touched it.
 */
import type * as Y from 'yjs';
import {
  announceRun,
  doublesOf,
  endRun,
  forgetPlaced,
  type NoteKey,
  noteKey,
  type Placement,
  readPlacing,
  recordPlaced,
} from '../../../annotations/noteDrafts/placements.ts';
import type { PlacingPlan, PlacingStep } from '../../../annotations/noteDrafts/placingPlan.ts';
import type { SideNote } from '../../../annotations/noteDrafts/revealed.ts';
import { sameText } from '../../../annotations/text.ts';
import { type Box, left, moved, top } from '../../../base/box.ts';
import { type Clock, wait } from '../../../base/clock.ts';
import { readBorders } from '../../../board/borders.ts';
import { isEmpty } from '../../../board/changePlan.ts';
import { placeForNote } from '../../../board/freePlace.ts';
import { type HarvestItem, lanesFor } from '../../../board/harvest.ts';
import { type Failure, failureOf } from '../../../board/inParallel.ts';
import type { BoardItem } from '../../../board/item.ts';
import { planMakeRoom, type SheetOnBoard } from '../../../board/makeRoom.ts';
import { noteMarkJson, parseNoteMark } from '../../../board/noteDrafts/noteMark.ts';
import { type BoardPort, BoardRefusal } from '../../../board/port.ts';
import { Cancelled, retrying } from '../../../board/retrying.ts';
import { runChanges } from '../../../board/runChanges.ts';
import type { ItemId, LaneId, TagId, UserId } from '../../../workshop/ids.ts';
import { noteColour } from '../../../workshop/lens.ts';
import { noteSize } from '../../../workshop/spacing.ts';

export interface PlacingProgress {
  readonly done: number;
  readonly total: number;
  /** The board asks to slow down, or has no room for more calls just now; it goes on by itself. */
  readonly slowed: boolean;
}

/** Why a note still waits. */
export type NotPlaced = 'full' | 'no-lane' | 'too-long';

export interface PlacingOptions extends TakingAway {
  readonly clock: Clock;
  readonly hasRoom: () => boolean;
  readonly me: UserId;
  /** A new one for each run. */
  readonly run: string;
  /** What waits now, asked again as it goes: others may put some of it there meanwhile. */
  readonly plan: () => PlacingPlan;
  readonly look: () => Promise<SheetOnBoard>;
  readonly take: (items: readonly BoardItem[]) => void;
  /** Tags that say whose a note is; resolves to none where they are not wanted, or not to be had. */
  readonly tagsFor: (notes: readonly SideNote[]) => Promise<readonly TagId[]>;
  /** Whether somebody else may be putting notes there at this moment. */
  readonly company: () => boolean;
  readonly now: () => string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PlacingProgress) => void;
}

export interface PlacingResult {
  readonly kind: 'done' | 'cancelled' | 'failed' | 'elsewhere';
  /** What this run put on the board. */
  readonly placed: readonly (Placement & { readonly item: ItemId })[];
  readonly waiting: readonly { readonly note: SideNote; readonly why: NotPlaced }[];
  readonly failure: Failure | null;
}

/** Milliseconds in which two who click at once hear of each other. */
const settling = 3_000;
/** Milliseconds until looking again whether the budget has room. */
const patience = 5_000;
/** Marks are read one by one; more stickies than this in a lane are told apart by their words alone. */
const mostMarksRead = 12;

export async function placeNotes(options: PlacingOptions): Promise<PlacingResult> {
  const { board, clock, document, me, run, signal, now } = options;
  const placed: (Placement & { readonly item: ItemId })[] = [];
  const waiting: { note: SideNote; why: NotPlaced }[] = [];
  const result = (kind: PlacingResult['kind'], failure: Failure | null = null): PlacingResult => ({
    ...{ kind, placed, waiting, failure },
  });
  const skipped = new Set<NoteKey>();
  let [slowed, beat] = [false, 0];
  const tell = (): void => {
    const total = placed.length + options.plan().steps.filter(isOpen).length;
    options.onProgress({ done: placed.length, total, slowed });
  };
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
  const isOpen = ({ note }: PlacingStep): boolean => !skipped.has(noteKey(note));
  const roomForCalls = async (): Promise<void> => {
    while (!options.hasRoom() && !signal.aborted) {
      slowed = true;
      tell();
      await wait(clock, patience);
      slowed = false;
    }
    if (signal.aborted) throw new Cancelled('Cancelled between two notes.');
  };
  const record = (note: SideNote, item: ItemId | null, also = false): void => {
    const at = now();
    recordPlaced(document, [{ note: noteKey(note), run, item, also, at }]);
  };
  const settle = ({ note, also }: PlacingStep, item: ItemId): void => {
    record(note, item);
    for (const other of also) record(other, item, true);
    placed.push({ note: noteKey(note), user: note.user, run, item, also: false, at: now() });
    tell();
  };

  let sheet: SheetOnBoard;
  /** The sticky of this note, if it is on the board already. */
  const known = async (step: PlacingStep): Promise<ItemId | null> => {
    const { placements } = readPlacing(document);
    const claimed = new Set(placements.flatMap(({ item }) => (item === null ? [] : [item])));
    const free = stickiesIn(sheet, step.lane).filter(({ id }) => !claimed.has(id));
    const alike = free.find(({ text }) => sameText(text, step.note.text));
    if (alike) return alike.id;
    const key = noteKey(step.note);
    // A run that ended between putting it there and saying so.
    const begun = placements.some((one) => one.note === key && one.item === null && one.run !== run);
    for (const { id } of begun ? free.slice(-mostMarksRead) : [])
      if (parseNoteMark(await attempt(() => board.readMark(id), signal)) === key) return id;
    return null;
  };
  const placeIn = (lane: LaneId) => {
    const { columns, anchors, frame, items } = sheet;
    return placeForNote({ columns, anchors, frame: frame.box, items }, lane);
  };
  /** A place in the lane, after making room for what is to come there, if need be. */
  const findPlace = async (lane: LaneId): Promise<Box | NotPlaced> => {
    let found = placeIn(lane);
    if (found.kind === 'full') {
      const plan = planMakeRoom(sheet, lane);
      if (!isEmpty(plan)) await runChanges(plan, board, { clock, signal });
      sheet = await options.look();
      found = placeIn(lane);
    }
    return found.kind === 'free' ? found.box : found.kind;
  };

  const placeOne = async (step: PlacingStep): Promise<void> => {
    const target = sheet.columns.flatMap(({ lanes }) => lanes).find(({ id }) => id === step.lane);
    const there = target && (await known(step));
    if (there) {
      settle(step, there);
      return;
    }
    const place = target ? await findPlace(step.lane) : 'no-lane';
    if (!target || typeof place === 'string') {
      skip(step, typeof place === 'string' ? place : 'no-lane');
      return;
    }
    const tags = await options.tagsFor([step.note, ...step.also]);
    const box = moved(place, left(sheet.frame.box), top(sheet.frame.box));
    record(step.note, null);
    let item: BoardItem;
    try {
      const words = { kind: 'sticky', box: { ...box, ...noteSize }, text: step.note.text } as const;
      item = await attempt(() => board.create({ ...words, colour: noteColour(target) }), signal);
    } catch (error) {
      const surelyNot = error instanceof Cancelled || (error instanceof BoardRefusal && wasRefused(error));
      if (surelyNot) forgetPlaced(document, [{ note: noteKey(step.note), run }]);
      if (!(error instanceof BoardRefusal && error.reason === 'too-long')) throw error;
      skip(step, 'too-long');
      return;
    }
    settle(step, item.id);
    sheet = { ...sheet, items: [...sheet.items, { ...item, box: place }] };
    options.take([item]);
    // The note is there; that it belongs to the frame, carries our mark and says whose it is, it can do without.
    const minor = (call: () => Promise<unknown>) => attempt(call).catch(() => undefined);
    await minor(() => board.putInFrame(sheet.frame.id, item.id));
    await minor(() => board.writeMark(item.id, noteMarkJson(noteKey(step.note))));
    if (tags.length > 0) await minor(() => board.change(item.id, { tags }));
  };
  const skip = ({ note }: PlacingStep, why: NotPlaced): void => {
    skipped.add(noteKey(note));
    waiting.push({ note, why });
    tell();
  };
  const isMine = (): boolean => readPlacing(document).run?.run === run;

  try {
    tell();
    announceRun(document, { run, by: me, beat });
    if (options.company()) await wait(clock, settling);
    if (!isMine()) return result('elsewhere');
    if (signal.aborted) return result('cancelled');
    sheet = await options.look();
    for (;;) {
      const { steps, joins } = options.plan();
      for (const { note, to } of joins) {
        const item = itemFor(readPlacing(document).placements, to);
        if (item) record(note, item, true);
      }
      const next = steps.find(isOpen);
      if (!next) break;
      await roomForCalls();
      if (!isMine()) return result('elsewhere');
      beat += 1;
      announceRun(document, { run, by: me, beat });
      await placeOne(next);
      // Should the record not be written (a newer document), it must not be tried for ever.
      skipped.add(noteKey(next.note));
    }
    await takeDoublesAway(options, new Set([run]));
    return result('done');
  } catch (error) {
    return error instanceof Cancelled ? result('cancelled') : result('failed', failureOf(error));
  } finally {
    endRun(document, run);
  }
}

/** Refusals after which nothing was put on the board. */
const wasRefused = ({ reason }: BoardRefusal): boolean =>
  reason === 'too-long' || reason === 'no-access' || reason === 'rate';

const itemFor = (placements: readonly Placement[], note: NoteKey): ItemId | null =>
  placements.find((one) => one.note === note && one.item !== null)?.item ?? null;

function stickiesIn({ columns, anchors, frame, items }: SheetOnBoard, lane: LaneId): readonly HarvestItem[] {
  const boxes = new Map(items.map(({ id, box }) => [id, box]));
  const borders = readBorders({ columns, anchors, frame: frame.box }, (id) => boxes.get(id));
  return items.filter(
    ({ kind, text, box }) =>
      kind === 'sticky' && text.trim() !== '' && lanesFor(borders, box).some((one) => one === lane),
  );
}

export interface TakingAway {
  readonly board: BoardPort;
  readonly document: Y.Doc;
  readonly isGone: (item: ItemId) => boolean;
  /** The words that were put there. */
  readonly textOf: (note: NoteKey) => string | null;
  readonly isSpokenAbout: (item: ItemId) => boolean;
}

/** Takes these off the board, unless somebody changed them or spoke about them; returns those that are gone. */
export async function takeAway(
  { board, document, textOf, isSpokenAbout }: TakingAway,
  placed: readonly (Placement & { readonly item: ItemId })[],
): Promise<readonly ItemId[]> {
  const gone: ItemId[] = [];
  for (const { item, note, run } of placed) {
    const [there] = await board.readSome([item]);
    if (there && (isSpokenAbout(item) || !sameText(there.text, textOf(note) ?? ''))) continue;
    if (there) await board.remove(item);
    // Look-alikes that went there in this note's words wait again with it.
    const others = readPlacing(document).placements.filter((one) => one.item === item && one.run === run);
    forgetPlaced(document, [{ note, run }, ...others]);
    gone.push(item);
  }
  return gone;
}

/** Doubles that these runs made. */
export const takeDoublesAway = (options: TakingAway, runs: ReadonlySet<string>): Promise<readonly ItemId[]> =>
  takeAway(
    options,
    doublesOf(readPlacing(options.document).placements, options.isGone).filter(({ run }) => runs.has(run)),
  );
