/**
 * Who else is here and what they do just now, as far as messages tell; and what this person does, until a message takes
 * it along. Nothing of it is stored, and what is not said again is over soon.
 */
import type { Disposer } from '../base/disposer.ts';
import type { Json } from '../base/json.ts';
import { type Observable, observable } from '../base/observable.ts';
import { doingAgain, doingTime, paces } from './limits.ts';
import type { Other } from './sync.ts';
import type { Timers } from './timers.ts';

export interface Company {
  /** What this person does now; said again while it lasts. */
  tell(doing: Json | null): void;
  /** What to say in a message that is about to go: null when nothing lasts. */
  doing(): Json | null;
  /** Whether others do not know yet what this person does, or are about to forget it. */
  readonly untold: boolean;
  /** Others know it now. */
  told(doing: Json | null): void;
  /** A message came; `doing` is undefined when it says nothing about that. */
  heard(user: string, doing: Json | undefined): void;
  readonly others: Observable<readonly Other[]>;
}

interface Somebody {
  readonly user: string;
  doing: Json | null;
  /** Forgets what they do, or them. */
  fade: Disposer;
}

const same = (a: Json | null, b: Json | null): boolean => JSON.stringify(a) === JSON.stringify(b);

export function company(timers: Timers, self: string): Company {
  const others = observable<readonly Other[]>([]);
  const people = new Map<string, Somebody>();
  let own: { readonly doing: Json | null; readonly at: number } = { doing: null, at: 0 };
  /** What was last told, and when: others forget it as this page does. */
  let known: { readonly doing: Json | null; readonly at: number } = { doing: null, at: 0 };

  function list(): void {
    const now = [...people.values()]
      .map(({ user, doing }) => ({ user, doing }))
      .sort((a, b) => (a.user < b.user ? -1 : 1));
    if (JSON.stringify(now) !== JSON.stringify(others.get())) others.set(now);
  }

  function fadeLater(one: Somebody): void {
    one.fade();
    const busy = one.doing !== null;
    one.fade = timers.after(busy ? doingTime : paces.presence, () => {
      if (busy) {
        one.doing = null;
        fadeLater(one);
      } else {
        people.delete(one.user);
      }
      list();
    });
  }

  const ago = (at: number): number => Math.abs(timers.now() - at);
  const lasting = (said: typeof known): Json | null => (ago(said.at) > doingTime ? null : said.doing);
  const doing = (): Json | null => lasting(own);

  return {
    tell(next) {
      own = { doing: next, at: timers.now() };
    },
    doing,
    get untold() {
      const lasts = doing();
      return !same(lasts, lasting(known)) || (lasts !== null && ago(known.at) > doingAgain);
    },
    told(said) {
      known = { doing: said, at: timers.now() };
    },
    heard(user, said) {
      if (user === self || timers.disposed) return;
      const one = people.get(user) ?? { user, doing: null, fade: () => {} };
      if (!people.has(user) && people.size >= paces.mostPeople) return;
      people.set(user, one);
      // What they do lasts as long as they say so; any message shows that they are here.
      if (said !== undefined) one.doing = said;
      if (said !== undefined || one.doing === null) fadeLater(one);
      list();
    },
    others,
  };
}
