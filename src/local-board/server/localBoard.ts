/**
 * The local board as a server: pages over HTTP, boards over WebSocket, everything kept in one SQLite file. It binds
 * to this machine only unless told otherwise; whoever can reach it may read and write every board on it.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Clock } from '../../base/clock.ts';
import { systemClock } from '../../base/systemClock.ts';
import { largestMessage } from '../client/protocol.ts';
import { type SomeSwitches, usualSwitches } from '../switches.ts';
import { appIdentities } from './apps/appIdentities.ts';
import { type AppIdentity, signIdToken } from './apps/idToken.ts';
import { createAttendant } from './attend.ts';
import { createBoards } from './boards/boards.ts';
import { createBoardsHttp } from './boards/boardsHttp.ts';
import { type Bounds, usualBounds } from './bounds.ts';
import { servedFiles } from './http/files.ts';
import { createHttp } from './http/http.ts';
import { createImages } from './pictures.ts';
import { inAddress, isEverywhere, reachWords } from './reach.ts';
import { createLedger } from './room/credits.ts';
import { createRooms } from './room/rooms.ts';
import { openStore } from './store.ts';

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
  /** Client id and secret by the app's origin; what is not given is made up and kept (see appIdentities.ts). */
  readonly apps?: Readonly<Record<string, Partial<AppIdentity>>>;
  readonly switches?: SomeSwitches;
  readonly clock?: Clock;
  readonly bounds?: Partial<Bounds>;
}

export interface LocalBoard {
  /** Without a slash at the end. */
  readonly url: string;
  /** What is different because other machines reach it, in words; undefined when none do. */
  readonly warning: string | undefined;
  close(): Promise<void>;
}

export async function startLocalBoard(options: LocalBoardOptions): Promise<LocalBoard> {
  const clock = options.clock ?? systemClock;
  const host = options.host ?? '127.0.0.1';
  const switches = { ...usualSwitches, ...options.switches };
  const bounds = { ...usualBounds, ...options.bounds };
  const store = openStore(options.dataDir, bounds.boards);
  const ledger = createLedger(clock.now);
  const epoch = randomUUID();
  const identityOf = appIdentities(options.dataDir, options.apps);
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
    idToken: async (app, userId) => signIdToken({ app: identityOf(app), userId, now: clock.now() }),
  });
  const images = createImages(store);
  const boards = createBoards({
    store,
    images,
    rooms,
    newId,
    now: clock.now,
    // No sign that a file system or an address reads in a way of its own.
    newBoardId: () => `uX${randomBytes(8).toString('hex')}`,
  });

  const names = new Set(['localhost', '127.0.0.1', '[::1]', inAddress(host)]);
  /** A page elsewhere could otherwise reach this server through a name of its own. */
  const isOwnHost = (header: string | undefined): boolean => {
    if (isEverywhere(host)) return true;
    const name = header === undefined ? undefined : URL.parse(`http://${header}`)?.hostname;
    return name !== undefined && names.has(name);
  };

  const server = createServer(
    createHttp({
      isOwnHost,
      boards: createBoardsHttp(boards, images),
      image: images.send,
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
  // Pages load over lines of their own, a few a window.
  server.maxConnections = 2 * bounds.windows + 100;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });

  const attend = createAttendant({ clock, pace: bounds.pace, store, rooms });

  server.on('upgrade', (request, socket, head) => {
    const { origin, host: named } = request.headers;
    const path = URL.parse(`http://board${request.url ?? '/'}`)?.pathname;
    // Only pages of this server may open a wire; programs on this machine send no Origin.
    const ours = isOwnHost(named) && (origin === undefined || URL.parse(origin)?.host === named);
    const refused =
      path !== '/live'
        ? '404 Not Found'
        : !ours
          ? '403 Forbidden'
          : // The window tries again by itself.
            sockets.clients.size >= bounds.windows
            ? '503 Service Unavailable'
            : undefined;
    if (refused) return void socket.end(`HTTP/1.1 ${refused}\r\n\r\n`);
    sockets.handleUpgrade(request, socket, head, attend);
  });

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
  const url = `http://${inAddress(host)}:${port}`;

  let closing: Promise<void> | undefined;
  return {
    url,
    warning: reachWords(host, url),
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
