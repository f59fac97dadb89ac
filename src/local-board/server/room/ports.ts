/** What one board's room needs of the world around it. */
import type { Disposer } from '../../../base/disposer.ts';
import type { Json } from '../../../base/json.ts';
import type { BoardState, Change } from '../../model/state.ts';
import type { Switches } from '../../switches.ts';
import type { Ledger } from './credits.ts';

export interface RoomPorts {
  readonly board: string;
  /** What people call it; empty while nobody has named it. */
  readonly name?: string;
  readonly state: BoardState;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Number of the last happening ever stored. */
  readonly number: number;
  /** Unguessable and new for each start of the server. */
  readonly epoch: string;
  readonly ledger: Ledger;
  now(): number;
  newId(): string;
  /** Stores all of these or throws; returns when they are safe. */
  commit(changes: readonly Change[], number: number, at: string): void;
  /** The server's own switches; a window's address may say otherwise for itself. */
  switches(): Switches;
  /** Runs later; the disposer cancels it. */
  after(delay: number, task: () => void): Disposer;
  /** What lies beside the board and outlives the server, by name. */
  readonly kept: ReadonlyMap<string, Json>;
  /** Stores it, or takes it away, or throws. */
  keep(name: string, value: Json | undefined): void;
  /** The app's token for this person (see ../apps/idToken.ts). */
  idToken(app: string, userId: string): Promise<string>;
}
