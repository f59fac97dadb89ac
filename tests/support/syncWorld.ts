/** A board, browsers and their pages, for tests of sync: everything on one virtual clock, with chosen faults. */

import { once } from '../../src/base/disposer.ts';
import { browserChannel } from '../../src/sync/browserChannel.ts';
import { leading } from '../../src/sync/leading.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { createSync } from '../../src/sync/miroSync.ts';
import type { BoardStore, Meter, Wire } from '../../src/sync/ports.ts';
import type { Sync } from '../../src/sync/sync.ts';
import { webLocks } from '../../src/sync/webLocks.ts';
import { memoryBrowser, memoryDisk } from './memoryBrowser.ts';
import { memoryNetwork, type NetworkClient } from './memoryNetwork.ts';
import { type Sleeper, sleeper } from './sleep.ts';
import { type VirtualClock, virtualClock } from './virtualClock.ts';

/** Small, even, and the same for the same seed (mulberry32, public domain, by Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const denied = {
  channel: browserChannel(undefined),
  leadership: await webLocks(undefined, 'none'),
};

export interface Page {
  readonly sync: Sync;
  readonly meter: Meter;
  /** As when a person closes the tab: flushes without waiting, then ends. */
  close(): void;
  /** As when the browser ends the tab: not a word, no clean-up. */
  kill(): void;
  /** Frozen by the browser, or by a laptop that sleeps; `lock: 'lost'`: another page may lead meanwhile. */
  sleep(lock: 'kept' | 'lost'): void;
  wake(): void;
  readonly asleep: boolean;
}

/** A page's line to the board: while the page sleeps, whatever comes waits. */
function lineOf({ wire, board }: NetworkClient, { run }: Sleeper): { wire: Wire; board: BoardStore } {
  const answer = <T>(call: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      call.then(
        (value) => run('message', () => resolve(value)),
        (error: unknown) => run('message', () => reject(error)),
      );
    });
  function heard(
    listen: (listener: (value: unknown) => void) => () => void,
    listener: (value: unknown) => void,
  ) {
    let listening = true;
    const stop = listen((value) => run('message', () => listening && listener(value)));
    return once(() => {
      listening = false;
      stop();
    });
  }
  return {
    wire: {
      broadcast: (message) => answer(wire.broadcast(message)),
      onMessage: (listener) => heard((one) => wire.onMessage(one), listener),
    },
    board: {
      get: (key) => answer(board.get(key)),
      set: (key, value) => answer(board.set(key, value)),
      watch: (key, listener) => heard((one) => board.watch(key, one), listener),
    },
  };
}

export function syncWorld(seed = 1) {
  const clock: VirtualClock = virtualClock();
  const random = seeded(seed);
  const network = memoryNetwork(clock, random);

  function device(name: string, disk = memoryDisk()) {
    const browser = memoryBrowser(clock);
    /** How far this computer's clock is from the true time, in milliseconds. */
    let clockOff = 0;
    let calledNow = name;
    /**
     * `alone`: its browser denies the page both the channel and the locks. `own`: a disk that no other page has, as where
     * a page has only its memory. `loadLeading`: as it comes, or fails to.
     */
    function openPage({ alone = false, own = disk, loadLeading = async () => leading } = {}): Page {
      const sleep = sleeper(clock, random);
      const page = alone ? { ...denied, kill() {}, loseLock() {} } : browser.openPage(sleep);
      const now = () => clock.now() + clockOff;
      const meter = budgetMeter(now, random);
      const client = network.connect(meter, name);
      const sync = createSync({
        ...lineOf(client, sleep),
        meter,
        local: own,
        channel: page.channel,
        leadership: page.leadership,
        loadLeading,
        clock: {
          now,
          after(delay, task) {
            let wanted = true;
            const cancel = clock.after(delay, () => sleep.run('timer', () => wanted && task()));
            return once(() => {
              wanted = false;
              cancel();
            });
          },
        },
        random,
        device: calledNow,
        user: name,
      });
      return {
        sync,
        meter,
        close() {
          void sync.flush();
          sync.dispose();
        },
        kill() {
          sleep.end();
          client.leave();
          page.kill();
        },
        sleep(lock) {
          sleep.sleep();
          if (lock === 'lost') page.loseLock();
        },
        wake: sleep.wake,
        get asleep() {
          return sleep.asleep;
        },
      };
    }
    return {
      name,
      disk,
      openPage,
      setClock(off: number) {
        clockOff = off;
      },
      /** What pages opened from now on call this browser, which has forgotten its name with all else. */
      callItself(next: string) {
        calledNow = next;
      },
      subscriptions: browser.subscriptions,
    };
  }

  return { clock, random, network, device };
}

export type SyncWorld = ReturnType<typeof syncWorld>;
