/**
 * Web Locks as the choice of the one page that talks to the board. The browser frees a lock when its page goes, even
 * when it crashes, and never freezes a page that holds one (Web Locks and page lifecycle, W3C). Where locks are denied
 * every page leads at once, and is told that it is not the only one.
 */
import { once } from '../base/disposer.ts';
import type { Leadership } from './ports.ts';

/** The part of navigator.locks that is used. */
export interface Locks {
  request(
    name: string,
    options: { readonly signal: AbortSignal },
    task: () => Promise<void>,
  ): Promise<unknown>;
}

/**
 * Asks for a lock once, to see whether the browser grants any: some have the interface and refuse to use it in
 * embedded pages that may not store anything.
 */
export async function webLocks(locks: Locks | undefined, name: string): Promise<Leadership> {
  return locks && (await grants(locks, `${name}?`)) ? exclusive(locks, name) : everybodyLeads;
}

async function grants(locks: Locks, name: string): Promise<boolean> {
  try {
    // A lock of this page's own kind, held for no time: others that try it wait a moment at most.
    await locks.request(name, { signal: new AbortController().signal }, async () => {});
    return true;
  } catch {
    return false;
  }
}

const everybodyLeads: Leadership = {
  exclusive: false,
  seek(lead) {
    let wanted = true;
    queueMicrotask(() => wanted && lead());
    return once(() => {
      wanted = false;
    });
  },
};

const exclusive = (locks: Locks, name: string): Leadership => ({
  exclusive: true,
  seek(lead) {
    const giveUp = new AbortController();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    let state: 'waiting' | 'leading' | 'over' = 'waiting';
    const begin = () => {
      if (state !== 'waiting') return;
      state = 'leading';
      lead();
    };
    locks
      .request(name, { signal: giveUp.signal }, () => {
        begin();
        return held;
      })
      // Either this page gave up before its turn, and nothing begins; or locks, granted a moment ago, no longer are.
      .catch(begin);
    return once(() => {
      state = 'over';
      release();
      giveUp.abort();
    });
  },
});
