/** The boards that the SDK contract runs on: the one in memory, and a real server over WebSockets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JoinedBoard, joinBoard } from '../../src/local-board/joinBoard.ts';
import { manualClock } from '../../src/local-board/manualClock.ts';
import { memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { startLocalBoard } from '../../src/local-board/server/localBoard.ts';
import type { SomeSwitches } from '../../src/local-board/switches.ts';

export type Person = Pick<JoinedBoard, 'miro' | 'client' | 'host' | 'screen' | 'page'>;

export interface Boards {
  join(user: string, options?: { app?: string; switches?: SomeSwitches }): Promise<Person>;
  advance(milliseconds: number): Promise<void>;
  /** Every message under way has arrived everywhere. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export type OpenBoards = (switches?: SomeSwitches) => Promise<Boards>;

export const inMemory: OpenBoards = async (switches = {}) => {
  const board = memoryBoard({ switches });
  return {
    join: (user, options) => board.join(user, options),
    advance: (milliseconds) => board.clock.advance(milliseconds),
    settled: board.settled,
    close: async () => board.dispose(),
  };
};

/** Milliseconds; shorter than any wait for an answer. */
const heartbeatStep = 10_000;

export const onServer: OpenBoards = async (switches = {}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-board-'));
  const clock = manualClock(Date.UTC(2026, 0, 5, 9));
  const server = await startLocalBoard({ port: 0, dataDir, pageDir: dataDir, switches, clock });
  const people: JoinedBoard[] = [];
  const settled = async () => {
    // Two rounds: what one answer sets off in another window has arrived with that window's next answer. A window
    // whose address slows it down is no matter here: this asks the client, not the host.
    for (let round = 0; round < 2; round += 1)
      for (const { client } of people)
        if (client.connection.get() === 'live') await client.ask({ ask: 'nothing' });
  };
  return {
    async join(user, { app = 'http://localhost:3001/', switches: own } = {}) {
      const person = await joinBoard({
        url: server.url,
        board: 'contract',
        user,
        app,
        clock,
        ...(own ? { switches: own } : {}),
      });
      people.push(person);
      return person;
    },
    async advance(milliseconds) {
      await settled();
      // In steps, so that the answer to a heartbeat, which comes over a real wire, has time to arrive.
      for (let left = milliseconds; left > 0; left -= heartbeatStep) {
        await clock.advance(Math.min(left, heartbeatStep));
        await settled();
      }
    },
    settled,
    async close() {
      for (const person of people) await person.close();
      await server.close();
      rmSync(dataDir, { recursive: true });
    },
  };
};
