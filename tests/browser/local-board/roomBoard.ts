/** A board in this page: the real room and the real client, joined by a wire without a network. Nothing is stored. */
import type { Clock } from '../../../src/base/clock.ts';
import { systemClock } from '../../../src/base/systemClock.ts';
import { connectBoard } from '../../../src/local-board/client/boardClient.ts';
import type { BoardClient } from '../../../src/local-board/client/client.ts';
import type { OpenWire } from '../../../src/local-board/client/wire.ts';
import { type ItemData, isPlaced, type PlacedItem } from '../../../src/local-board/model/item.ts';
import { emptyBoard } from '../../../src/local-board/model/state.ts';
import { createLedger } from '../../../src/local-board/server/room/credits.ts';
import { readMessage } from '../../../src/local-board/server/room/messages.ts';
import { createRoom } from '../../../src/local-board/server/room/room.ts';
import { type SomeSwitches, usualSwitches } from '../../../src/local-board/switches.ts';

export interface RoomBoard {
  join(user: string, switches?: SomeSwitches): Promise<BoardClient>;
  /** The stored item, which has a place of its own. */
  get(id: string): PlacedItem;
  all(): readonly ItemData[];
  rename(name: string): void;
  close(message: string): void;
}

export function roomBoard(clock: Clock = systemClock, switches: SomeSwitches = {}): RoomBoard {
  const started = new Date(clock.now()).toISOString();
  let last = 0;
  let windows = 0;
  const room = createRoom({
    board: 'test',
    state: emptyBoard(),
    createdAt: started,
    updatedAt: started,
    number: 0,
    epoch: 'epoch-of-the-test',
    ledger: createLedger(clock.now),
    now: clock.now,
    newId() {
      last += 1;
      return String(last);
    },
    commit() {},
    switches: () => ({ ...usualSwitches, ...switches }),
    after: (delay, task) => clock.after(delay, task),
    kept: new Map(),
    keep() {},
    idToken: async () => 'none',
  });

  const wire: OpenWire = (events) => {
    let seat: ReturnType<typeof room.join>;
    let closed = false;
    const later = (task: () => void) => queueMicrotask(() => closed || task());
    later(() => events.opened());
    return {
      send(text) {
        const read = readMessage(text);
        if (!('message' in read)) throw new Error(`The room cannot read: ${text}`);
        const { message } = read;
        if (message.say === 'hello')
          seat = room.join(message, (reply) => later(() => events.received(JSON.stringify(reply))));
        else seat?.receive(message);
      },
      close() {
        if (closed) return;
        closed = true;
        seat?.leave();
        events.closed();
      },
    };
  };

  return {
    async join(user, switches) {
      windows += 1;
      const client = connectBoard({
        board: 'test',
        user,
        wire,
        clock,
        window: `window-${windows}`,
        random: () => 0.5,
        ...(switches ? { switches } : {}),
      });
      await client.ready();
      return client;
    },
    get(id) {
      const item = room.state.items.get(id);
      if (!isPlaced(item)) throw new Error(`The board has no item ${id} with a place.`);
      return item;
    },
    all: () => [...room.state.items.values()],
    rename: room.rename,
    close: room.close,
  };
}
