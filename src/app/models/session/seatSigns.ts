/** Whether whoever holds the seat is still there: from what their page says, and from the board's list. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { doingTime } from '../../../sync/limits.ts';
import type { Sync } from '../../../sync/sync.ts';
import type { UserId } from '../../../workshop/ids.ts';
import { type HolderSigns, patience } from '../../../workshop/session/seat.ts';

/** What the page of a seat's holder says of itself beside where it is; it fades after twenty seconds (presence.ts). */
const saysSeat = (doing: unknown): boolean =>
  typeof doing === 'object' && doing !== null && 'seat' in doing && doing.seat === true;

interface Options {
  readonly clock: Clock;
  readonly sync: Pick<Sync, 'others'>;
  readonly holder: ReadonlySignal<UserId | null>;
  readonly online: ReadonlySignal<readonly { readonly id: UserId }[]>;
}

export function seatSigns({ clock, sync, holder, online }: Options): {
  readonly signs: ReadonlySignal<HolderSigns>;
  readonly dispose: Disposer;
} {
  const owned = disposers();
  const silent = signal(0);
  let timers = disposers();
  owned.add(() => timers.dispose());

  /** Their last word fades after a while, so by then they have been silent for as long. */
  const listen = (): void => {
    const user = holder.value;
    timers.dispose();
    timers = disposers();
    const heard = sync.others.get().some((one) => one.user === user && saysSeat(one.doing));
    if (heard || user === null) {
      silent.value = 0;
      return;
    }
    silent.value = Math.max(silent.peek(), doingTime);
    for (const at of [patience.gone, patience.silent])
      timers.add(
        clock.after(at - doingTime, () => {
          silent.value = Math.max(silent.peek(), at);
        }),
      );
  };
  let heardBefore: boolean | null = null;
  const follow = (): void => {
    const heard = sync.others.get().some((one) => one.user === holder.peek() && saysSeat(one.doing));
    if (heard === heardBefore) return;
    heardBefore = heard;
    if (heard) silent.value = 0;
    listen();
  };
  owned.add(sync.others.subscribe(follow));
  owned.add(
    holder.subscribe(() => {
      silent.value = 0;
      heardBefore = null;
      follow();
    }),
  );
  return {
    signs: computed(() => ({
      silent: silent.value,
      onBoard: online.value.length > 0 ? online.value.some(({ id }) => id === holder.value) : null,
    })),
    dispose: owned.dispose,
  };
}
