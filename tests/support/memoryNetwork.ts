/**
 * A board's broadcasts and storage in memory, with every fault Miro does not rule out, chosen by the test: messages lost,
 * doubled, late and out of order; calls refused, or refused although they took effect, or never answered; reads that
 * give an older value; notices that never come.
 */
import type { Clock } from '../../src/base/clock.ts';
import { once } from '../../src/base/disposer.ts';
import type { Json } from '../../src/base/json.ts';
import { callCredits } from '../../src/sync/limits.ts';
import type { BoardStore, Meter, Wire } from '../../src/sync/ports.ts';

/** Shares from 0 to 1; times in milliseconds. */
export interface Faults {
  readonly loss: number;
  readonly doubling: number;
  readonly delay: { readonly least: number; readonly most: number };
  /** The call rejects and had no effect. */
  readonly refusal: number;
  /** Why a refused call was refused. */
  readonly reason: 'refused' | 'rate' | 'no-access' | 'offline';
  /** The call rejects, but took effect. */
  readonly falseRefusal: number;
  /** No answer ever; half of these calls take effect, some of them late. */
  readonly silence: number;
  /** Everybody may look and nobody may write. */
  readonly viewOnly: boolean;
  readonly staleRead: number;
  readonly lostNotice: number;
}

export const calm: Faults = {
  loss: 0,
  doubling: 0,
  delay: { least: 20, most: 60 },
  refusal: 0,
  reason: 'refused',
  falseRefusal: 0,
  silence: 0,
  viewOnly: false,
  staleRead: 0,
  lostNotice: 0,
};

export interface NetworkClient {
  readonly wire: Wire;
  readonly board: BoardStore;
  /** From now on nothing reaches it and nothing it does has an effect. */
  leave(): void;
}

/** Why a call of this person is refused for its cost, or null. */
export type Budget = (payer: string, credits: number) => 'rate' | 'refused' | null;

/** The longest a call without an answer may take to have its effect: longer than anybody waits for it. */
const lateEffect = 25_000;

export function memoryNetwork(clock: Clock, random: () => number) {
  let faults = calm;
  const values = new Map<string, string>();
  const older = new Map<string, string>();
  const watchers = new Set<{ key: string; listener: (value: unknown) => void; present: () => boolean }>();
  const listeners = new Set<{ owner: symbol; listener: (message: unknown) => void }>();
  const counts = { broadcast: 0, get: 0, set: 0, watch: 0 };
  /** Bytes that callers sent, as JSON text. */
  let sent = 0;
  let budget: Budget | null = null;

  const happens = (share: number): boolean => random() < share;
  const delay = (): number => faults.delay.least + random() * (faults.delay.most - faults.delay.least);
  const later = <T>(effect: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      clock.after(delay(), () => {
        try {
          resolve(effect());
        } catch (error) {
          reject(error);
        }
      });
    });
  const refuse = (reason: string = faults.reason): never => {
    throw Object.assign(new Error('The board says no'), { reason });
  };

  /** One call with its faults. `present`: whether the caller is still there. */
  function call<T>(present: () => boolean, effect: () => T): Promise<T> {
    if (happens(faults.silence)) {
      if (happens(0.5)) clock.after(random() * lateEffect, () => void effect());
      return new Promise(() => {});
    }
    if (happens(faults.refusal)) return later(() => refuse());
    if (happens(faults.falseRefusal)) {
      clock.after(delay(), () => void effect());
      return later(() => refuse());
    }
    return later(() => {
      const result = effect();
      return present() ? result : (new Promise<T>(() => {}) as never);
    });
  }

  function put(key: string, text: string): void {
    const before = values.get(key);
    if (before !== undefined) older.set(key, before);
    values.set(key, text);
    for (const watcher of watchers) {
      if (watcher.key !== key || happens(faults.lostNotice)) continue;
      clock.after(
        delay(),
        () => watcher.present() && watchers.has(watcher) && watcher.listener(JSON.parse(text)),
      );
    }
  }

  /** `meter` counts what the client calls; `payer` is who pays for it where there is a budget. */
  function connect(meter?: Meter, payer = ''): NetworkClient {
    const owner = Symbol('client');
    let there = true;
    const present = () => there;
    const paid = <T>(what: keyof typeof counts, effect: () => T): Promise<T> => {
      counts[what] += 1;
      const no = budget?.(payer, callCredits) ?? null;
      const made = () => (no === null ? call(present, effect) : later(() => refuse(no)));
      return meter ? meter.run(callCredits, made) : made();
    };
    return {
      wire: {
        broadcast(message) {
          const text = JSON.stringify(message);
          sent += text.length;
          return paid('broadcast', () => {
            for (const one of listeners) {
              if (one.owner === owner) continue;
              const copies = happens(faults.loss) ? 0 : happens(faults.doubling) ? 2 : 1;
              for (let copy = 0; copy < copies; copy += 1)
                clock.after(delay(), () => listeners.has(one) && one.listener(JSON.parse(text)));
            }
          });
        },
        onMessage(listener) {
          if (!there) return () => {};
          const one = { owner, listener };
          listeners.add(one);
          return once(() => listeners.delete(one));
        },
      },
      board: {
        get(key) {
          return paid('get', () => {
            const text = happens(faults.staleRead) ? (older.get(key) ?? values.get(key)) : values.get(key);
            return text === undefined ? undefined : JSON.parse(text);
          });
        },
        set(key, value) {
          const text = JSON.stringify(value);
          if (text.length > 64_000) return Promise.reject(new Error(`Too long for ${key}: ${text.length}`));
          sent += text.length;
          return paid('set', () => (faults.viewOnly ? refuse('no-access') : put(key, text)));
        },
        watch(key, listener) {
          if (!there) return () => {};
          counts.watch += 1;
          meter?.count(callCredits);
          const watcher = { key, listener, present };
          watchers.add(watcher);
          const text = values.get(key);
          if (text !== undefined && !happens(faults.lostNotice))
            clock.after(delay(), () => there && watchers.has(watcher) && listener(JSON.parse(text)));
          return once(() => watchers.delete(watcher));
        },
      },
      leave() {
        there = false;
        for (const one of listeners) if (one.owner === owner) listeners.delete(one);
        for (const one of watchers) if (one.present === present) watchers.delete(one);
      },
    };
  }

  return {
    connect,
    set(next: Partial<Faults>): void {
      faults = { ...calm, ...next };
    },
    /** What lies in the storage, for a look and for damage. */
    read: (key: string): unknown => JSON.parse(values.get(key) ?? 'null'),
    /** What lay there before, as a stale read would give it. */
    readOlder: (key: string): unknown => JSON.parse(older.get(key) ?? 'null'),
    keys: (): string[] => [...values.keys()].sort(),
    put: (key: string, value: Json): void => put(key, JSON.stringify(value)),
    remove: (key: string): void => void values.delete(key),
    counts: () => ({ ...counts }),
    /** Bytes of all messages and values sent so far, as JSON text. */
    bytes: (): number => sent,
    budget(next: Budget | null): void {
      budget = next;
    },
    watches: (): number => watchers.size,
    /** Listeners and watches that somebody forgot to end. */
    subscriptions: (): number => listeners.size + watchers.size,
  };
}

export type MemoryNetwork = ReturnType<typeof memoryNetwork>;
