/** Who holds the facilitator's seat, and whether this person may take it now. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Person } from '../../../miro/people.ts';
import type { Sync } from '../../../sync/sync.ts';
import { type Claim, mayTake } from '../../../workshop/session/seat.ts';
import type { LiveDocuments } from './liveDocuments.ts';
import { seatSigns } from './seatSigns.ts';

interface Options {
  readonly sync: Sync;
  readonly clock: Clock;
  readonly me: Person;
  readonly documents: Pick<LiveDocuments, 'content' | 'ready'>;
  readonly online: ReadonlySignal<readonly Person[]>;
}

export interface LiveSeat {
  readonly holder: ReadonlySignal<Claim | null>;
  /** Fit to stand in a sentence. */
  readonly holderName: ReadonlySignal<string>;
  readonly iHold: ReadonlySignal<boolean>;
  readonly free: ReadonlySignal<boolean>;
  /** Whether the board lets this person read only. It says so at their first save. */
  readonly refused: ReadonlySignal<boolean>;
  readonly dispose: Disposer;
}

export function liveSeat({ sync, clock, me, documents, online }: Options): LiveSeat {
  const owned = disposers();
  const { content, ready } = documents;
  const holder = computed(() => content.value.holder);
  const holderId = computed(() => holder.value?.user ?? null);
  const watching = seatSigns({ clock, sync, holder: holderId, online });
  owned.add(watching.dispose);
  const reach = signal(sync.connection.get().reach);
  owned.add(
    sync.connection.subscribe((now) => {
      reach.value = now.reach;
    }),
  );
  const saved = signal(sync.saved.get().board);
  owned.add(
    sync.saved.subscribe(({ board }) => {
      saved.value = board;
    }),
  );
  const refused = computed(() => saved.value === 'refused');
  const connected = computed(
    () => ready.value && reach.value !== 'offline' && reach.value !== 'joining' && !refused.value,
  );
  return {
    holder,
    holderName: computed(() => cleanLine(holder.value?.name ?? '') || 'The facilitator'),
    iHold: computed(() => holder.value?.user === me.id && !holder.value.left),
    free: computed(
      () =>
        connected.value &&
        content.value.newer === false &&
        mayTake(holder.value, me.id, watching.signs.value),
    ),
    refused,
    dispose: owned.dispose,
  };
}
