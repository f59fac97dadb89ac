/**
 * One board and everybody on it: the authority that orders all commands. Each is checked and carried out on the
 * model, stored, told to every window, and only then answered. Knows nothing of sockets, files or timers.
 */
import type { Peer } from '../../client/peer.ts';
import type { Answer, FromRoom, FromWindow, Happening, Hello } from '../../client/protocol.ts';
import { carryOut } from '../../model/carryOut.ts';
import type { Command } from '../../model/command.ts';
import { draftOf } from '../../model/draft.ts';
import { stepOf, takeBack } from '../../model/history.ts';
import type { Refusal } from '../../model/refusal.ts';
import { apply, type Change, isVisible, valueKey } from '../../model/state.ts';
import { readSwitches, type Switches, writeSwitches } from '../../switches.ts';
import { createLive } from '../live/live.ts';
import type { LiveSeat } from '../live/ports.ts';
import { createDoing } from './doing.ts';
import { createHappenings } from './happenings.ts';
import { createHistories } from './histories.ts';
import { tidyName, userIdOf } from './people.ts';
import type { RoomPorts } from './ports.ts';
import { answerTo } from './questions.ts';

const mostWatches = 1000;
const mostWindows = 400;

export type Room = ReturnType<typeof createRoom>;

interface Seat {
  hello: Hello;
  readonly connection: string;
  readonly userId: string;
  readonly watches: Set<string>;
  readonly send: (message: FromRoom) => void;
  readonly live: LiveSeat;
  peer: Peer;
}

type Stored = Extract<Change, { what: 'stored' }>;

