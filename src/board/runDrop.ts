/**
 * Carries out a drop: two calls per item (create, put in the frame), several at a time, then a mark on a few items
 * and one record. The record comes last, so a sheet exists for others only once it is complete. When somebody
 * cancels or the board keeps refusing, everything already placed is taken back.
 */
import type { Clock } from '../base/clock.ts';
import type { ItemId } from '../workshop/ids.ts';
import { frameKey, titleKey } from '../workshop/piece.ts';
import { type Failure, failureOf, inParallel } from './inParallel.ts';
import type { SheetRecord } from './marker.ts';
import { markJson, titleMarkJson } from './marks.ts';
import type { DropCommand, DropPlan } from './plan.ts';
import type { BoardWriter } from './port.ts';
import { recordJson } from './recordJson.ts';
import { Cancelled, retrying } from './retrying.ts';

export interface Progress {
  readonly phase: 'placing' | 'taking-back';
  /** The board asks to slow down; it goes on by itself when it may. */
  readonly slowed: boolean;
  /** Items. */
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  readonly clock: Clock;
  /** Calls under way at once. */
  readonly parallel?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export type DropResult =
  | {
      readonly kind: 'dropped';
      readonly frame: ItemId;
      /** Every item by its key, the frame and the blank notes too. */
      readonly anchors: ReadonlyMap<string, ItemId>;
      readonly record: SheetRecord;
    }
  /** `leftBehind`: items the board would not take back. */
  | { readonly kind: 'cancelled'; readonly leftBehind: readonly ItemId[] }
  | ({ readonly kind: 'failed'; readonly leftBehind: readonly ItemId[] } & Failure);

export const callsAtOnce = 6;

type Board = Pick<BoardWriter, 'create' | 'putInFrame' | 'remove' | 'writeMark' | 'writeSheetRecord'>;

export async function runDrop(plan: DropPlan, board: Board, options: RunOptions): Promise<DropResult> {
  const { clock, signal, onProgress, parallel = callsAtOnce } = options;
  const attempt = retrying(clock, (paused) => {
    if (paused !== slowed) tell(paused);
  });
  const sheet = plan.details.id;
  const placed = new Map<string, ItemId>();
  const total = plan.commands.length + 1;
  let done = 0;
  let slowed = false;
  let recording = false;
  const tell = (paused: boolean) => {
    slowed = paused;
    onProgress?.({ phase: 'placing', slowed, done, total });
  };
  const step = () => {
    done += 1;
    tell(slowed);
  };

  const frame = Promise.withResolvers<ItemId>();
  // Whoever waits for the frame hears of its failure; when nobody does yet, that is no unhandled rejection.
  frame.promise.catch(() => {});
  const placeFrame = async () => {
    try {
      const { id } = await attempt(() => board.create(plan.frame), signal);
      placed.set(frameKey, id);
      frame.resolve(id);
      step();
    } catch (error) {
      frame.reject(error);
      throw error;
    }
  };
  const mark = async (key: string) => {
    const id = placed.get(key);
    const json = key === titleKey ? titleMarkJson(plan.details) : markJson({ sheet, key });
    if (id) await attempt(() => board.writeMark(id, json), signal);
  };
  const placeItem = async ({ key, item }: DropCommand) => {
    const { id } = await attempt(() => board.create(item), signal);
    placed.set(key, id);
    const parent = await frame.promise;
    await attempt(() => board.putInFrame(parent, id), signal);
    // Marked at once, so that what is left of a drop whose page is closed can be recognised.
    if (key === plan.marked[0]) await mark(key);
    step();
  };

  try {
    const items = plan.commands.map((command) => () => placeItem(command));
    await inParallel([placeFrame, ...items], parallel);
    const record = { frame: await frame.promise, anchors: placed, details: plan.details };
    const marks = plan.marked.slice(1).map((key) => () => mark(key));
    const writeRecord = () =>
      attempt(() => {
        recording = true;
        return board.writeSheetRecord(sheet, recordJson(record));
      }, signal);
    await inParallel([...marks, writeRecord], parallel);
    return { kind: 'dropped', frame: record.frame, anchors: placed, record: { ...record, unknown: 0 } };
  } catch (error) {
    const leftBehind = await takeBack(board, placed, options);
    // Its writing may have failed without a word and yet been done. A record without its frame is found as deleted.
    if (recording) await retrying(clock)(() => board.writeSheetRecord(sheet, null)).catch(() => {});
    if (error instanceof Cancelled) return { kind: 'cancelled', leftBehind };
    return { kind: 'failed', ...failureOf(error), leftBehind };
  }
}

/** Removes what was placed, the frame last; what can't be removed is returned. Not to be cancelled. */
async function takeBack(
  board: Board,
  placed: ReadonlyMap<string, ItemId>,
  { clock, onProgress, parallel = callsAtOnce }: RunOptions,
): Promise<readonly ItemId[]> {
  const total = placed.size;
  const leftBehind: ItemId[] = [];
  let done = 0;
  let slowed = false;
  const tell = (paused: boolean) => {
    slowed = paused;
    onProgress?.({ phase: 'taking-back', slowed, done, total });
  };
  const attempt = retrying(clock, (paused) => {
    if (paused !== slowed) tell(paused);
  });
  const remove = (id: ItemId) => async () => {
    try {
      await attempt(() => board.remove(id));
    } catch {
      // Named in the result, for a person to remove.
      leftBehind.push(id);
    }
    done += 1;
    tell(slowed);
  };
  const frame = placed.get(frameKey);
  const items = [...placed].flatMap(([key, id]) => (key === frameKey ? [] : [id]));
  await inParallel(items.map(remove), parallel);
  if (frame !== undefined) await remove(frame)();
  return leftBehind;
}
