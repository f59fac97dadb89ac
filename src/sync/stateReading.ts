/**
 * The stored states of one document as this device reads them: each is watched, checked, and what is in it only ever
 * added to the document. One that is not well is read again with growing waits; from then on the heartbeat looks.
 */
import * as Y from 'yjs';
import type { Disposer } from '../base/disposer.ts';
import { fromBase64 } from './bytes.ts';
import type { Calls } from './calls.ts';
import { digestOf } from './digest.ts';
import { retry, watchPatience } from './limits.ts';
import type { BoardStore } from './ports.ts';
import type { Problems } from './problems.ts';
import type { Replica } from './replica.ts';
import { type Holds, nothingHeld, unitedHolds } from './resting.ts';
import { type Head, headKey, isWhole, parseHead, parseSlice, sliceKey } from './slices.ts';
import { backOff, type Random, type Timers } from './timers.ts';
import { applied } from './updates.ts';

export type Outcome = 'well' | 'not-well';

export interface StateReading {
  /** Watches a state; resolves when its present value has been read, or could not be. */
  begin(device: string): Promise<void>;
  follows(device: string): boolean;
  /** Watches the states of these devices, and reads those it doesn't watch yet. */
  follow(devices: Iterable<string>): Promise<void>;
  /** Reads a state now, whatever the watch says. Never rejects. */
  readNow(device: string): Promise<void>;
  /** The next `count` of them, or all. Never rejects. */
  readAgain(count: number): Promise<void>;
  /** Takes in what lies under a device's key. Rejects where a slice of it can't be read now. */
  take(device: string, value: unknown): Promise<Outcome>;
  /** The same for what a watch told or a read brought: one after another, and tried again where it is not well. */
  hear(device: string, value: unknown): Promise<void>;
  /** What lies there was just written by us, and is known without reading it. */
  wrote(device: string, head: Head): void;
  /** A write failed half-way: what lies there is not known to hold anything. */
  unsure(device: string): void;
  /** Its slices are read again at the next reading, whatever its head says. */
  distrust(device: string): void;
  /** Whether everything in `doc` was in the states that the first `follow` read. To be asked once, after it. */
  coversDocument(): boolean;
  /** Whether some state, as it was last read and found well, holds just what `doc` holds now. */
  isStored(): boolean;
  /** Whether some other device's state has not been read yet, or is being read; not for ever if it is not well. */
  readonly isLacking: boolean;
  /** What the states that were found well, as they were last read, say they hold of resting devices. */
  held(): Holds;
  /** When this device stored its state, by its clock; null if that is not known to be well. */
  storedAt(device: string): number | null;
  /** Whether a state is known to be well, and is not being read. */
  isWell(device: string): boolean;
  dispose(): void;
}

interface Context {
  readonly replica: Replica;
  readonly board: BoardStore;
  readonly calls: Calls;
  readonly timers: Timers;
  readonly random: Random;
  readonly problems: Problems;
  /** Our own device, whose state is looked at like any other. */
  readonly device: string;
  /** Whether this is what we are writing there at this moment. */
  readonly isBeingWritten: (head: Head) => boolean;
  /** What lies under our own key was looked at. */
  readonly onOwn: (value: unknown, outcome: Outcome) => void;
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
const tries = 5;

export function stateReading(context: Context): StateReading {
  const { replica, board, calls, timers, random, problems, device: self } = context;
  const { name, doc } = replica;
  const followed = new Map<string, Followed>();
  /** Everything read from the board while joining, to tell what it lacks. From then on changes are counted. */
  let onBoard: Y.Doc | null = new Y.Doc();
  let turn = 0;
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
  function notRead(device: string, error: unknown): Outcome {
    return calls.isForBudget(error) ? leave(device) : report('missing', device);
  }

  /** What lies there is not known to be well any more. */
  function leave(device: string): Outcome {
    const entry = followed.get(device);
    if (entry) Object.assign(entry, { checksum: null, digest: null, holds: nothingHeld });
    return 'not-well';
  }

  function report(kind: 'missing' | 'damaged' | 'newer', device: string): Outcome {
    // That our own state is not there before its first save is no problem.
    if (kind !== 'missing' || device !== self) problems.report({ kind, document: name, who: device });
    return leave(device);
  }

  function know(device: string, { checksum, digest, at, holds }: Head): void {
    const entry = followed.get(device);
    if (entry) Object.assign(entry, { checksum, digest, at, holds });
  }

  async function take(device: string, value: unknown): Promise<Outcome> {
    if (value === undefined || value === null) return report('missing', device);
    const head = parseHead(value);
    if (head === 'newer' || head === 'damaged') return report(head, device);
    const entry = followed.get(device);
    const known = entry?.checksum === head.checksum || (device === self && context.isBeingWritten(head));
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
    know(device, head);
    problems.clear(name, device);
    return 'well';
  }

  async function hear(device: string, value: unknown): Promise<void> {
    const entry = followed.get(device);
    if (!entry || over || timers.disposed) return;
    if (entry.reading) {
      entry.again = value;
      return;
    }
    entry.reading = true;
    let outcome: Outcome = 'not-well';
    for (let next: unknown = value; next !== nothing; next = entry.again) {
      entry.again = nothing;
      try {
        outcome = await take(device, next);
        if (device === self) context.onOwn(next, outcome);
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
    await hear(device, value);
  }

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
        void hear(device, value).then(resolve);
      });
    });
  }

  return {
    begin,
    follows: (device) => followed.has(device),
    async follow(devices) {
      await Promise.all([...devices].filter((device) => !followed.has(device)).map(begin));
    },
    readNow,
    async readAgain(count) {
      const all = [...followed.keys()];
      const picked =
        count >= all.length ? all : all.map((_, i) => all[(turn + i) % all.length]).slice(0, count);
      turn += count;
      await Promise.all(picked.map((device) => (device === undefined ? undefined : readNow(device))));
    },
    take,
    hear,
    wrote: know,
    unsure(device) {
      const entry = followed.get(device);
      if (entry) Object.assign(entry, { digest: null, holds: nothingHeld });
    },
    distrust(device) {
      const entry = followed.get(device);
      if (entry) entry.checksum = null;
    },
    coversDocument() {
      const covers = onBoard !== null && digestOf(onBoard) === digestOf(doc);
      onBoard = null;
      return covers;
    },
    isStored() {
      const digest = digestOf(doc);
      return [...followed.values()].some((entry) => entry.digest === digest);
    },
    get isLacking() {
      for (const [device, { checksum, failures }] of followed)
        if (device !== self && checksum === null && failures <= tries) return true;
      return false;
    },
    held: () => unitedHolds([...followed.values()].map(({ holds }) => holds)),
    storedAt(device) {
      const entry = followed.get(device);
      return entry?.digest ? entry.at : null;
    },
    isWell(device) {
      const entry = followed.get(device);
      return entry?.digest ? !entry.reading : false;
    },
    dispose() {
      over = true;
      for (const { stop } of followed.values()) stop();
      onBoard = null;
    },
  };
}
