/**
 * What crosses the wire about people working together at the same time: the timer. None of it
 * changes the board's contents, and none of it is on anybody's undo.
 */
import type { Json } from '../../base/json.ts';
import type { TimerState, TimerStep } from '../model/timer.ts';

/** What a window asks for; answered like any call. */
export type LiveAct =
  | { readonly do: 'timer'; readonly step: TimerStep }
  | { readonly do: 'timer-get' }
  | { readonly do: 'id-token'; readonly app: string };

/** What the room tells of by itself. */
export type LiveNews =
  /** `now` is the server's time as it sends this; windows' clocks differ. */
  | { readonly news: 'timer'; readonly timer: TimerState; readonly now: number }
  /** For the pages of one app, or of all of them, in this window. */
  | { readonly news: 'told'; readonly app: string | null; readonly event: string; readonly payload: Json };
