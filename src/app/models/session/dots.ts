/**
 * Giving dots to notes: in this person's browser only until they say that they are done with the stage, or the stage is
 * over; shown to all once it is over. Loaded where the agenda has a stage for it.
 */
import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type * as Y from 'yjs';
import { stageKey } from '../../../annotations/session/badgeDocument.ts';
import { dotsKey, writeDots } from '../../../annotations/session/badgeDots.ts';
import { votesIn } from '../../../annotations/session/said.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { ItemId, SheetId } from '../../../workshop/ids.ts';
import { type Counted, dotsEach, giveDot, givenTo, takeDot, tally } from '../../../workshop/session/dots.ts';
import { isOver } from '../../../workshop/session/session.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { notesPresent, openIn } from '../talk/whatWaits.ts';
import type { Live } from './liveCore.ts';
import type { OwnSettings } from './ownSettings.ts';

export interface Dots {
  /** `giving`: mine are in this browser. `done`: they are on my badge; nobody is shown any. `over`: all are shown. */
  readonly stage: ReadonlySignal<'giving' | 'done' | 'over' | 'none'>;
  readonly each: number;
  mine(sheet: SheetId, note: ItemId): number;
  left(sheet: SheetId): number;
  give(sheet: SheetId, note: ItemId): void;
  take(sheet: SheetId, note: ItemId): void;
  /** Empty while the stage is not over. `groups`: look-alikes that were put together. */
  counted(sheet: SheetId, view: SheetView, groups?: readonly (readonly ItemId[])[]): readonly Counted[];
  readonly dispose: Disposer;
}

interface Options {
  readonly live: Live;
  readonly own: { readonly content: ReadonlySignal<OwnSettings>; doc(): Y.Doc };
  readonly myBadge: () => Y.Doc;
}

export function openDots({ live, own, myBadge }: Options): Dots {
  const owned = disposers();
  /** The stage for dots that people are in, else the last one they were in. */
  const about = computed(() => {
    const session = live.session.value;
    const stages = (session?.agenda ?? []).filter(({ tool }) => tool === 'dots');
    const here = stages.find(({ id }) => id === session?.stage);
    const last = session && stages.findLast(({ id }) => isOver(session, id));
    const stage = here ?? last;
    return session && stage ? { key: stageKey(session.id, stage.id), over: isOver(session, stage.id) } : null;
  });
  const mine = (sheet: SheetId): readonly ItemId[] => {
    const now = about.value;
    return (now && own.content.value.dots.get(dotsKey(now.key, sheet))) ?? [];
  };
  const at = (): string => new Date(live.now()).toISOString();
  const keep = (sheet: SheetId, notes: readonly ItemId[]): void => {
    const now = about.peek();
    if (!now || now.over) return;
    writeDots(own.doc(), dotsKey(now.key, sheet), { notes, at: at() });
    // Who is done and changes their mind has given these, then.
    if (live.iAmDone.peek()) publish(now.key);
  };
  const heldFor = (key: string) => [...own.content.peek().dots].filter(([one]) => one.startsWith(`${key}/`));
  const publish = (key: string): void => {
    for (const [one, notes] of heldFor(key)) writeDots(myBadge(), one, { notes, at: at() });
  };
  const withdraw = (key: string): void => {
    for (const [one] of heldFor(key)) writeDots(myBadge(), one, { notes: [], at: at() });
  };
  owned.add(
    effect(() => {
      const now = about.value;
      const done = live.iAmDone.value;
      // What this browser holds may have arrived from its disk only now.
      own.content.value;
      if (!now) return;
      untracked(() => (now.over || done ? publish(now.key) : withdraw(now.key)));
    }),
  );
  return {
    each: dotsEach,
    stage: computed(() => {
      const now = about.value;
      return !now ? 'none' : now.over ? 'over' : live.iAmDone.value ? 'done' : 'giving';
    }),
    mine: (sheet, note) => givenTo(mine(sheet), note),
    left: (sheet) => dotsEach - mine(sheet).length,
    give: (sheet, note) =>
      keep(
        sheet,
        giveDot(
          untracked(() => mine(sheet)),
          note,
        ),
      ),
    take: (sheet, note) =>
      keep(
        sheet,
        takeDot(
          untracked(() => mine(sheet)),
          note,
        ),
      ),
    counted(sheet, view, groups = []) {
      const now = about.value;
      if (!now?.over) return [];
      const key = dotsKey(now.key, sheet);
      return tally({
        given: live.badges.value.map(({ dots }) => dots.get(key) ?? []),
        notes: notesPresent(view).map(({ id }) => id),
        open: openIn(view).map(({ id }) => id),
        votes: votesIn(live.content.value.said),
        groups,
      });
    },
    dispose: owned.dispose,
  };
}
