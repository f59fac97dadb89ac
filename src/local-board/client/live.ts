/** The live part as a window sees it: what the room last said of the timer, and events for apps. */
import type { Clock } from '../../base/clock.ts';
import { type Disposer, once } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';
import { type Observable, observable } from '../../base/observable.ts';
import { noTimer, type TimerState } from '../model/timer.ts';
import type { LiveAct, LiveNews } from './liveProtocol.ts';
import type { Answer, Bill } from './protocol.ts';

export type Told = (app: string | null, event: string, payload: Json) => void;

export interface Live {
  readonly timer: Observable<TimerState>;
  /** The server's time, as well as this window can know it. */
  now(): number;
  /** Resolves when the room has done it; rejects with the SDK's documented error. */
  act(act: LiveAct, bill?: Bill): Promise<Answer>;
  /** Events for the pages of one app, or (null) of all apps. */
  onTold(listener: Told): Disposer;
}

export interface LiveOptions {
  readonly clock: Clock;
  readonly ask: Live['act'];
}

export function createLiveCopy({ clock, ask }: LiveOptions) {
  const timer = observable<TimerState>(noTimer);
  const listeners = new Set<Told>();
  /**
   * Milliseconds to add to this machine's clock. A message's way only ever makes the difference look smaller, so of
   * all that were heard on this connection the largest is nearest to the truth.
   */
  let offset: number | undefined;

  const live: Live = {
    timer,
    now: () => clock.now() + (offset ?? 0),
    act: ask,
    onTold(listener) {
      listeners.add(listener);
      return once(() => listeners.delete(listener));
    },
  };

  return {
    live,
    heard(news: LiveNews): void {
      switch (news.news) {
        case 'timer': {
          const seen = news.now - clock.now();
          offset = offset === undefined ? seen : Math.max(offset, seen);
          timer.set(news.timer);
          return;
        }
        case 'told':
          for (const listener of [...listeners]) listener(news.app, news.event, news.payload);
          return;
        default:
          news satisfies never;
      }
    },
    /** A new connection: the machine may have slept, or its clock may have been set. */
    connected(): void {
      offset = undefined;
    },
  };
}
