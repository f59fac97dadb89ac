/**
 * This device's own stored state of one document: everything it holds, written whole. It is looked at like any other:
 * another page of the same browser, a late call, or damage may have changed it. After a write that failed, what lies
 * there is in doubt until no call of ours can take effect any more and ours was seen to be there.
 */
import * as Y from 'yjs';
import { wait } from '../base/clock.ts';
import { toBase64 } from './bytes.ts';
import { type Calls, failureOf } from './calls.ts';
import { digestOf } from './digest.ts';
import type { Fence } from './fence.ts';
import { lateEffect, refusedEffect, retry } from './limits.ts';
import type { BoardStore } from './ports.ts';
import type { Replica } from './replica.ts';
import { type Holds, unitedHolds } from './resting.ts';
import { type Head, headKey, parseHead, planWriting } from './slices.ts';
import type { Outcome, StateReading } from './stateReading.ts';
import { type TakenSlots, takenSlots } from './takenSlots.ts';
import { backOff, type Random, type Timers } from './timers.ts';

/** `too-large`: longer than can be stored. `newer`: a newer version of the app in this browser stored it; not touched. */
export type Written = 'written' | 'too-large' | 'newer';

export interface OwnState {
  /** Writes the whole document; one write after another. Rejects when the board doesn't take it. */
  write(): Promise<Written>;
  /** What lies under our key was looked at: is it what we wrote last? */
  judge(value: unknown, outcome: Outcome): void;
  isBeingWritten(head: Head): boolean;
  /** Resolves when nothing is in doubt: only then is a state safe from being replaced by an older one. */
  trusted(): Promise<void>;
  readonly isTrusted: boolean;
  /** Number of calls that writing takes as the document is now. */
  writingCalls(): number;
  /** Whether a state of ours lies on the board, or may, as far as is known without asking the disk. */
  readonly isThere: boolean;
  /** Resolves when no write is under way. */
  settled(): Promise<void>;
  dispose(): void;
}

interface Context {
  readonly replica: Replica;
  readonly board: BoardStore;
  readonly calls: Calls;
  readonly timers: Timers;
  readonly random: Random;
  readonly device: string;
  readonly fence: Fence;
  readonly reading: Pick<
    StateReading,
    'follows' | 'begin' | 'take' | 'hear' | 'wrote' | 'unsure' | 'distrust' | 'held'
  >;
  /** What was read anew so that our next state says that it holds it. */
  readonly holding: Holds;
  /** Our state on the board is not what it should be: write it again. */
  readonly onLost: () => void;
}

export function ownState(context: Context): OwnState {
  const { replica, board, calls, timers, random, reading, fence, device: self } = context;
  const { name, doc } = replica;
  const key = headKey(self, name);
  /** As it lies on the board, as far as we know; and the last one whose writing was tried. */
  let own: Head | null = null;
  let known: 'unknown' | 'known' | 'newer' = 'unknown';
  let tried: Head | null = null;
  let taken: TakenSlots | null = null;
  let writing = false;
  let doubting: Promise<void> | null = null;
  const effects: Promise<void>[] = [];
  /** Whether it is known that no earlier leader's call is under way; or that it is, and waited for. */
  let takenOver = false;
  let lastWrite: Promise<unknown> = Promise.resolve();
  let lastCalls = 1;
  let over = false;

  const lastGeneration = (): number => Math.max(own?.generation ?? 0, tried?.generation ?? 0);

  function judge(value: unknown, outcome: Outcome): void {
    if (writing) return; // it is being replaced; the watch will tell of the new one
    const head = parseHead(value);
    if (head === 'newer') {
      known = 'newer';
      return;
    }
    const read = head === 'damaged' ? null : head;
    const first = known === 'unknown';
    const asWritten = read?.checksum === own?.checksum && outcome === 'well';
    const generation = Math.max(lastGeneration(), read?.generation ?? 0);
    if (read) own = { ...read, generation };
    known = 'known';
    if (first || asWritten || (own === null && read === null)) return;
    if (outcome === 'not-well' || read?.digest !== digestOf(doc)) context.onLost();
  }

  /**
   * A write failed, but may have taken effect all the same, or may yet: what lies there is not trusted for a while.
   * Waited for with timers and not by the time of day, which people may set.
   */
  function doubt(time: number): void {
    effects.push(wait(timers, time));
    doubting ??= confirm().finally(() => {
      doubting = null;
    });
  }

  async function confirm(): Promise<void> {
    for (let failures = 0; !over; ) {
      while (effects.length > 0) await Promise.all(effects.splice(0));
      // Its slices too, which another save may have hit.
      reading.distrust(self);
      if ((await isOurs()) && effects.length === 0) {
        fence.end(name);
        taken?.settled(own?.slot);
        return;
      }
      failures += 1;
      await wait(timers, backOff(random, failures, retry));
    }
  }

  /** Looks at our own key. If it is not what we wrote last, that is put right on the way (`judge`). */
  async function isOurs(): Promise<boolean> {
    try {
      const value = await calls.read(() => board.get(key));
      await reading.hear(self, value);
      const head = parseHead(value);
      return !writing && typeof head !== 'string' && head.checksum === own?.checksum;
    } catch {
      return false; // could not be read now: not confirmed
    }
  }

  /** What lies there may be ours from an earlier visit: it is read before it is replaced. */
  async function readBefore(): Promise<void> {
    if (!reading.follows(self)) await reading.begin(self);
    if (known !== 'unknown') return;
    const value = await calls.read(() => board.get(key));
    judge(value, await reading.take(self, value));
  }

  async function writeOnce(): Promise<Written> {
    await readBefore();
    if (known === 'newer') return 'newer';
    if (!takenOver && (await fence.inherited(name))) doubt(lateEffect);
    takenOver = true;
    taken ??= takenSlots(await fence.lastSlot(name));
    const slot = taken.next(own?.slot);
    await fence.begin(name, slot);
    const plan = planWriting(self, name, {
      text: toBase64(Y.encodeStateAsUpdate(doc)),
      digest: digestOf(doc),
      generation: lastGeneration() + 1,
      slot,
      at: Math.max(0, Math.floor(timers.now())),
      holds: unitedHolds([reading.held(), context.holding]),
    });
    if (plan === null) return 'too-large';
    lastCalls = plan.values.length;
    writing = true;
    tried = plan.head;
    taken.tried(slot);
    try {
      for (const { key, value } of plan.values) {
        if (!(await fence.holds())) throw new Error('Another page of this browser leads now');
        await calls.write(() => board.set(key, value));
      }
    } catch (error) {
      reading.unsure(self);
      doubt(failureOf(error) === 'no-answer' ? lateEffect : refusedEffect);
      throw error;
    } finally {
      writing = false;
    }
    own = plan.head;
    taken.written(slot);
    if (doubting === null) {
      fence.end(name);
      taken.settled(slot);
    }
    reading.wrote(self, plan.head);
    return 'written';
  }

  return {
    /** Two at once would write into each other's slices. */
    write() {
      const written = lastWrite.then(writeOnce);
      lastWrite = written.catch(() => undefined);
      return written;
    },
    judge,
    isBeingWritten: (head) => writing && tried?.checksum === head.checksum,
    trusted: () => doubting ?? Promise.resolve(),
    get isTrusted() {
      return doubting === null;
    },
    writingCalls: () => lastCalls,
    get isThere() {
      return own !== null || tried !== null;
    },
    settled: () => lastWrite.then(() => undefined),
    dispose() {
      over = true;
    },
  };
}
