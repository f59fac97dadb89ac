/** A person's connection to a board from the outside: over a real WebSocket, from Node or from a page. */
import type { Clock } from '../base/clock.ts';
import { systemClock } from '../base/systemClock.ts';
import { connectBoard } from './client/boardClient.ts';
import type { BoardClient } from './client/client.ts';
import { type SocketLike, socketWire, wireAddress } from './client/wire.ts';
import type { SomeSwitches } from './switches.ts';

export interface JoinOptions {
  /** Of the board server, `http://localhost:3000`. */
  readonly url: string;
  readonly board: string;
  readonly user: string;
  readonly switches?: SomeSwitches;
  readonly clock?: Clock;
  /** Default: the global one. */
  readonly Socket?: new (
    url: string,
  ) => SocketLike;
}

/** `randomUUID` is missing on pages that came over plain http from another machine; this is not. */
const unguessable = (): string =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export function joinClient(options: JoinOptions): BoardClient {
  const { url, board, user, switches, clock = systemClock, Socket = globalThis.WebSocket } = options;
  return connectBoard({
    board,
    user,
    clock,
    ...(switches ? { switches } : {}),
    wire: socketWire(wireAddress(url), Socket),
    window: unguessable(),
    random: Math.random,
  });
}
