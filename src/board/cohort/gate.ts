/** A board whose writing waits while the budget has no room for more, so that nothing else of the app has to. */
import { type Clock, wait } from '../../base/clock.ts';
import type { BoardWriter } from '../port.ts';
import { Cancelled } from '../retrying.ts';

type Writing = Pick<
  BoardWriter,
  'create' | 'putInFrame' | 'change' | 'remove' | 'writeMark' | 'writeSheetRecord'
>;

interface Options {
  readonly clock: Clock;
  readonly hasRoom: () => boolean;
  readonly signal?: AbortSignal;
  readonly onWaiting?: (waiting: boolean) => void;
}

/** Milliseconds between two looks. */
const look = 250;

export function gated(board: Writing, { clock, hasRoom, signal, onWaiting }: Options): Writing {
  let waiting = 0;
  const room = async (): Promise<void> => {
    if (hasRoom()) return;
    waiting += 1;
    if (waiting === 1) onWaiting?.(true);
    try {
      while (!hasRoom()) {
        if (signal?.aborted) throw new Cancelled('Cancelled while waiting for the budget.');
        await wait(clock, look);
      }
    } finally {
      waiting -= 1;
      if (waiting === 0) onWaiting?.(false);
    }
  };
  /** Taking back what was placed is not held up: it ends what somebody stopped. */
  return {
    async create(item) {
      await room();
      return board.create(item);
    },
    async putInFrame(frame, item) {
      await room();
      return board.putInFrame(frame, item);
    },
    async change(id, change) {
      await room();
      return board.change(id, change);
    },
    async writeMark(id, mark) {
      await room();
      return board.writeMark(id, mark);
    },
    writeSheetRecord: (id, record) => board.writeSheetRecord(id, record),
    remove: (id) => board.remove(id),
  };
}
