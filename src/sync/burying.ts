/**
 * Deletion on the board, as the leading page of a device carries it out: the tombstone is put into the registry, and
 * what lies there of the document is written over. What was begun is remembered in this browser, so that a page that
 * ends in the middle leaves the rest to the next one.
 *
 * Whoever asked for the deletion erases the states of all devices it knows of; everybody else erases their own, since
 * only they know of a save that is still under way. Erasing is looked at twice: a call without an answer may take
 * effect late.
 */
import { wait } from '../base/clock.ts';
import type { BoardRegistry } from './boardRegistry.ts';
import type { Calls } from './calls.ts';
import { lateEffect, mostSlices, retry } from './limits.ts';
import { type LocalCopy, erasingPrefix as prefix } from './localCopy.ts';
import { asDevice, asList } from './parse.ts';
import type { BoardStore } from './ports.ts';
import { entry } from './registry.ts';
import { devicesIn } from './resting.ts';
import { erased, headKey, isErased, sliceKey, slots } from './slices.ts';
import { backOff, type Random, type Timers } from './timers.ts';
import { isDeleted, tombstone } from './tombstones.ts';

export interface Burying {
  /** Deletes the document for everybody; `onBuried` tells when the board knows. May be asked again. */
  delete(name: string): void;
  /**
   * Somebody deleted it: erases what this device stored of it, once `after` says that nothing more is being stored.
   * `stored`: whether this page knows that there may be something; the disk knows of earlier ones, unless it was full.
   */
  eraseOwn(name: string, stored: () => boolean, after: Promise<void>): Promise<void>;
  /** Goes on with what other pages left undone, and with what they deleted unheard. To be called now and then. */
  resume(): Promise<void>;
  /** Whether the board does not know yet of a deletion asked for here. */
  readonly pending: boolean;
}

interface Context {
  readonly board: BoardStore;
  readonly calls: Calls;
  readonly timers: Timers;
  readonly random: Random;
  readonly registry: BoardRegistry;
  readonly local: LocalCopy;
  readonly device: string;
  readonly onChange: () => void;
  /** The board knows of a deletion that was asked for here. */
  readonly onBuried: (name: string) => void;
}

export function burying(context: Context): Burying {
  const { board, calls, timers, random, registry, local, device, onChange, onBuried } = context;
  const begun = new Set<string>();
  const pending = new Set<string>();

  const put = (key: string): Promise<void> => calls.write(() => board.set(key, erased));
  const get = (key: string): Promise<unknown> => calls.read(() => board.get(key));

  /** Writes over one value. */
  async function erase(key: string): Promise<'nothing there' | 'erased before' | 'erased now'> {
    const value = await get(key);
    if (value === undefined || value === null) return 'nothing there';
    if (isErased(value)) return 'erased before';
    await put(key);
    return 'erased now';
  }

  /** Everything one device stored of it; the head first, so that nobody reads slices that are going. */
  async function eraseStates(name: string, one: string): Promise<boolean> {
    let found = (await erase(headKey(one, name))) === 'erased now';
    for (const slot of slots)
      for (let i = 0; i < mostSlices; i += 1) {
        const outcome = await erase(sliceKey(one, slot, i, name));
        if (outcome === 'nothing there') break; // they were written in order
        if (outcome === 'erased now') found = true;
      }
    return found;
  }

  /** Whether we stored it in an earlier visit of which the disk, then full, kept nothing. Yes where it can't be read. */
  async function liesThere(name: string): Promise<boolean> {
    await calls.whenFree();
    const value = await get(headKey(device, name)).catch(() => 'unknown');
    return value !== undefined && value !== null && !isErased(value);
  }

  async function eraseAll(name: string, devices: readonly string[]): Promise<boolean> {
    let found = false;
    for (const one of devices) if (await eraseStates(name, one)) found = true;
    return found;
  }

  /** Until it was looked at a while after nothing was left. */
  async function carryOut(name: string, devices: readonly string[], after: Promise<void>): Promise<void> {
    await after;
    for (let [failures, looks] = [0, 0]; looks < 2 && !timers.disposed; ) {
      try {
        looks = (await eraseAll(name, devices)) ? 1 : looks + 1;
        failures = 0;
        if (pending.delete(name)) onBuried(name);
        onChange();
        if (looks < 2) await wait(timers, lateEffect);
      } catch {
        // Refused or not reachable: what is left of it is looked for again. `calls.health` tells people.
        failures += 1;
        await wait(timers, backOff(random, failures, retry));
      }
    }
    if (!timers.disposed) await local.remember(prefix + name, null);
  }

  /** Resolves when it is remembered. */
  async function begin(name: string, devices: readonly string[], after: Promise<void>): Promise<void> {
    if (begun.has(name) || timers.disposed) return;
    begun.add(name);
    await local.remember(prefix + name, [...devices]);
    void carryOut(name, devices, after);
  }

  /** All whose states may lie there. To be asked before the tombstone takes their names away. */
  const known = (name: string): readonly string[] => [
    ...new Set([...devicesIn(registry.known.get().get(name)), device]),
  ];

  function deleteIt(name: string, more: readonly string[] = []): void {
    if (pending.has(name)) return;
    if (begun.has(name)) {
      void registry.register(name, tombstone).then(() => onBuried(name));
      return;
    }
    const devices = [...new Set([...known(name), ...more])];
    pending.add(name);
    onChange();
    void begin(name, devices, registry.register(name, tombstone));
  }

  return {
    delete: deleteIt,
    async eraseOwn(name, stored, after) {
      const written = stored() || (await local.hasWritten(name));
      if (!written) await after; // the first save may be under way
      if (pending.has(name)) return;
      if (written || stored() || (await liesThere(name))) await begin(name, [device], after);
    },
    async resume() {
      const left = await local.recallAll(prefix);
      for (const [name, devices] of left)
        deleteIt(
          name,
          (asList(devices) ?? []).flatMap((one) => asDevice(one) ?? []),
        );
      // Deleted here, as far as this browser knows; whether the board knows it shows when its registry is read.
      for (const name of await local.buried())
        if (!isDeleted(registry.known.get(), name)) registry.learn(entry(name, tombstone));
    },
    get pending() {
      return pending.size > 0;
    },
  };
}
