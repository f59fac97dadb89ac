/**
 * Who may only view this board, as their own pages say once the board has refused to keep what they wrote; it tells
 * nobody else. Kept while they say nothing, taken back when they say something else.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Disposer } from '../../../base/disposer.ts';
import type { Other, Sync } from '../../../sync/sync.ts';
import { type UserId, userId } from '../../../workshop/ids.ts';
import { saysReading } from '../presence/presence.ts';

interface Options {
  readonly sync: Pick<Sync, 'others'>;
  readonly me: UserId;
  readonly refused: ReadonlySignal<boolean>;
}

export function readersHere({ sync, me, refused }: Options): {
  readonly readers: ReadonlySignal<ReadonlySet<UserId>>;
  readonly dispose: Disposer;
} {
  const heard = signal<ReadonlySet<UserId>>(new Set());
  const hear = (others: readonly Other[]): void => {
    const next = new Set(heard.peek());
    for (const { user, doing } of others) {
      if (doing === null) continue;
      if (saysReading(doing)) next.add(userId(user));
      else next.delete(userId(user));
    }
    const same = next.size === heard.peek().size && [...next].every((user) => heard.peek().has(user));
    if (!same) heard.value = next;
  };
  hear(sync.others.get());
  const stop = sync.others.subscribe(hear);
  return {
    readers: computed(() => (refused.value ? new Set([...heard.value, me]) : heard.value)),
    dispose: stop,
  };
}
