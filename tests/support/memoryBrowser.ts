/** One browser: a disk that outlives its pages, and pages that hear each other and agree on who leads. */
import type { Clock } from '../../src/base/clock.ts';
import { once } from '../../src/base/disposer.ts';
import { memoryStore } from '../../src/sync/memoryStore.ts';
import type { DeviceChannel, Leadership, LocalStore } from '../../src/sync/ports.ts';
import type { Sleeper } from './sleep.ts';

export interface MemoryDisk extends LocalStore {
  /** While true every write is refused, as on a full disk. */
  full: boolean;
}

export function memoryDisk(durable = true): MemoryDisk {
  const store = memoryStore();
  const disk: MemoryDisk = {
    ...store,
    durable,
    full: false,
    append: (document, update, fact) => (disk.full ? refused() : store.append(document, update, fact)),
    write: (key, value) => (disk.full ? refused() : store.write(key, value)),
  };
  return disk;
}

const refused = (): Promise<never> => Promise.reject(new Error('The disk is full'));

export interface BrowserPage {
  readonly channel: DeviceChannel;
  readonly leadership: Leadership;
  /** The page is gone without a word: its lock is free, nothing reaches it. */
  kill(): void;
  /** The browser gives its lock to the next page, as some do to frozen ones. It is not told. */
  loseLock(): void;
}

/** A page that wants to lead, or does. */
interface Seeker {
  readonly page: symbol;
  readonly lead: () => void;
  over: boolean;
}

export function memoryBrowser(clock: Clock) {
  const listeners = new Set<{ page: symbol; deliver: (message: unknown) => void }>();
  const waiting: Seeker[] = [];
  let leading: Seeker | null = null;

  function elect(): void {
    const next = leading === null ? waiting.shift() : undefined;
    if (!next) return;
    leading = next;
    // Once granted, a page is told, though its lock may be lost by then.
    clock.after(1, () => !next.over && next.lead());
  }

  function release(seeker: Seeker): void {
    seeker.over = true;
    const index = waiting.indexOf(seeker);
    if (index >= 0) waiting.splice(index, 1);
    if (leading === seeker) leading = null;
    elect();
  }

  return {
    openPage(sleep: Sleeper): BrowserPage {
      const page = Symbol('page');
      return {
        channel: {
          shared: true,
          post(message) {
            for (const one of listeners) {
              if (one.page === page) continue;
              const copy: unknown = structuredClone(message);
              clock.after(1, () => one.deliver(copy));
            }
          },
          onMessage(listener) {
            const deliver = (message: unknown) =>
              sleep.run('message', () => listeners.has(one) && listener(message));
            const one = { page, deliver };
            listeners.add(one);
            return once(() => listeners.delete(one));
          },
        },
        leadership: {
          exclusive: true,
          seek(lead) {
            const seeker: Seeker = {
              page,
              lead: () => sleep.run('message', () => !seeker.over && lead()),
              over: false,
            };
            waiting.push(seeker);
            elect();
            return once(() => release(seeker));
          },
        },
        kill() {
          for (const one of listeners) if (one.page === page) listeners.delete(one);
          for (const one of [...waiting, leading]) if (one?.page === page) release(one);
        },
        loseLock() {
          if (leading?.page !== page) return;
          leading = null;
          elect();
        },
      };
    },
    subscriptions: (): number => listeners.size + waiting.length + (leading === null ? 0 : 1),
  };
}