export function createRoom(ports: RoomPorts) {
  const { state, board } = ports;
  const seats = new Map<string, Seat>();
  const happenings = createHappenings(ports.epoch, state);
  const histories = createHistories();
  let number = ports.number;
  let updatedAt = ports.updatedAt;
  let connections = 0;
  let name = ports.name ?? '';

  const switchesOf = (seat: Seat): Switches => ({
    ...ports.switches(),
    ...readSwitches(seat.hello.switches),
  });
  const othersOf = (connection: string): Peer[] =>
    [...seats.values()].filter((seat) => seat.connection !== connection).map(({ peer }) => peer);
  const tellAll = (message: FromRoom) => {
    for (const seat of seats.values()) seat.send(message);
  };
  const tellPeers = () => {
    for (const seat of seats.values()) seat.send({ say: 'peers', peers: othersOf(seat.connection) });
  };

  const live = createLive({
    now: ports.now,
    newId: ports.newId,
    after: ports.after,
    seats: () => [...seats.values()].map((seat) => seat.live),
    isItem: (id) => state.items.has(id),
    kept: ports.kept,
    keep: ports.keep,
    idToken: ports.idToken,
  });
  live.start();

  /** Stores, applies and tells. Throws when storing fails, and then nothing has changed. */
  function accept(seat: Seat, by: 'hand' | 'app', how: Happening['how'], changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const visible = changes.filter(isVisible);
    const next = visible.length > 0 ? number + 1 : number;
    const at = new Date(ports.now()).toISOString();
    ports.commit(changes, next, at);
    number = next;
    updatedAt = at;
    for (const change of changes) apply(state, change);
    if (visible.length > 0) {
      const { connection, userId } = seat;
      const happening: Happening = { number, connection, userId, by, how, changes: visible };
      happenings.add(happening);
      const message: FromRoom = { say: 'happened', happening };
      // The others first: whoever did it knows already, and waits for the answer.
      for (const other of seats.values()) if (other !== seat) other.send(message);
      seat.send(message);
    }
    for (const change of changes) if (change.what === 'stored') tellWatchers(seat, change);
  }

  function tellWatchers(from: Seat, change: Stored): void {
    const key = valueKey(change.app, change.collection, change.key);
    const message = storedMessage(change);
    const { storedelay } = switchesOf(from);
    for (const seat of seats.values()) {
      if (!seat.watches.has(key)) continue;
      if (storedelay > 0 && seat !== from) ports.after(storedelay, () => seat.send(message));
      else seat.send(message);
    }
  }

  function obey(seat: Seat, command: Command, by: 'hand' | 'app', app: string | undefined): Answer | Refusal {
    const switches = switchesOf(seat);
    if (switches.access === 'view')
      return {
        group: 'rights',
        message: 'You may only view this board: changing it needs the right to edit.',
      };
    const at = ports.now();
    const now = new Date(at).toISOString();
    if (command.do === 'undo' || command.do === 'redo') return timeTravel(seat, command.do, by, now);
    const outcome = carryOut(state, command, {
      rules: { inside: switches.inside, adopt: switches.adopt, childMoves: switches.childmove },
      userId: seat.userId,
      by,
      app,
      now,
      newId: ports.newId,
    });
    if (!outcome.ok) return outcome.error;
    const { changes, ids, values } = outcome.value;
    const step = stepOf(state, changes);
    accept(seat, by, howOf(command), changes);
    if (step)
      histories.of(seat.userId).did(step, { at, from: `${seat.connection} ${by} ${command.do}`, ids });
    return values ? { ids, values } : { ids };
  }

  function timeTravel(seat: Seat, way: 'undo' | 'redo', by: 'hand' | 'app', now: string): Answer {
    const history = histories.of(seat.userId);
    for (let step = history.take(way); step; step = history.take(way)) {
      const draft = draftOf(state);
      takeBack(draft, step, now, seat.userId);
      const changes = draft.changes();
      const back = stepOf(state, changes);
      if (!back) continue;
      accept(seat, by, 'change', changes);
      history.took(way, back);
      return { ids: [...back.items.keys()], did: true };
    }
    return { ids: [], did: false };
  }

  const { once } = createDoing({
    charge(seat: Seat, bill) {
      const switches = switchesOf(seat);
      const payer = switches.budget === 'user' ? seat.userId : `board ${board}`;
      return ports.ledger.charge(bill, payer, switches);
    },
    tell(window, message) {
      for (const seat of seats.values()) if (seat.hello.window === window) seat.send(message);
    },
  });

  function receive(seat: Seat, message: FromWindow) {
    switch (message.say) {
      case 'hello':
        return;
      case 'do':
        return once(seat, message.call, message.bill, () =>
          obey(seat, message.command, message.by, message.bill?.app),
        );
      case 'ask':
        return once(seat, message.call, message.bill, () =>
          answerTo(message.question, {
            state,
            createdAt: ports.createdAt,
            updatedAt,
            history: histories.of(seat.userId),
          }),
        );
      case 'broadcast':
        return once(seat, message.call, message.bill, () => {
          const { app, name, payload } = message;
          const heard: FromRoom = {
            say: 'broadcast',
            app,
            name,
            ...(payload === undefined ? {} : { payload }),
          };
          for (const other of seats.values()) if (other !== seat) other.send(heard);
          return { ids: [] };
        });
      case 'live':
        return once(seat, message.call, message.bill, () => live.act(seat.live, message.act));
      case 'watch': {
        const { app, collection, key } = message;
        if (seat.watches.size >= mostWatches) return;
        seat.watches.add(valueKey(app, collection, key));
        const stored = state.stored.get(valueKey(app, collection, key));
        if (stored) seat.send(storedMessage({ what: 'stored', app, collection, key, stored }));
        return;
      }
      case 'unwatch':
        seat.watches.delete(valueKey(message.app, message.collection, message.key));
        return;
      case 'switches':
        seat.hello = { ...seat.hello, switches: message.switches };
        return;
      case 'present':
        seat.peer = { ...seat.peer, selection: message.selection, cursor: message.cursor };
        for (const other of seats.values()) if (other !== seat) other.send({ say: 'peer', peer: seat.peer });
        live.present(seat.live, message.cursor, message.viewport);
        return;
      case 'ping':
        return seat.send({ say: 'pong' });
      default:
        message satisfies never;
    }
  }

  return {
    /** Lets a window in; undefined when the room is full. */
    join(hello: Hello, send: (message: FromRoom) => void) {
      // A window that comes back before its old connection was missed takes that one's place.
      for (const [key, old] of seats) if (old.hello.window === hello.window) seats.delete(key);
      if (seats.size >= mostWindows) return undefined;
      connections += 1;
      const connection = `${ports.epoch.slice(0, 8)}-${connections}`;
      const user = tidyName(hello.user);
      const userId = userIdOf(user);
      const peer: Peer = { connection, userId, name: user, selection: [], cursor: null };
      const own: LiveSeat = {
        window: hello.window,
        userId,
        name: user,
        switches: () => switchesOf(seat),
        tell: (news) => send({ say: 'live', live: news }),
      };
      const seat: Seat = { hello, connection, userId, send, live: own, watches: new Set(), peer };
      seats.set(connection, seat);
      send({
        say: 'welcome',
        connection,
        userId,
        name: user,
        boardName: name || board,
        access: switchesOf(seat).access,
        createdAt: ports.createdAt,
        updatedAt,
        switches: writeSwitches(ports.switches()),
        epoch: ports.epoch,
        number,
        board: happenings.boardFor(hello, number),
        peers: othersOf(connection),
      });
      live.joined(own);
      tellPeers();
      const seated = () => seats.get(connection) === seat;
      return {
        receive: (message: FromWindow) => {
          if (seated()) receive(seat, message);
        },
        leave: () => {
          if (!seated()) return;
          seats.delete(connection);
          live.left(own);
          tellPeers();
        },
      };
    },
    state,
    name: () => name,
    /** Tells the name to every window. Storing it is for whoever calls. */
    rename(next: string): void {
      name = next;
      tellAll({ say: 'board-name', name: next || board });
    },
    /** Names of the people who have the board open. */
    people: (): readonly string[] => [...new Set([...seats.values()].map(({ peer }) => peer.name))],
    /** Sends everybody away, for good. */
    close(message: string): void {
      tellAll({ say: 'goodbye', message });
      seats.clear();
      live.dispose();
    },
    /** No task of this room is left to run. */
    dispose: live.dispose,
  };
}

const storedMessage = ({ app, collection, key, stored }: Stored): FromRoom => ({
  say: 'stored',
  app,
  collection,
  key,
  version: stored.version,
  ...(stored.value === undefined ? {} : { value: stored.value }),
});

const howOf = (command: Command): Happening['how'] => {
  if (command.do === 'create') return command.copyOf?.some((id) => id !== null) ? 'copy' : 'create';
  return command.do === 'remove' ? 'remove' : 'change';
};
