/**
 * The local board as a server: pages over HTTP, boards over WebSocket, everything kept in one SQLite file. It binds
 * to this machine only unless told otherwise; whoever can reach it may read and write every board on it.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../base/clock.ts';
import { type Disposer, once } from '../../base/disposer.ts';
import { systemClock } from '../../base/systemClock.ts';
import { type FromRoom, largestMessage, protocolVersion } from '../client/protocol.ts';
import { type SomeSwitches, usualSwitches } from '../switches.ts';
import { createBoards, deletedWords } from './boards.ts';
import { createBoardsHttp } from './boardsHttp.ts';
import { createLedger } from './credits.ts';
import { servedFiles } from './files.ts';
import { createHttp } from './http.ts';
import { isBoardId, readMessage } from './messages.ts';
import type { Room } from './room.ts';
import { createRooms } from './rooms.ts';
import { openStore, tooManyBoards } from './store.ts';

export interface LocalBoardOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly dataDir: string;
  /** The built page and SDK (`dist/local-board`). */
  readonly pageDir: string;
  /** Interface to listen on. Default 127.0.0.1: this machine only. */
  readonly host?: string;
  /** Address of the app that a board opens when its own address names none. */
  readonly defaultApp?: string;
  /** How the board calls it; without a name it goes by its host. */
  readonly defaultAppName?: string;
  readonly switches?: SomeSwitches;
  readonly clock?: Clock;
}

export interface LocalBoard {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Bytes waiting for one slow window, beyond which it is let go; it comes back for a fresh copy. */
const mostWaiting = 32 * 1024 * 1024;
const mostConnections = 1000;
/** A window must say hello within this time. Milliseconds. */
const helloTime = 10_000;
/** Who does not answer a ping within this time is gone, though the line may still look open. Milliseconds. */
const heartbeat = 30_000;
/** Messages that are none of ours before a window is let go. */
const mostNonsense = 20;

export async function startLocalBoard(options: LocalBoardOptions): Promise<LocalBoard> {
  const clock = options.clock ?? systemClock;
  const host = options.host ?? '127.0.0.1';
  const switches = { ...usualSwitches, ...options.switches };
  const store = openStore(options.dataDir);
  const ledger = createLedger(clock.now);
  const epoch = randomUUID();
  let files = servedFiles(options.pageDir);
  const newId = () => `34587645${randomInt(1e14).toString().padStart(14, '0')}`;
  const rooms = createRooms({
    store,
    ledger,
    epoch,
    newId,
    now: clock.now,
    switches: () => switches,
    after: (delay, task) => clock.after(delay, task),
  });
  const boards = createBoards({
    store,
    rooms,
    newId,
    now: clock.now,
    // No sign that a file system or an address reads in a way of its own.
    newBoardId: () => `uX${randomBytes(8).toString('hex')}`,
  });

  const names = new Set(['localhost', '127.0.0.1', '[::1]', host]);
  /** A page elsewhere could otherwise reach this server through a name of its own. */
  const isOwnHost = (header: string | undefined): boolean => {
    if (host === '0.0.0.0' || host === '::') return true;
    const name = header === undefined ? undefined : URL.parse(`http://${header}`)?.hostname;
    return name !== undefined && names.has(name);
  };

  const server = createServer(
    createHttp({
      isOwnHost,
      boards: createBoardsHttp(boards),
      settings: () => ({
        defaultApp: options.defaultApp ?? null,
        defaultAppName: options.defaultAppName ?? null,
        switches,
      }),
      files: () => {
        if (!files.has('/index.html')) files = servedFiles(options.pageDir);
        return files;
      },
    }),
  );
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });

  server.on('upgrade', (request, socket, head) => {
    const { origin, host: named } = request.headers;
    const path = URL.parse(`http://board${request.url ?? '/'}`)?.pathname;
    // Only pages of this server may open a wire; programs on this machine send no Origin.
    const welcome =
      isOwnHost(named) &&
      (origin === undefined || URL.parse(origin)?.host === named) &&
      sockets.clients.size < mostConnections;
    if (path !== '/live' || !welcome) {
      socket.end(`HTTP/1.1 ${path === '/live' ? '403 Forbidden' : '404 Not Found'}\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, attend);
  });

  /** What happened is told to every window in the same words; they are written once. */
  const texts = new WeakMap<FromRoom, string>();
  const textOf = (message: FromRoom): string => {
    const text = texts.get(message) ?? JSON.stringify(message);
    texts.set(message, text);
    return text;
  };

  function attend(socket: WebSocket): void {
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
    socket.on('pong', () => {
      answered = true;
    });
    beat = clock.after(heartbeat, beats);
    socket.on('message', (data, isBinary) => {
      const read = isBinary ? { call: undefined } : readMessage(String(data));
      if (!('message' in read)) {
        nonsense += 1;
        if (nonsense > mostNonsense) return goodbye('This window sent too much that the board cannot read.');
        if (read.call !== undefined)
          send({
            say: 'refused',
            call: read.call,
            refusal: { group: 'input', message: 'The board does not understand this call.' },
          });
        return;
      }
      const { message } = read;
      if (seat) return seat.receive(message);
      if (message.say !== 'hello') return;
      late();
      if (message.version !== protocolVersion)
        return goodbye('This page is from another version of the local board. Reload it.');
      if (!isBoardId(message.board))
        return goodbye('A board is named with letters, digits, - and _, at most 64 of them.');
      // Something had happened on the board when this window last saw it, and now it is not even there.
      if (message.since && message.since.number > 0 && !store.has(message.board))
        return goodbye(deletedWords);
      const room = rooms.open(message.board);
      if (!room) return goodbye(tooManyBoards);
      board = message.board;
      seat = room.join(message, send);
      if (!seat) return goodbye('This board is full. Close another window and reload.');
    });
    const leave = once(() => {
      late();
      beat();
      seat?.leave();
      if (board !== undefined) rooms.leave(board);
    });
    socket.on('close', leave);
    // The socket closes by itself after an error (too large a message, a reset); that is handled above.
    socket.on('error', leave);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      store.close();
      if (error.code === 'EADDRINUSE')
        reject(
          new Error(`Port ${options.port} is taken. Set PORT to a free one, or end what uses it.`, {
            cause: error,
          }),
        );
      else if (error.code === 'EACCES')
        reject(
          new Error(`Port ${options.port} may not be used by this user. Set PORT to one above 1023.`, {
            cause: error,
          }),
        );
      else reject(new Error(`The board server could not start: ${error.message}`, { cause: error }));
    });
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const shown =
    host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host.includes(':') ? `[${host}]` : host;

  let closing: Promise<void> | undefined;
  return {
    url: `http://${shown}:${port}`,
    close() {
      closing ??= new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        rooms.dispose();
        server.close(() => {
          store.close();
          resolve();
        });
        server.closeAllConnections();
      });
      return closing;
    },
  };
}
