/** The boards that are open now, each with its room. A board has at most one room, which is its only authority. */

import type { Store } from '../store.ts';
import type { RoomPorts } from './ports.ts';
import { createRoom, type Room } from './room.ts';

export interface RoomsPorts
  extends Pick<RoomPorts, 'ledger' | 'now' | 'newId' | 'switches' | 'after' | 'epoch' | 'idToken'> {
  readonly store: Store;
}

export type Rooms = ReturnType<typeof createRooms>;

export function createRooms({ store, epoch, ...ports }: RoomsPorts) {
  const rooms = new Map<string, Room>();
  /** A board that was deleted and made again under its id must not be taken for the old one. */
  let deleted = 0;

  return {
    find: (board: string): Room | undefined => rooms.get(board),
    /** Undefined where the board would be one too many. */
    open(board: string): Room | undefined {
      const found = rooms.get(board);
      if (found) return found;
      const at = new Date(ports.now()).toISOString();
      const kept = store.load(board, at);
      if (!kept) return undefined;
      const room = createRoom({
        ...ports,
        ...kept,
        board,
        epoch: `${epoch}${deleted || ''}`,
        commit: (changes, number, at) => store.commit(board, changes, number, at),
        keep: (name, value) => store.keep(board, name, value, at),
      });
      rooms.set(board, room);
      return room;
    },
    /** Lets go of a room that nobody is in and nothing was ever stored from: addresses alone keep nothing alive. */
    leave(board: string): void {
      if (rooms.get(board)?.people().length === 0 && !store.has(board)) rooms.delete(board);
    },
    /** The server ends; what rooms had still to do later is left. */
    dispose(): void {
      for (const room of rooms.values()) room.dispose();
    },
    /** The board is gone; whoever has it open is told and sent away. */
    remove(board: string, message: string): void {
      deleted += 1;
      const room = rooms.get(board);
      rooms.delete(board);
      room?.close(message);
    },
  };
}
