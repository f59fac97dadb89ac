/** A board, browsers and their pages, for tests of sync: everything on one virtual clock, with chosen faults. */

import { browserChannel } from '../../src/sync/browserChannel.ts';
import { leading } from '../../src/sync/leading.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { createSync } from '../../src/sync/miroSync.ts';
import type { Meter } from '../../src/sync/ports.ts';
import type { Sync } from '../../src/sync/sync.ts';
import { webLocks } from '../../src/sync/webLocks.ts';
import { memoryBrowser, memoryDisk } from './memoryBrowser.ts';
import { memoryNetwork } from './memoryNetwork.ts';
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
}

export function syncWorld(seed = 1) {
  const clock: VirtualClock = virtualClock();
  const random = seeded(seed);
  const network = memoryNetwork(clock, random);

  function device(name: string, disk = memoryDisk()) {
    const browser = memoryBrowser(clock);
    /** `alone`: its browser denies the page both the channel and the locks. `loadLeading`: as it comes, or fails to. */
    function openPage({ alone = false, loadLeading = async () => leading } = {}): Page {
      const page = alone ? { ...denied, kill() {} } : browser.openPage();
      const meter = budgetMeter(clock.now, random);
      const client = network.connect(meter, name);
      let alive = true;
      const sync = createSync({
        wire: client.wire,
        board: client.board,
        meter,
        local: disk,
        channel: page.channel,
        leadership: page.leadership,
        loadLeading,
        clock: {
          now: clock.now,
          after: (delay, task) => clock.after(delay, () => alive && task()),
        },
        random,
        device: name,
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
          alive = false;
          client.leave();
          page.kill();
        },
      };
    }
    return { name, disk, openPage, subscriptions: browser.subscriptions };
  }

  return { clock, random, network, device };
}

export type SyncWorld = ReturnType<typeof syncWorld>;
