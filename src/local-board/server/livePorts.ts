/** What the live parts of a room (timer, sessions, attention, votes) get from it, and no more. */
import type { Disposer } from '../../base/disposer.ts';
import type { Json } from '../../base/json.ts';
import type { LiveNews } from '../client/liveProtocol.ts';
import type { Answer } from '../client/protocol.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Switches } from '../switches.ts';

/** One window on the board. */
export interface LiveSeat {
  readonly connection: string;
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
  /** What outlives the server, by name. */
  readonly kept: ReadonlyMap<string, Json>;
  /** Undefined takes it away. Throws when it cannot be stored. */
  keep(name: string, value: Json | undefined): void;
  /** The app's token for this person. */
  idToken(app: string, userId: string): Promise<string>;
}

export type LiveAnswer = Answer | Refusal | Promise<Answer | Refusal>;

export const done: Answer = { ids: [] };

export const onlyPaid = (feature: string): Refusal => ({
  group: 'rights',
  message: `This feature is only on paid plans: ${feature}.`,
});

export const onlyEditors: Refusal = {
  group: 'rights',
  message: 'You may only view this board: this needs the right to edit.',
};
