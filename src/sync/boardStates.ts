/**
 * The stored states of one document: every device's as it is read (stateReading.ts), and this device's own as it is
 * written (ownState.ts). What other devices stored is only ever added to the document; what this device stores is
 * everything it holds.
 */
import type { Calls } from './calls.ts';
import type { Fence } from './fence.ts';
import { type OwnState, ownState } from './ownState.ts';
import type { BoardStore } from './ports.ts';
import type { Problems } from './problems.ts';
import type { Replica } from './replica.ts';
import { type StateReading, stateReading } from './stateReading.ts';
import type { Random, Timers } from './timers.ts';

type Read = Pick<
  StateReading,
  'follow' | 'follows' | 'readAgain' | 'coversDocument' | 'isStored' | 'isLacking' | 'held' | 'storedAt'
>;
type Own = Pick<OwnState, 'write' | 'trusted' | 'isTrusted' | 'writingCalls' | 'settled'>;

export interface BoardStates extends Read, Own {
  /** Reads its state anew, so that our next one says that it holds what this device stored until this rest. */
  hold(device: string, rest: number): Promise<boolean>;
  /** Whether this device's state lies on the board, or may, as far as is known without asking the disk. */
  readonly hasOwn: boolean;
  dispose(): void;
}

interface Context {
  readonly replica: Replica;
  readonly board: BoardStore;
  readonly calls: Calls;
  readonly timers: Timers;
  readonly random: Random;
  readonly problems: Problems;
  readonly device: string;
  readonly fence: Fence;
  /** This device's own state on the board is not what it should be: write it again. */
  readonly onOwnLost: () => void;
  /** Something was read, or could not be. */
  readonly onRead: () => void;
}

export function boardStates(context: Context): BoardStates {
  const holding = new Map<string, number>();
  const reading: StateReading = stateReading({
    ...context,
    isBeingWritten: (head) => own.isBeingWritten(head),
    onOwn: (value, outcome) => own.judge(value, outcome),
  });
  const own = ownState({ ...context, reading, holding, onLost: context.onOwnLost });

  return {
    follow: reading.follow,
    follows: reading.follows,
    readAgain: reading.readAgain,
    coversDocument: reading.coversDocument,
    isStored: reading.isStored,
    get isLacking() {
      return reading.isLacking;
    },
    held: reading.held,
    storedAt: reading.storedAt,
    write: own.write,
    trusted: own.trusted,
    get isTrusted() {
      return own.isTrusted;
    },
    writingCalls: own.writingCalls,
    settled: own.settled,
    get hasOwn() {
      return own.isThere;
    },
    async hold(device, rest) {
      if (reading.follows(device)) await reading.readNow(device);
      else await reading.begin(device);
      if (!reading.isWell(device)) return false;
      holding.set(device, rest);
      return true;
    },
    dispose() {
      own.dispose();
      reading.dispose();
    },
  };
}
