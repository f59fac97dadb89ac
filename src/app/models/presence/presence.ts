/**
 * Where people are just now: on which sheet, which note's card is open, and whether they write there. Only that they
 * write, never what. It is told when it changes and while the person does something in the page; a page that nobody
 * touches says nothing, so it fades by itself. What others say of themselves may be anything and is parsed here.
 */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { Other, Sync } from '../../../sync/sync.ts';
import type { Whereabouts } from './whereabouts.ts';

export interface Presence {
  /** The person does something in this page. */
  active(): void;
  /** The person strikes a key in the open card. */
  writes(): void;
  /** The page goes. */
  leave(): void;
}

/** Milliseconds. `again`: what lasts is said this often at most. `pause`: who strikes no key for so long writes no more. */
const paces = { again: 4_000, pause: 8_000 } as const;
/** Ids of ours and of Miro's are far shorter. */
const longestId = 100;

const asId = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= longestId ? value : null;

/** Null for whatever does not say where somebody is. */
export function parseWhereabouts(value: unknown): Whereabouts | null {
  if (typeof value !== 'object' || value === null) return null;
  const { sheet, note, writing } = value as Readonly<Record<string, unknown>>;
  const [known, open] = [asId(sheet), asId(note)];
  return known === null ? null : { sheet: known, note: open, writing: open !== null && writing === true };
}

/** Whether somebody says that the board lets them only read. */
export const saysReading = (doing: unknown): boolean =>
  typeof doing === 'object' && doing !== null && 'reads' in doing && doing.reads === true;

const read = (others: readonly Other[]): ReadonlyMap<string, Whereabouts> =>
  new Map(
    others.flatMap(({ user, doing }) => {
      const where = parseWhereabouts(doing);
      return where ? [[user, where] as const] : [];
    }),
  );

export interface PresenceContext {
  readonly platform: { readonly clock: Clock };
  readonly sync: Pick<Sync, 'others' | 'tell' | 'saved'>;
  /** Where this page stands; null on no sheet. */
  readonly place: ReadonlySignal<Pick<Whereabouts, 'sheet' | 'note'> | null>;
  /** Whether this person holds the facilitator's seat: said as long as this page is there, touched or not. */
  readonly seated: ReadonlySignal<boolean>;
  /** Everybody else, as far as they said lately, by person. */
  readonly others: Signal<ReadonlyMap<string, Whereabouts>>;
}

export function openPresence({
  platform: { clock },
  sync,
  place,
  seated,
  others,
}: PresenceContext): Presence & { readonly dispose: Disposer } {
  const owned = disposers();
  let said = Number.NEGATIVE_INFINITY;
  let endWriting: Disposer | null = null;
  /** The board keeps nothing of this person: said as long as the page is there, so that nobody waits for them. */
  const reads = signal(sync.saved.get().board === 'refused');

  const say = (): void => {
    const where = place.peek();
    said = clock.now();
    const doing = {
      ...(where ? { sheet: where.sheet } : {}),
      ...(where?.note ? { note: where.note } : {}),
      ...(endWriting ? { writing: true } : {}),
      ...(seated.peek() ? { seat: true } : {}),
      ...(reads.peek() ? { reads: true } : {}),
    };
    sync.tell(Object.keys(doing).length > 0 ? doing : null);
  };
  const active = (): void => {
    // The difference either way: a clock may be put back.
    if (place.peek() && Math.abs(clock.now() - said) >= paces.again) say();
  };
  const stopWriting = (): void => {
    endWriting?.();
    endWriting = null;
  };
  const leave = (): void => {
    stopWriting();
    sync.tell(null);
    // Should the page live on, the next touch tells again.
    said = Number.NEGATIVE_INFINITY;
  };

  others.value = read(sync.others.get());
  owned.add(sync.others.subscribe((all) => (others.value = read(all))));
  owned.add(
    sync.saved.subscribe(({ board }) => {
      reads.value = board === 'refused';
    }),
  );
  let before: string | null = null;
  owned.add(
    effect(() => {
      const where = place.value;
      const now = where && `${where.sheet} ${where.note ?? ''}`;
      if (now === before) return;
      before = now;
      stopWriting();
      say();
    }),
  );
  let beat: Disposer | null = null;
  owned.add(() => beat?.());
  let lasted = false;
  owned.add(
    effect(() => {
      beat?.();
      beat = null;
      const again = (): void => {
        say();
        beat = clock.after(paces.again, again);
      };
      const lasts = seated.value || reads.value;
      if (lasts) again();
      else if (lasted) say();
      lasted = lasts;
    }),
  );
  owned.add(leave);

  return {
    active,
    writes() {
      if (!place.peek()?.note) return;
      const began = endWriting === null;
      endWriting?.();
      endWriting = clock.after(paces.pause, () => {
        endWriting = null;
        say();
      });
      if (began) say();
      else active();
    },
    leave,
    dispose: owned.dispose,
  };
}
