/**
 * How well this device hears the others: whether the board answers, and in how many documents others are known to have
 * more than is here. A board that stopped answering is asked again by and by; once it answers, everything is looked at
 * anew, since nobody tells what was missed.
 */
import type { Disposer } from '../base/disposer.ts';
import { type Observable, observable } from '../base/observable.ts';
import type { Calls, Health } from './calls.ts';
import { behindAfter, probing } from './limits.ts';
import type { Connection } from './sync.ts';
import { backOff, type Random, type Timers } from './timers.ts';

export interface Hearing {
  readonly connection: Observable<Connection>;
  /** Something may have changed: in these documents, or in any. */
  look(names?: readonly string[]): void;
}

interface Context {
  readonly timers: Timers;
  readonly random: Random;
  readonly calls: Calls;
  /** Whether own words wait: only then it matters how writing goes. */
  readonly waiting: () => boolean;
  readonly slow: () => boolean;
  /** Documents of which not all stored states have been read since this device began. */
  readonly unread: () => ReadonlySet<string>;
  readonly names: () => Iterable<string>;
  /** Whether others are known to have something more in it. False for one that is not kept any more. */
  readonly isLacking: (name: string) => boolean;
  /** Asks the board for something small. Never rejects. */
  readonly probe: () => Promise<void>;
  /** Looks at everything again. Never rejects. */
  readonly catchUp: () => Promise<void>;
}

export function hearing(context: Context): Hearing {
  const { timers, random, calls } = context;
  const connection = observable<Connection>({ reach: 'joining', behind: 0 });
  /** Documents that have lacked something for longer than a message takes. */
  const behind = new Set<string>();
  const lacking = new Map<string, () => void>();
  /** Asking again, while reading does not go well. */
  let asking: Disposer | null = null;
  /** Whether something may have been missed. */
  let missed = false;
  let catchingUp = false;

  function followLacking(names: Iterable<string>): void {
    for (const name of names) {
      if (!context.isLacking(name)) {
        lacking.get(name)?.();
        lacking.delete(name);
        behind.delete(name);
      } else if (!lacking.has(name)) {
        const isBehind = (): void => {
          behind.add(name);
          look([name]);
        };
        lacking.set(name, timers.after(behindAfter, isBehind));
      }
    }
  }

  function reach(unread: number): Connection['reach'] {
    const ways: readonly Health[] = [calls.reading.get(), ...(context.waiting() ? [calls.health.get()] : [])];
    if (ways.includes('offline')) return 'offline';
    if (ways.includes('refused')) return 'refused';
    if (unread > 0 || catchingUp) return 'joining';
    return ways.includes('slow') || context.slow() ? 'slow' : 'well';
  }

  /** Of those that are behind, how many have been read. */
  const beyond = (unread: ReadonlySet<string>): number =>
    behind.size === 0 ? 0 : [...behind].filter((name) => !unread.has(name)).length;

  function look(names?: readonly string[]): void {
    if (timers.disposed) return;
    followLacking(names ?? new Set([...lacking.keys(), ...context.names()]));
    const unread = context.unread();
    const next: Connection = { reach: reach(unread.size), behind: unread.size + beyond(unread) };
    const before = connection.get();
    if (before.reach !== next.reach || before.behind !== next.behind) connection.set(next);
    const reading = calls.reading.get();
    if (reading === 'offline' || reading === 'refused') missed = true;
    if (reading !== 'well') ask(1);
    else if (missed) void catchUp();
  }

  function ask(tries: number): void {
    if (asking) return;
    asking = timers.after(backOff(random, tries, probing), () => {
      void context.probe().then(() => {
        asking = null;
        if (calls.reading.get() !== 'well') ask(tries + 1);
      });
    });
  }

  async function catchUp(): Promise<void> {
    if (catchingUp) return;
    catchingUp = true;
    missed = false;
    look();
    await context.catchUp();
    catchingUp = false;
    look();
  }

  return { connection, look };
}
