/**
 * The board's registry as one device sees it: reads it, watches it, adds to it, and puts back what vanished.
 *
 * The store has no compare-and-set, so two who write at once lose one of the two entries. Therefore an entry of our own
 * counts as registered only when it is still there a while after it was written, and everybody who has seen an entry
 * puts it back when it is missing.
 */
import { type Observable, observable } from '../base/observable.ts';
import type { Calls } from './calls.ts';
import { registryRepair, registrySettle, retry } from './limits.ts';
import type { BoardStore } from './ports.ts';
import type { Problems } from './problems.ts';
import {
  emptyRegistry,
  entry,
  holdsAll,
  parseRegistry,
  type Registry,
  registryKey,
  registryValue,
  united,
} from './registry.ts';
import { backOff, between, type Random, type Timers } from './timers.ts';

export interface BoardRegistry {
  /** Everything ever seen in it, here or by other pages of this device. */
  readonly known: Observable<Registry>;
  start(): void;
  /** Resolves when it has been read once, or could not be. */
  readonly ready: Promise<void>;
  /** Resolves when the entry is on the board to stay. Rejects never; tries until disposed. */
  register(name: string, device: string): Promise<void>;
  isRegistered(name: string, device: string): boolean;
  /** Takes in what is known from elsewhere, e.g. from this browser's copy. */
  learn(registry: Registry): void;
  /** Reads it again. Never rejects. */
  refresh(): Promise<void>;
  dispose(): void;
}

interface Context {
  readonly board: BoardStore;
  readonly calls: Calls;
  readonly timers: Timers;
  readonly random: Random;
  readonly problems: Problems;
}

export function boardRegistry({ board, calls, timers, random, problems }: Context): BoardRegistry {
  const known = observable<Registry>(emptyRegistry);
  const registered = new Map<string, Promise<void>>();
  const settledEntries = new Set<string>();
  const ready = Promise.withResolvers<void>();
  let stopWatching = () => {};
  let repairing = false;
  let looked = false;

  function learn(registry: Registry): void {
    if (!holdsAll(known.get(), registry)) known.set(united(known.get(), registry));
  }

  /** Takes in a value of the board. Null when it can't be read: then nobody writes over it but by union. */
  function see(value: unknown): Registry | null {
    const read = parseRegistry(value);
    if (read === 'newer' || read === 'damaged') {
      problems.report({ kind: read, document: null, who: 'registry' });
      // A damaged registry holds nothing that could be lost, so it is repaired; a newer one is left alone.
      return read === 'newer' ? null : emptyRegistry;
    }
    problems.clear(null, 'registry');
    learn(read);
    return read;
  }

  async function read(): Promise<Registry | null> {
    return see(await calls.read(() => board.get(registryKey)));
  }

  /** Reads, unites, and writes if anything is missing. True when nothing was. */
  async function complete(): Promise<boolean> {
    const there = await read();
    if (there === null || holdsAll(there, known.get())) return there !== null;
    await calls.write(() => board.set(registryKey, registryValue(known.get())));
    return false;
  }

  /** Until everything known is there. The wait is random, so that not everybody repairs at the same moment. */
  function repair(failures = 0): void {
    if (repairing) return;
    repairing = true;
    const delay = failures > 0 ? backOff(random, failures, retry) : between(random, registryRepair);
    timers.after(delay, () => {
      complete()
        .then(
          (whole) => (whole ? null : 0),
          () => failures + 1,
        )
        .then((again) => {
          repairing = false;
          if (again !== null && !timers.disposed) repair(again);
        });
    });
  }

  function onValue(value: unknown): void {
    if (timers.disposed) return;
    const there = see(value);
    ready.resolve();
    if (there !== null && !holdsAll(there, known.get())) repair();
  }

  /** Reads it; tries again until it was read once. */
  async function look(failures = 0): Promise<void> {
    try {
      const there = await read();
      if (there !== null && !holdsAll(there, known.get())) repair();
    } catch {
      // Not reachable now: `calls.health` and the caller's next look tell.
      if (!looked) timers.after(backOff(random, failures + 1, retry), () => void look(failures + 1));
      return;
    }
    looked = true;
  }

  /** Adds an entry and sees to it that it stays. */
  function settle(name: string, device: string): Promise<void> {
    const own = entry(name, device);
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = () => {
      settledEntries.add(`${device} ${name}`);
      resolve();
    };
    const confirm = async (failures: number) => {
      const there = await read();
      if (there !== null && holdsAll(there, own)) done();
      else later(failures + 1);
    };
    const attempt = async (failures: number) => {
      if (await complete()) done();
      else timers.after(registrySettle, () => void confirm(failures).catch(() => later(failures + 1)));
    };
    const later = (failures: number) =>
      timers.after(backOff(random, failures, retry), () =>
        attempt(failures).catch(() => later(failures + 1)),
      );
    learn(own);
    attempt(0).catch(() => later(1));
    return promise;
  }

  return {
    known,
    ready: ready.promise,
    learn,
    start() {
      stopWatching = board.watch(registryKey, onValue);
      void look().then(ready.resolve);
    },
    register(name, device) {
      const key = `${device} ${name}`;
      const present = registered.get(key) ?? settle(name, device);
      registered.set(key, present);
      return present;
    },
    isRegistered: (name, device) => settledEntries.has(`${device} ${name}`),
    refresh: () => look(),
    dispose() {
      stopWatching();
      ready.resolve();
    },
  };
}
