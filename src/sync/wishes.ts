/** What a page that does not lead asks of the one that does, until it is answered or waiting is no use any more. */
import type { DeviceMessage } from './deviceMessages.ts';
import { leaderPatience } from './limits.ts';
import { type Random, randomId, type Timers } from './timers.ts';

export type Wish = 'flush' | 'refresh';

export interface Wishes {
  /** Resolves when it is granted, or after a while. */
  make(what: Wish): Promise<void>;
  granted(id: string): void;
  /** Another page leads now, and has heard of none. */
  repeat(): void;
  /** This page leads now, and grants its own. */
  grantAll(grant: (what: Wish) => Promise<void>): void;
}

export function leaderWishes(timers: Timers, random: Random, post: (message: DeviceMessage) => void): Wishes {
  const open = new Map<string, { readonly what: Wish; readonly done: () => void }>();
  return {
    async make(what) {
      const id = randomId(random);
      await new Promise<void>((resolve) => {
        const giveUp = timers.after(leaderPatience, resolve);
        const done = () => {
          giveUp();
          resolve();
        };
        open.set(id, { what, done });
        post({ kind: 'please', what, id });
      });
      open.delete(id);
    },
    granted: (id) => open.get(id)?.done(),
    repeat() {
      for (const [id, { what }] of open) post({ kind: 'please', what, id });
    },
    grantAll(grant) {
      for (const { what, done } of open.values()) void grant(what).then(done);
    },
  };
}
