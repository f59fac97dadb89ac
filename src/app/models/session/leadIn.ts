/**
 * Whoever comes finds the sheet they have a part in: their own first, then the first one they review. Who has none and
 * runs the session goes on with that. Once; afterwards everybody goes where they like.
 */
import { effect, type ReadonlySignal, type Signal, untracked } from '@preact/signals';
import type { SessionContent } from '../../../annotations/session/sessionDocument.ts';
import type { Disposer } from '../../../base/disposer.ts';
import type { SessionPerson } from '../../../workshop/session/people.ts';
import type { Session } from '../../../workshop/session/session.ts';
import type { SheetList } from '../sheet/sheetList.ts';

interface Options {
  readonly list: Pick<SheetList, 'current' | 'entries' | 'choose'>;
  readonly content: ReadonlySignal<SessionContent>;
  readonly session: ReadonlySignal<Session | null>;
  readonly iHold: ReadonlySignal<boolean>;
  readonly myself: ReadonlySignal<SessionPerson | null>;
  /** Whether this person looks at the session rather than at a sheet. */
  readonly atSession: Signal<boolean>;
}

export function leadIn({ list, content, session, iHold, myself, atSession }: Options): Disposer {
  let led = false;
  return effect(() => {
    const [mine, current] = [myself.value, list.current.value];
    if (led || !mine || (current && !current.ready.value)) return;
    if (current?.view.value?.me.role) {
      led = true;
      return;
    }
    const ids = list.entries.value.map(({ id }) => id);
    const review = content.value.people.find((one) => one.sheet !== null && mine.reviews.includes(one.id));
    const first = mine.sheet ?? review?.sheet ?? null;
    const runs = first === null && iHold.value && session.value !== null;
    if (!runs && (first === null || !ids.includes(first))) return;
    led = true;
    untracked(() => {
      if (first !== null) list.choose(first);
      else atSession.value = true;
    });
  });
}
