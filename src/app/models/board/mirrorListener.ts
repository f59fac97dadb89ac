/**
 * What this person makes, moves or deletes on the board is told, and taken into the mirror; what they type is not, so a
 * note is read again once they let go of it. One page of a browser tab listens.
 */
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardItem } from '../../../board/item.ts';
import type { BoardEvents, BoardReader } from '../../../board/port.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { MirrorKeeper } from './mirrorKeeper.ts';

/** Milliseconds: drags arrive as bursts of events; one reading after the burst is enough. */
const burst = 150;
/** Milliseconds until looking again whether the budget has room for a reading. */
const patience = 10_000;
/** More notes than this are cheaper to read with the whole board (one call of 500 credits against 50 each). */
const oneByOneLimit = 10;

interface Options {
  readonly board: BoardReader & BoardEvents;
  readonly clock: Clock;
  /** Whether the board's budget has room for work that can wait. */
  readonly hasRoom: () => boolean;
}

export function listenToBoard({ board, clock, hasRoom }: Options, keeper: MirrorKeeper): Disposer {
  const owned = disposers();
  let selected: readonly ItemId[] = [];
  const touched = new Set<ItemId>();
  let cancelBurst: Disposer | null = null;

  /** Reads these again; what is no longer there is marked gone. */
  const readAgain = async (ids: readonly ItemId[]): Promise<void> => {
    if (ids.length > oneByOneLimit) {
      await keeper.reconcile();
      return;
    }
    const items = await board.readSome(ids);
    keeper.take(items);
    const there = new Set(items.map(({ id }) => id));
    keeper.forget(ids.filter((id) => !there.has(id)));
  };

  const relevant = ({ kind }: BoardItem) => kind !== 'other';
  // A refused reading is made good by the next one: the mirror is only ever behind, never wrong.
  const behind = (): void => undefined;
  const readSoon = (ids: readonly ItemId[]): void => {
    for (const id of ids) touched.add(id);
    if (touched.size === 0) return;
    readAfter(burst);
  };
  const readAfter = (delay: number): void => {
    cancelBurst?.();
    cancelBurst = clock.after(delay, () => {
      cancelBurst = null;
      if (!hasRoom()) {
        readAfter(patience);
        return;
      }
      const now = [...touched];
      touched.clear();
      readAgain(now).catch(behind);
    });
  };
  owned.add(() => cancelBurst?.());
  owned.add(
    board.onSelection((items) => {
      const now = items.filter(relevant);
      keeper.take(now);
      const ids = now.map(({ id }) => id);
      readSoon(selected.filter((id) => !ids.includes(id)));
      selected = ids;
    }),
  );
  owned.add(board.onTouched((items) => readSoon(items.filter(relevant).map(({ id }) => id))));
  owned.add(board.onDeleted(keeper.forget));
  return owned.dispose;
}
