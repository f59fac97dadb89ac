/**
 * The stored states of one document: reads and watches every device's, and writes this device's own.
 *
 * What other devices stored is only ever added to the document; what this device stores is everything it holds. Its
 * own state is looked at like any other: another page of the same browser, a late call, or damage may have changed it.
 */
import * as Y from 'yjs';
import { wait } from '../base/clock.ts';
import type { Disposer } from '../base/disposer.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { type Calls, failureOf } from './calls.ts';
import { applied, digestOf } from './digest.ts';
import type { Fence } from './fence.ts';
import { lateEffect, refusedEffect, retry, watchPatience } from './limits.ts';
import type { BoardStore } from './ports.ts';
import type { Problems } from './problems.ts';
import type { Replica } from './replica.ts';
import { type Holds, nothingHeld, unitedHolds } from './resting.ts';
import { type Head, headKey, isWhole, parseHead, parseSlice, planWriting, sliceKey } from './slices.ts';
import { type TakenSlots, takenSlots } from './takenSlots.ts';
import { backOff, type Random, type Timers } from './timers.ts';

/** `too-large`: longer than can be stored. `newer`: a newer version of the app in this browser stored it; not touched. */
export type Written = 'written' | 'too-large' | 'newer';

export interface BoardStates {
  /** Watches the states of these devices, and reads those it doesn't watch yet. */
  follow(devices: Iterable<string>): Promise<void>;
  follows(device: string): boolean;
  /** Reads states again that may have changed untold: the next `count` of them, or all. Never rejects. */
  readAgain(count: number): Promise<void>;
  /**
   * Writes the whole document as this device's state. Rejects when the board doesn't take it.
   */
  write(): Promise<Written>;
  /**
   * Resolves when no failed write of ours can take effect any more and ours is what lies there: only then is a state
   * safe from being replaced by an older one.
   */
  trusted(): Promise<void>;
  readonly isTrusted: boolean;
  /** Number of calls that writing takes as the document is now. */
  writingCalls(): number;
  /** Whether everything in `doc` was in the states that the first `follow` read. To be asked once, after it. */
  coversDocument(): boolean;
  /** Whether some state, as it was last read and found well, holds just what `doc` holds now. */
  isStored(): boolean;
  /** Whether some device's state has not been read yet, or is being read; not for ever if it is not well. */
  readonly isLacking: boolean;
  /** What the states that were found well, as they were last read, say they hold of resting devices. */
  held(): Holds;
  /** When this device stored its state, by its clock; null if that is not known to be well. */
  storedAt(device: string): number | null;
  /** Reads its state anew, so that our next one says that it holds what this device stored until this rest. */
  hold(device: string, rest: number): Promise<boolean>;
  /** Whether this device's state lies on the board, or may, as far as is known without asking the disk. */
  readonly hasOwn: boolean;
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
  readonly problems: Problems;
  readonly device: string;
  readonly fence: Fence;
  /** This device's own state on the board is not what it should be: write it again. */
  readonly onOwnLost: () => void;
  /** Something was read, or could not be. */
  readonly onRead: () => void;
}

interface Followed {
  /** The checksum of what was read last, so that nothing is read twice. */
  checksum: string | null;
  /** Of the content, when what was read last was well. */
  digest: string | null;
  at: number;
  holds: Holds;
  /** The checksum of a state whose slices were found wanting. */
  torn: string | null;
  reading: boolean;
  /** A newer value arrived while reading. */
  again: unknown;
  failures: number;
  stop: Disposer;
}

const nothing = Symbol('no newer value');
/** Reading a state that is not well is tried so often, with growing waits; from then on the heartbeat looks. */
const tries = 5;

