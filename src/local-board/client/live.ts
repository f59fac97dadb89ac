/** The live part as a window sees it: what the room last said of each, and what passes by once. */
import type { Clock } from '../../base/clock.ts';
import { type Disposer, once } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';
import { type Observable, observable } from '../../base/observable.ts';
import { noTimer, type TimerState } from '../model/timer.ts';
import type { LiveAct, LiveNews, Looked, Person, ShownInvitation, Voting } from './liveProtocol.ts';
import type { Answer, Bill } from './protocol.ts';

export type Told = (app: string | null, event: string, payload: Json) => void;

export interface Live {
  readonly timer: Observable<TimerState>;
  /** The server's time, as well as this window can know it. */
  now(): number;
  readonly invitations: Observable<readonly ShownInvitation[]>;
  /** Whom this window follows. */
  readonly following: Observable<Person | null>;
  /** Whether somebody follows this window. */
  readonly watched: Observable<boolean>;
  readonly voting: Observable<Voting>;
  /** What this window shows from now on; it travels only while somebody follows it. */
  show(viewport: Looked): void;
  /** Resolves when the room has done it; rejects with the SDK's documented error. */
  act(act: LiveAct, bill?: Bill): Promise<Answer>;
  /** Events for the pages of one app, or (null) of all apps. */
  onTold(listener: Told): Disposer;
  /** An app brings this person to these items. */
  onLook(listener: (items: readonly string[]) => void): Disposer;
  /** What the followed window shows. */
  onLooked(listener: (viewport: Looked) => void): Disposer;
}

export interface LiveOptions {
  readonly clock: Clock;
  readonly ask: Live['act'];
  /** Sends it along with the next presence. */
  readonly show: (viewport: Looked) => void;
}

function listeners<Args extends readonly unknown[]>() {
  const all = new Set<(...args: Args) => void>();
  return {
    tell(...args: Args): void {
      for (const listener of [...all]) listener(...args);
    },
    add(listener: (...args: Args) => void): Disposer {
      all.add(listener);
      return once(() => all.delete(listener));
    },
  };
}

export function createLiveCopy({ clock, ask, show }: LiveOptions) {
  const timer = observable<TimerState>(noTimer);
  const invitations = observable<readonly ShownInvitation[]>([]);
  const following = observable<Person | null>(null);
  const watched = observable(false);
  const voting = observable<Voting>({ running: null, finished: [] });
  const told = listeners<Parameters<Told>>();
  const look = listeners<[items: readonly string[]]>();
  const looked = listeners<[viewport: Looked]>();
  /**
   * Milliseconds to add to this machine's clock. A message's way only ever makes the difference look smaller, so of
   * all that were heard on this connection the largest is nearest to the truth.
   */
  let offset: number | undefined;

  const live: Live = {
    timer,
    now: () => clock.now() + (offset ?? 0),
    invitations,
    following,
    watched,
    voting,
    show: (viewport) => watched.get() && show(viewport),
    act: ask,
    onTold: told.add,
    onLook: look.add,
    onLooked: looked.add,
  };

  return {
    live,
    heard(news: LiveNews) {
      switch (news.news) {
        case 'timer': {
          const seen = news.now - clock.now();
          offset = offset === undefined ? seen : Math.max(offset, seen);
          return timer.set(news.timer);
        }
        case 'told':
          return told.tell(news.app, news.event, news.payload);
        case 'invitations':
          return invitations.set(news.invitations);
        case 'look':
          return look.tell(news.items);
        case 'follow-asked':
          // Late or lost is the same as no answer; whoever asked is told.
          void ask({ do: 'follow-answer', request: news.request }).catch(() => undefined);
          return;
        case 'following':
          return following.set(news.user);
        case 'watched':
          return watched.set(news.watched);
        case 'looked':
          return looked.tell(news.viewport);
        case 'voting':
          return voting.set(news.voting);
        default:
          news satisfies never;
      }
    },
    /** A new connection: the machine may have slept, its clock may have been set, others may have gone. */
    connected(): void {
      offset = undefined;
      following.set(null);
      watched.set(false);
    },
  };
}
