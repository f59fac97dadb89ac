/**
 * One document as the leading page of a device keeps it in step: reads and follows what is stored of it, saves this
 * device's own state, and says when that is there to stay.
 */
import { adopting } from './adopting.ts';
import type { BoardRegistry } from './boardRegistry.ts';
import { boardStates } from './boardStates.ts';
import type { Calls } from './calls.ts';
import type { Own } from './deviceMessages.ts';
import type { Fence } from './fence.ts';
import type { LocalCopy } from './localCopy.ts';
import type { BoardStore, Meter } from './ports.ts';
import type { Problems } from './problems.ts';
import { puttingToRest } from './putToRest.ts';
import { entry } from './registry.ts';
import type { Replica } from './replica.ts';
import { devicesIn, nextRest, restMark, restOf, toRead } from './resting.ts';
import type { Rhythm } from './rhythm.ts';
import { saving } from './saving.ts';
import type { Random, Timers } from './timers.ts';
import { isDeleted, type Stored } from './tombstones.ts';

export interface LedDocument {
  readonly replica: Replica;
  /** Reads what is stored, and follows it from then on. Resolves when it is read, or this has ended. */
  join(): Promise<void>;
  /** The registry tells of more. */
  follow(): void;
  /** This device changed it, or found that the board lacks something. */
  changed(own: Own | null): void;
  /** Whether the board has all changes of this device. */
  readonly isSaved: boolean;
  /** Whether some stored state has not been read yet. */
  readonly isLacking: boolean;
  /** Whether this device stored a state of its own, as far as this page knows. */
  readonly hasOwn: boolean;
  /** One try to save; then waits until what was written is there to stay. */
  saveNow(): Promise<void>;
  /** Resolves when the board has all that is in it now. */
  secured(): Promise<void>;
  /** Reads stored states again that may have changed untold. */
  readAgain(count: number): Promise<void>;
  /** What a heartbeat gives time for; `rest` once the registry has been read at it. */
  beat(): void;
  rest(): void;
  /** No more saves. Resolves when none is under way any more. */
  end(): Promise<void>;
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
  readonly local: LocalCopy;
  readonly registry: BoardRegistry;
  readonly meter: Meter;
  readonly rhythm: Rhythm;
  /** The board has these changes. */
  readonly onAcknowledged: (own: readonly Own[]) => void;
  /** Something is saved, waits to be, or was read. */
  readonly onChange: () => void;
  readonly onRead: () => void;
}

const nobody: Stored = new Set();

export function ledDocument(context: Context): LedDocument {
  const { replica, timers, random, problems, device, local, registry, meter, rhythm, onChange } = context;
  const { name } = replica;
  /** Written, but not known to be there to stay: what to acknowledge then. */
  let written: readonly Own[] | null = null;
  /** To be told when the board has all that is in the document. */
  const waiting: (() => void)[] = [];
  let ended = false;

  const stored = (): Stored => registry.known.get().get(name) ?? nobody;

  const states = boardStates({ ...context, onOwnLost: () => own.changed(null) });
  const own = saving({
    timers,
    random,
    write: states.write,
    writingCalls: states.writingCalls,
    window: rhythm.saveWindow,
    pause: meter.pause,
    onSaved(pages) {
      written = pages;
      acknowledge();
    },
    onRefused: (why) => problems.report({ kind: why, document: name, who: device }),
    onChange,
  });
  const adopt = adopting({
    replica,
    random,
    isStored: () => own.unsaved || isDeleted(registry.known.get(), name) || states.isStored(),
    async store() {
      await local.noteWritten(name);
      if ((await states.write()) !== 'written') return false;
      await registry.register(name, device);
      return true;
    },
  });
  const putToRest = puttingToRest({
    device,
    now: timers.now,
    stored,
    isThere: (mark) => registry.isThere(name, mark),
    propose(other) {
      registry.learn(entry(name, restMark(other, nextRest(stored(), other))));
      void registry.refresh(); // puts there what is missing
    },
    storedAt: states.storedAt,
    isHeld: (other, rest) => (states.held().get(other) ?? 0) >= rest,
    hold: states.hold,
    store: () => own.changed(null),
  });

  /** It counts once the state is there to stay, and the entry that promises it. */
  const isThere = (): boolean => states.isTrusted && registry.isRegistered(name, device);
  const untilThere = async (): Promise<void> => {
    await registry.register(name, device);
    await states.trusted();
  };
  const isSaved = (): boolean => !own.unsaved && written === null;
  /** Nothing of our own waits to be stored, and something of our own is. */
  const isWell = (): boolean => isSaved() && isThere();

  function acknowledge(): void {
    if (written === null || timers.disposed) return;
    if (!isThere()) {
      void untilThere().then(acknowledge);
      return;
    }
    problems.clear(name, device);
    context.onAcknowledged(written);
    written = null;
    if (!own.unsaved) for (const tell of waiting.splice(0)) tell();
    onChange();
  }

  /** Reads and watches all that is stored but what others hold, which `readLater` comes to. */
  async function readStates(): Promise<void> {
    await states.follow(devicesIn(stored()).filter((one) => restOf(stored(), one) === null));
    // The registry may tell of more while these are being read.
    const left = () => toRead(stored(), states.held()).filter((one) => !states.follows(one));
    for (let next = left(); next.length > 0 && !timers.disposed; next = left()) await states.follow(next);
  }

  /** One more state that others hold, so that in the end nothing hangs on what they say. */
  function readLater(): void {
    const [next] = devicesIn(stored()).filter((one) => !states.follows(one));
    if (next !== undefined && replica.joined.done) void states.follow([next]);
  }

  return {
    replica,
    async join() {
      await replica.loaded.promise;
      const wroteHere = await local.hasWritten(name);
      await registry.ready;
      if (ended) return;
      await readStates();
      if (timers.disposed || ended) return;
      // What this device wrote in an earlier visit, or what the board lost since.
      const covered = states.coversDocument();
      if (wroteHere && !covered) own.changed(null);
    },
    follow() {
      if (replica.joined.done) void readStates();
    },
    changed: own.changed,
    get isSaved() {
      return isSaved();
    },
    get isLacking() {
      return states.isLacking;
    },
    get hasOwn() {
      return states.hasOwn;
    },
    async saveNow() {
      await own.saveNow();
      if (written !== null) await untilThere();
    },
    async secured() {
      await replica.joined.promise;
      if (isWell() && states.isStored()) return;
      own.changed(null);
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    readAgain: states.readAgain,
    beat() {
      void adopt();
      readLater();
    },
    rest() {
      if (isWell()) void putToRest();
    },
    async end() {
      ended = true;
      states.dispose();
      await Promise.all([own.stop(), states.settled()]);
    },
    dispose: states.dispose,
  };
}