export function boardStates(context: Context): BoardStates {
  const { replica, board, calls, timers, random, problems, fence, device: self } = context;
  const { name, doc } = replica;
  const followed = new Map<string, Followed>();
  /** Everything read from the board while joining, to tell what it lacks. From then on changes are counted. */
  let onBoard: Y.Doc | null = new Y.Doc();
  /** Our own state as it lies on the board, as far as we know; and the last one whose writing was tried. */
  let own: Head | null = null;
  let ownState: 'unknown' | 'known' | 'newer' = 'unknown';
  let tried: Head | null = null;
  let taken: TakenSlots | null = null;
  let writing = false;
  let doubting: Promise<void> | null = null;
  const effects: Promise<void>[] = [];
  /** Whether it is known that no earlier leader's call is under way; or that it is, and waited for. */
  let takenOver = false;
  let lastWrite: Promise<unknown> = Promise.resolve();
  let lastCalls = 1;
  let turn = 0;
  /** Read anew for our next state to say so. */
  const holding = new Map<string, number>();
  let over = false;

  async function textOf(device: string, head: Head): Promise<string | null> {
    if (head.text !== null) return head.text;
    const slices = await Promise.all(
      Array.from({ length: head.slices }, (_, i) =>
        calls.read(() => board.get(sliceKey(device, head.slot, i, name))),
      ),
    );
    const text = slices.map((slice) => parseSlice(slice, head) ?? '').join('');
    return isWhole(head, text) ? text : null;
  }

  /** It could not be read now. Where that is for the budget only, `calls.reading` says so and nothing is wrong. */
  function notRead(device: string, error: unknown): 'not-well' {
    return calls.isForBudget(error) ? leave(device) : report('missing', device);
  }

  /** What lies there is not known to be well any more. */
  function leave(device: string): 'not-well' {
    const entry = followed.get(device);
    if (entry) {
      entry.checksum = null;
      entry.digest = null;
      entry.holds = nothingHeld;
    }
    return 'not-well';
  }

  function report(kind: 'missing' | 'damaged' | 'newer', device: string): 'not-well' {
    // That our own state is not there before its first save is no problem.
    if (kind !== 'missing' || device !== self) problems.report({ kind, document: name, who: device });
    return leave(device);
  }

  /** Takes in one device's state. */
  async function take(device: string, value: unknown): Promise<'well' | 'not-well'> {
    if (value === undefined || value === null) return report('missing', device);
    const head = parseHead(value);
    if (head === 'newer' || head === 'damaged') return report(head, device);
    const entry = followed.get(device);
    const known =
      entry?.checksum === head.checksum || (device === self && tried?.checksum === head.checksum && writing);
    // Who has the same content need not fetch the slices, except while joining, when the content is compared.
    const trusted = onBoard === null && device !== self && entry?.torn !== head.checksum;
    const same = trusted && head.digest === digestOf(doc);
    if (!known && !same) {
      const text = await textOf(device, head);
      if (entry) entry.torn = text === null ? head.checksum : null;
      if (text === null) return report('missing', device);
      const state = fromBase64(text);
      if (state === null || !applied(doc, state, 'sync/board')) return report('damaged', device);
      if (onBoard) applied(onBoard, state, 'sync/board');
    }
    if (entry) {
      entry.checksum = head.checksum;
      entry.digest = head.digest;
      entry.at = head.at;
      entry.holds = head.holds;
    }
    problems.clear(name, device);
    return 'well';
  }

  /** A look at our own key: is it what we wrote last? Another page, a late call of ours or damage may have changed it. */
  function judgeOwn(value: unknown, outcome: 'well' | 'not-well'): void {
    if (writing) return; // it is being replaced; the watch will tell of the new one
    const head = parseHead(value);
    if (head === 'newer') {
      ownState = 'newer';
      return;
    }
    const read = head === 'damaged' ? null : head;
    const first = ownState === 'unknown';
    const asWritten = read?.checksum === own?.checksum && outcome === 'well';
    const generation = Math.max(own?.generation ?? 0, tried?.generation ?? 0, read?.generation ?? 0);
    if (read) own = { ...read, generation };
    ownState = 'known';
    if (first || asWritten || (own === null && read === null)) return;
    if (outcome === 'not-well' || read?.digest !== digestOf(doc)) context.onOwnLost();
  }

  async function onValue(device: string, value: unknown): Promise<void> {
    const entry = followed.get(device);
    if (!entry || over || timers.disposed) return;
    if (entry.reading) {
      entry.again = value;
      return;
    }
    entry.reading = true;
    let outcome: 'well' | 'not-well' = 'not-well';
    for (let next: unknown = value; next !== nothing; next = entry.again) {
      entry.again = nothing;
      try {
        outcome = await take(device, next);
        if (device === self) judgeOwn(next, outcome);
      } catch (error) {
        outcome = notRead(device, error); // or a slice of it
      }
    }
    entry.reading = false;
    entry.failures = outcome === 'well' ? 0 : entry.failures + 1;
    context.onRead();
    if (outcome === 'not-well' && device !== self) tryAgain(device, entry);
  }

  function tryAgain(device: string, entry: Followed): void {
    if (entry.failures <= tries)
      timers.after(backOff(random, entry.failures, retry), () => void readNow(device));
  }

  /** Reads a state now, whatever the watch says. */
  async function readNow(device: string): Promise<void> {
    if (over) return;
    let value: unknown;
    try {
      value = await calls.read(() => board.get(headKey(device, name)));
    } catch (error) {
      notRead(device, error);
      const entry = followed.get(device);
      if (entry) entry.failures += 1;
      context.onRead();
      if (entry) tryAgain(device, entry);
      return;
    }
    await onValue(device, value);
  }

  /** Watches a state; resolves when its present value has been read, or could not be. */
  function begin(device: string): Promise<void> {
    if (timers.disposed) return Promise.resolve();
    const entry: Followed = {
      checksum: null,
      digest: null,
      at: 0,
      holds: nothingHeld,
      torn: null,
      reading: false,
      again: nothing,
      failures: 0,
      stop: () => {},
    };
    followed.set(device, entry);
    return new Promise((resolve) => {
      // The watch delivers the present value at no call; where there is none it says nothing, so ask after a moment.
      const ask = timers.after(watchPatience, () => void readNow(device).then(resolve));
      entry.stop = board.watch(headKey(device, name), (value) => {
        ask();
        void onValue(device, value).then(resolve);
      });
    });
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
      const entry = followed.get(self);
      if (entry) entry.checksum = null;
      if ((await isOurs()) && effects.length === 0) {
        fence.end(name);
        taken?.settled(own?.slot);
        return;
      }
      failures += 1;
      await wait(timers, backOff(random, failures, retry));
    }
  }

  /** Looks at our own key. If it is not what we wrote last, that is put right on the way (judgeOwn). */
  async function isOurs(): Promise<boolean> {
    try {
      const value = await calls.read(() => board.get(headKey(self, name)));
      await onValue(self, value);
      const head = parseHead(value);
      return !writing && typeof head !== 'string' && head.checksum === own?.checksum;
    } catch {
      return false; // could not be read now: not confirmed
    }
  }

  async function writeOnce(): Promise<Written> {
    // What lies there may be ours from an earlier visit: it is read before it is replaced.
    if (!followed.has(self)) await begin(self);
    if (ownState === 'unknown') {
      const value = await calls.read(() => board.get(headKey(self, name)));
      judgeOwn(value, await take(self, value));
    }
    if (ownState === 'newer') return 'newer';
    if (!takenOver && (await fence.inherited(name))) doubt(lateEffect);
    takenOver = true;
    taken ??= takenSlots(await fence.lastSlot(name));
    const slot = taken.next(own?.slot);
    await fence.begin(name, slot);
    const plan = planWriting(self, name, {
      text: toBase64(Y.encodeStateAsUpdate(doc)),
      digest: digestOf(doc),
      generation: Math.max(own?.generation ?? 0, tried?.generation ?? 0) + 1,
      slot,
      at: Math.max(0, Math.floor(timers.now())),
      holds: unitedHolds([held(), holding]),
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
      const entry = followed.get(self);
      if (entry) Object.assign(entry, { digest: null, holds: nothingHeld });
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
    const entry = followed.get(self);
    if (entry) {
      entry.checksum = plan.head.checksum;
      entry.digest = plan.head.digest;
      entry.at = plan.head.at;
      entry.holds = plan.head.holds;
    }
    return 'written';
  }

  const held = (): Holds => unitedHolds([...followed.values()].map(({ holds }) => holds));

  /** One after another: two at once would write into each other's slices. */
  function write(): Promise<Written> {
    const written = lastWrite.then(writeOnce);
    lastWrite = written.catch(() => undefined);
    return written;
  }

  return {
    async follow(devices) {
      await Promise.all([...devices].filter((device) => !followed.has(device)).map(begin));
    },
    follows: (device) => followed.has(device),
    async readAgain(count) {
      const all = [...followed.keys()];
      const picked =
        count >= all.length ? all : all.map((_, i) => all[(turn + i) % all.length]).slice(0, count);
      turn += count;
      await Promise.all(picked.map((device) => (device === undefined ? undefined : readNow(device))));
    },
    write,
    trusted: () => doubting ?? Promise.resolve(),
    get isTrusted() {
      return doubting === null;
    },
    writingCalls: () => lastCalls,
    coversDocument() {
      const covers = onBoard !== null && digestOf(onBoard) === digestOf(doc);
      onBoard = null;
      return covers;
    },
    get hasOwn() {
      return own !== null || tried !== null;
    },
    settled: () => lastWrite.then(() => undefined),
    get isLacking() {
      return [...followed].some(
        ([device, { checksum, failures }]) => device !== self && checksum === null && failures <= tries,
      );
    },
    isStored() {
      const digest = digestOf(doc);
      return [...followed.values()].some((entry) => entry.digest === digest);
    },
    held,
    storedAt(device) {
      const entry = followed.get(device);
      return entry?.digest ? entry.at : null;
    },
    async hold(device, rest) {
      const entry = followed.get(device);
      if (!entry) await begin(device);
      else await readNow(device);
      const read = followed.get(device);
      if (!read?.digest || read.reading) return false;
      holding.set(device, rest);
      return true;
    },
    dispose() {
      over = true;
      for (const { stop } of followed.values()) stop();
      onBoard = null;
    },
  };
}
