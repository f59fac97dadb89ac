/** A window that loses its connection: what it missed arrives, and nothing it asked for is done twice. */
import { describe, expect, test } from 'vitest';
import { connectBoard } from '../../src/local-board/client/boardClient.ts';
import type { FromWindow } from '../../src/local-board/client/protocol.ts';
import type { OpenWire, WireEvents } from '../../src/local-board/client/wire.ts';
import { manualClock } from '../../src/local-board/manualClock.ts';
import { emptyBoard } from '../../src/local-board/model/state.ts';
import { createLedger } from '../../src/local-board/server/room/credits.ts';
import { createRoom } from '../../src/local-board/server/room/room.ts';
import { usualSwitches } from '../../src/local-board/switches.ts';

/** A room and a network on which the test decides what is lost. */
function network() {
  const clock = manualClock(0);
  let ids = 0;
  let epoch = 1;
  const state = emptyBoard();
  const newRoom = () =>
    createRoom({
      board: 'b',
      state,
      createdAt: '',
      updatedAt: '',
      number: 0,
      epoch: `epoch ${epoch++}`,
      ledger: createLedger(clock.now),
      now: clock.now,
      newId: () => String(++ids),
      commit: () => {},
      switches: () => usualSwitches,
      after: (delay, task) => clock.after(delay, task),
      kept: new Map(),
      keep() {},
      idToken: async () => 'none',
    });
  let room = newRoom();
  const lines = new Set<{ cut(): void }>();
  let deaf = false;

  const wire: OpenWire = (events: WireEvents) => {
    let seat: ReturnType<typeof room.join>;
    let open = true;
    const later = (task: () => void) => void Promise.resolve().then(() => open && task());
    const line = {
      cut() {
        if (!open) return;
        open = false;
        lines.delete(line);
        seat?.leave();
        events.closed();
      },
    };
    lines.add(line);
    later(events.opened);
    return {
      send: (text) =>
        later(() => {
          const message = JSON.parse(text) as FromWindow;
          if (message.say !== 'hello') return seat?.receive(message);
          seat = room.join(message, (reply) => {
            if (!deaf) later(() => events.received(JSON.stringify(reply)));
          });
        }),
      close: line.cut,
    };
  };

  return {
    clock,
    state,
    /** Requests arrive, answers are lost. */
    set deaf(is: boolean) {
      deaf = is;
    },
    cut: () => {
      for (const line of [...lines]) line.cut();
    },
    restart() {
      room = newRoom();
    },
    async join(user: string) {
      const client = connectBoard({
        board: 'b',
        user,
        wire,
        clock,
        window: `window of ${user}`,
        random: () => 0,
      });
      await client.ready();
      return client;
    },
    async settle() {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    },
  };
}

describe('after a lost connection', () => {
  test('a call whose answer was lost is answered, and done once', async () => {
    const net = network();
    const erin = await net.join('Erin Example');
    net.deaf = true;
    const creating = erin.create([{ type: 'text', content: 'once' }]);
    await net.settle();
    expect(net.state.items.size).toBe(1);
    net.cut();
    net.deaf = false;
    await net.clock.advance(10_000);
    expect(await creating).toMatchObject([{ content: 'once' }]);
    expect([net.state.items.size, erin.contents.get().items.size]).toEqual([1, 1]);
  });

  test('a call made while it was away is sent when it is back', async () => {
    const net = network();
    const erin = await net.join('Erin Example');
    erin.setOnline('no');
    expect(erin.connection.get()).toBe('offline');
    const creating = erin.create([{ type: 'text' }]);
    await net.clock.advance(5000);
    erin.setOnline('yes');
    expect(await creating).toHaveLength(1);
  });

  test('a call that waited ten seconds in vain is refused, and never done later', async () => {
    const net = network();
    const erin = await net.join('Erin Example');
    erin.setOnline('no');
    const creating = erin.create([{ type: 'text' }]).catch((error: Error) => error.message);
    await net.clock.advance(10_000);
    expect(await creating).toBe('The board cannot be reached. Nothing was changed.');
    erin.setOnline('yes');
    await net.settle();
    expect(net.state.items.size).toBe(0);
  });

  test('after a restart of the server, what was under way is in doubt and says so', async () => {
    const net = network();
    const erin = await net.join('Erin Example');
    net.deaf = true;
    const creating = erin.create([{ type: 'text' }]).catch((error: Error) => error.message);
    await net.settle();
    net.cut();
    net.restart();
    net.deaf = false;
    await net.clock.advance(5000);
    expect(await creating).toBe(
      'The connection to the board was lost; it is not known whether this was done.',
    );
    expect(erin.contents.get().items.size).toBe(1);
  });

  test('what others did meanwhile arrives, and is told like everything that happens', async () => {
    const net = network();
    const erin = await net.join('Erin Example');
    const max = await net.join('Max Example');
    const heard: number[] = [];
    erin.onHappening(({ number }) => heard.push(number));
    await max.create([{ type: 'text' }]);
    erin.setOnline('no');
    const [note] = await max.create([{ type: 'sticky_note' }]);
    await max.update([{ id: note?.id ?? '', content: 'new' }]);
    erin.setOnline('yes');
    await net.settle();
    expect(heard).toEqual([1, 2, 3]);
    expect([...erin.contents.get().items]).toEqual([...max.contents.get().items]);
  });

  test('a followed value that changed meanwhile arrives once', async () => {
    const net = network();
    const erin = await net.join('Erin Example');
    const max = await net.join('Max Example');
    const at = { app: 'a', collection: 'c', key: 'k' };
    const heard: unknown[] = [];
    erin.watch(at, (value, version) => heard.push([value, version]));
    await max.perform({ do: 'store', ...at, value: 1 });
    erin.setOnline('no');
    await max.perform({ do: 'store', ...at, value: 2 });
    await max.perform({ do: 'store', ...at, value: 3 });
    erin.setOnline('yes');
    await net.settle();
    net.cut();
    await net.clock.advance(10_000);
    expect(heard).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  test('a storm of reconnects ends with everybody there once', async () => {
    const net = network();
    const people = [];
    for (let index = 0; index < 20; index += 1) people.push(await net.join(`Person ${index} Example`));
    for (let round = 0; round < 10; round += 1) {
      net.cut();
      await net.clock.advance(round * 37);
    }
    await net.clock.advance(20_000);
    expect(people.map(({ connection, others }) => [connection.get(), others.get().length])).toEqual(
      people.map(() => ['live', 19]),
    );
  });
});
