/** What the live parts of a room (timer, sessions, attention, votes) get from it, and no more. */
import type { Disposer } from '../../../base/disposer.ts';
import type { Json } from '../../../base/json.ts';
import type { LiveNews } from '../../client/liveProtocol.ts';
import type { Answer } from '../../client/protocol.ts';
import { type Refusal, Refused } from '../../model/refusal.ts';
import type { Switches } from '../../switches.ts';

/** One window on the board. */
export interface LiveSeat {
  /** The same after a lost connection; see `Hello`. */
  readonly window: string;
  readonly userId: string;
  readonly name: string;
  switches(): Switches;
  tell(news: LiveNews): void;
}

export interface LivePorts {
  now(): number;
  newId(): string;
  after(delay: number, task: () => void): Disposer;
  /** Everybody's windows. */
  seats(): readonly LiveSeat[];
  isItem(id: string): boolean;
  /** What outlives the server, by name. */
  readonly kept: ReadonlyMap<string, Json>;
  /** Undefined takes it away. Throws when it cannot be stored. */
  keep(name: string, value: Json | undefined): void;
  /** The app's token for this person. */
  idToken(app: string, userId: string): Promise<string>;
}

export type LiveAnswer = Answer | Refusal | Promise<Answer | Refusal>;

export const done: Answer = { ids: [] };

/** Milliseconds in which a window that lost its connection, or was reloaded, comes back as the same person. */
export const returning = 10_000;

export const onlyPaid = (feature: string): Refusal => ({
  group: 'rights',
  message: `This feature is only on paid plans: ${feature}.`,
});

export const onlyEditors: Refusal = {
  group: 'rights',
  message: 'You may only view this board: this needs the right to edit.',
};

/** What the model refuses (see refusal.ts) becomes an answer. */
export function refusing(work: () => Answer): Answer | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
