/** One browser: a disk that outlives its pages, and pages that hear each other and agree on who leads. */
import type { Clock } from '../../src/base/clock.ts';
import { once } from '../../src/base/disposer.ts';
import { memoryStore } from '../../src/sync/memoryStore.ts';
import type { DeviceChannel, Leadership, LocalStore } from '../../src/sync/ports.ts';

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
    append: (document, update) => (disk.full ? refused() : store.append(document, update)),
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
}

export function memoryBrowser(clock: Clock) {
  const listeners = new Set<{ page: symbol; listener: (message: unknown) => void }>();
  const waiting: { page: symbol; lead: () => void }[] = [];
  let leading: symbol | null = null;

  function elect(): void {
    if (leading !== null) return;
    const next = waiting.shift();
    if (!next) return;
    leading = next.page;
    clock.after(1, () => leading === next.page && next.lead());
  }

  function release(page: symbol): void {
    const index = waiting.findIndex((one) => one.page === page);
    if (index >= 0) waiting.splice(index, 1);
    if (leading === page) leading = null;
    elect();
  }

  return {
    openPage(): BrowserPage {
      const page = Symbol('page');
      return {
        channel: {
          shared: true,
          post(message) {
            for (const one of listeners) {
              if (one.page === page) continue;
              const copy: unknown = structuredClone(message);
              clock.after(1, () => listeners.has(one) && one.listener(copy));
            }
          },
          onMessage(listener) {
            const one = { page, listener };
            listeners.add(one);
            return once(() => listeners.delete(one));
          },
        },
        leadership: {
          exclusive: true,
          seek(lead) {
            waiting.push({ page, lead });
            elect();
            return once(() => release(page));
          },
        },
        kill() {
          for (const one of listeners) if (one.page === page) listeners.delete(one);
          release(page);
        },
      };
    },
    subscriptions: (): number => listeners.size + waiting.length + (leading === null ? 0 : 1),
  };
}
