/** One window's line to the server: it must greet, keep to its pace, talk sense and stay awake; then it has a seat. */
import type { WebSocket } from 'ws';
import type { Clock } from '../../base/clock.ts';
import { type Disposer, once } from '../../base/disposer.ts';
import { type FromRoom, type Hello, protocolVersion } from '../client/protocol.ts';
import { deletedWords } from './boards/boards.ts';
import { type Pace, paced } from './pace.ts';
import { isBoardId, readMessage } from './room/messages.ts';
import type { Room } from './room/room.ts';
import type { Rooms } from './room/rooms.ts';
import type { Store } from './store.ts';

/** Bytes waiting for one slow window, beyond which it is let go; it comes back for a fresh copy. */
const mostWaiting = 32 * 1024 * 1024;
/** A window must say hello within this time. Milliseconds. */
const helloTime = 10_000;
/** Who does not answer a ping within this time is gone, though the line may still look open. Milliseconds. */
const heartbeat = 30_000;
/** Messages that are none of ours before a window is let go. */
const mostNonsense = 20;

export interface AttendPorts {
  readonly clock: Clock;
  readonly pace: Pace;
  readonly store: Store;
  readonly rooms: Rooms;
}

export function createAttendant({ clock, pace, store, rooms }: AttendPorts) {
  /** What happened is told to every window in the same words; they are written once. */
  const texts = new WeakMap<FromRoom, string>();
  const textOf = (message: FromRoom): string => {
    const text = texts.get(message) ?? JSON.stringify(message);
    texts.set(message, text);
    return text;
  };

  return (socket: WebSocket): void => {
    let seat: ReturnType<Room['join']>;
    let board: string | undefined;
    let nonsense = 0;
    const send = (message: FromRoom) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostWaiting) return socket.terminate();
      socket.send(textOf(message));
      if (message.say === 'goodbye') socket.close();
    };
    const goodbye = (message: string) => send({ say: 'goodbye', message });

    const late = clock.after(helloTime, () => socket.terminate());
    let answered = true;
    let beat: Disposer = () => {};
    const beats = () => {
      if (!answered) return socket.terminate();
      answered = false;
      socket.ping();
      beat = clock.after(heartbeat, beats);
    };
    beat = clock.after(heartbeat, beats);

    /** Resolved into a seat, or sent away with a reason. */
    function greeted(hello: Hello) {
      late();
      if (hello.version !== protocolVersion)
        return goodbye('This page is from another version of the local board. Reload it.');
      if (!isBoardId(hello.board))
        return goodbye('A board is named with letters, digits, - and _, at most 64 of them.');
      // Something had happened on the board when this window last saw it, and now it is not even there.
      if (hello.since && hello.since.number > 0 && !store.has(hello.board)) return goodbye(deletedWords);
      const room = rooms.open(hello.board);
      if (!room) return goodbye(store.fullWords);
      board = hello.board;
      seat = room.join(hello, send);
      if (!seat) goodbye('This board is full. Close another window and reload.');
    }

    /** A message as text; undefined when it came as bytes. */
    function hear(text: string | undefined) {
      const read = text === undefined ? { call: undefined } : readMessage(text);
      if ('message' in read) {
        if (seat) seat.receive(read.message);
        else if (read.message.say === 'hello') greeted(read.message);
        return;
      }
      nonsense += 1;
      if (nonsense > mostNonsense) return goodbye('This window sent too much that the board cannot read.');
      if (read.call === undefined) return;
      const message = 'The board does not understand this call.';
      send({ say: 'refused', call: read.call, refusal: { group: 'input', message } });
    }

    const line = paced(pace, clock, {
      handle: hear,
      pause: () => socket.pause(),
      resume: () => socket.resume(),
    });
    socket.on('pong', () => {
      answered = true;
    });
    socket.on('message', (data, isBinary) => {
      // Who says something is there; its pong may be waiting behind what it says.
      answered = true;
      const text = isBinary ? undefined : String(data);
      line.push(text, text?.length ?? 0);
    });
    const leave = once(() => {
      late();
      beat();
      line.dispose();
      seat?.leave();
      if (board !== undefined) rooms.leave(board);
    });
    socket.on('close', leave);
    // The socket closes by itself after an error (too large a message, a reset); that is handled above.
    socket.on('error', leave);
  };
}
