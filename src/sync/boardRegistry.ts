/**
 * The board's registry as one device sees it: reads it, watches it, adds to it, and puts back what vanished.
 *
 * The store has no compare-and-set, so two who write at once lose one of the two entries. Therefore it lies there twice,
 * an entry of our own counts as registered only when it is still in both a while after it was written, and everybody who
 * has seen an entry puts it back when it is missing.
 */
import { wait } from '../base/clock.ts';
import { disposers } from '../base/disposer.ts';
import { type Observable, observable } from '../base/observable.ts';
import type { Calls } from './calls.ts';
import { registryFresh, registryRepair, registrySettle, retry } from './limits.ts';
import type { BoardStore } from './ports.ts';
import type { Problems } from './problems.ts';
import {
  emptyRegistry,
  entry,
  holdsAll,
  parseRegistry,
  type Registry,
  type RegistryKey,
  registryKeys,
  registryValue,
  united,
} from './registry.ts';
import { restOf, wakeMark } from './resting.ts';
import { backOff, between, type Random, type Timers } from './timers.ts';
import { saysAll } from './tombstones.ts';

export interface BoardRegistry {
  /** Everything ever seen in it, here or by other pages of this device. */
  readonly known: Observable<Registry>;
  start(): void;
  /** Resolves when it has been read once, or could not be. */
  readonly ready: Promise<void>;
  /**
   * Resolves when the board says to stay that this device has stored this document, and not that it is at rest. Rejects
   * never; tries until disposed.
   */
  register(name: string, device: string): Promise<void>;
  /** Whether that is so, by what the board said lately (`registryFresh`). */
  isRegistered(name: string, device: string): boolean;
  /** Whether both copies said so when they were last read. */
  isThere(name: string, what: string): boolean;
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
  /** What the two copies said when they were last read, both, and when that was. */
  let last: { readonly both: readonly (Registry | null)[]; readonly at: number } | null = null;
  const ready = Promise.withResolvers<void>();
  const watches = disposers();
  let repairing = false;
  let looked = false;

  function learn(registry: Registry): void {
    if (!holdsAll(known.get(), registry)) known.set(united(known.get(), registry));
  }

  /** Takes in a value of the board. Null when it is from a newer version: then nobody writes over it. */
  function see(key: RegistryKey, value: unknown): Registry | null {
    const read = parseRegistry(value);
    if (read === 'newer' || read === 'damaged') {
      problems.report({ kind: read, document: null, who: key });
      // A damaged registry holds nothing that could be lost, so it is repaired.
      return read === 'newer' ? null : emptyRegistry;
    }
    problems.clear(null, key);
    learn(read);
    return read;
  }

  const read = async (key: RegistryKey): Promise<Registry | null> =>
    see(key, await calls.read(() => board.get(key)));

  /** Reads both, unites, and writes what is missing, in one after the other. `whole`: nothing was. */
  async function complete(): Promise<'whole' | 'written' | 'newer'> {
    const outcomes = new Set<'whole' | 'written' | 'newer'>();
    for (const key of registryKeys) {
      const there = await read(key);
      const lacks = there !== null && !holdsAll(there, known.get());
      if (lacks) await calls.write(() => board.set(key, registryValue(known.get())));
      outcomes.add(there === null ? 'newer' : lacks ? 'written' : 'whole');
    }
    return outcomes.has('newer') ? 'newer' : outcomes.has('written') ? 'written' : 'whole';
  }

  /** Until everything known is there. The wait is random, so that not everybody repairs at the same moment. */
  function repair(failures = 0): void {
    if (repairing || timers.disposed) return;
    repairing = true;
    const delay = failures > 0 ? backOff(random, failures, retry) : between(random, registryRepair);
    timers.after(delay, () => {
      calls
        .whenFree()
        .then(complete)
        .then(
          (outcome) => (outcome === 'written' ? 0 : null),
          () => failures + 1,
        )
        .then((again) => {
          repairing = false;
          if (again !== null) repair(again);
        });
    });
  }

  function onValue(key: RegistryKey, value: unknown): void {
    if (timers.disposed) return;
    const there = see(key, value);
    ready.resolve();
    if (there !== null && !holdsAll(there, known.get())) repair();
  }

  /** Whether nobody can have been put to rest unseen. A clock that was set back tells nothing. */
  function isFresh(): boolean {
    const age = last === null ? Number.POSITIVE_INFINITY : timers.now() - last.at;
    return age >= 0 && age < registryFresh;
  }

  async function readBoth(): Promise<readonly (Registry | null)[]> {
    const at = timers.now();
    const both = await Promise.all(registryKeys.map(read));
    last = { both, at };
    return both;
  }

  /** Reads it; tries again until it was read once. */
  async function look(failures = 0): Promise<void> {
    try {
      const both = await readBoth();
      if (both.some((there) => there !== null && !holdsAll(there, known.get()))) repair();
    } catch {
      // Not reachable now: `calls.health` and the caller's next look tell.
      if (!looked) timers.after(backOff(random, failures + 1, retry), () => void look(failures + 1));
      return;
    }
    looked = true;
  }

  let freshening: Promise<void> | null = null;
  async function freshen(): Promise<void> {
    for (let failures = 0; !isFresh() && !timers.disposed; failures += 1) {
      if (failures > 0) await wait(timers, backOff(random, failures, retry));
      await readBoth().catch(() => undefined); // not reachable now
    }
  }

  const restIn = (name: string, device: string): number | null => restOf(known.get().get(name), device);

  /** There, awake, and nobody can have put it to rest since. */
  async function stayAwake(name: string, device: string): Promise<void> {
    await settleOnce(name, device);
    freshening ??= freshen().finally(() => {
      freshening = null;
    });
    await freshening;
    const rest = restIn(name, device);
    if (rest !== null) await settleOnce(name, wakeMark(device, rest));
  }

  function settleOnce(name: string, what: string): Promise<void> {
    const key = `${what} ${name}`;
    const present = registered.get(key) ?? settle(name, what);
    registered.set(key, present);
    return present;
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
      const both = await Promise.all(registryKeys.map(read));
      if (both.every((there) => there !== null && holdsAll(there, own))) done();
      else later(failures + 1);
    };
    const attempt = async (failures: number) => {
      const outcome = await complete();
      if (outcome === 'whole') done();
      else if (outcome === 'newer') later(failures + 1);
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
      for (const key of registryKeys) watches.add(board.watch(key, (value) => onValue(key, value)));
      void look().then(ready.resolve);
    },
    register: stayAwake,
    isRegistered: (name, device) =>
      settledEntries.has(`${device} ${name}`) && isFresh() && restIn(name, device) === null,
    isThere: (name, what) =>
      last?.both.every((there) => there !== null && saysAll(there.get(name), new Set([what]))) ?? false,
    refresh: () => look(),
    dispose() {
      watches.dispose();
      ready.resolve();
    },
  };
}
