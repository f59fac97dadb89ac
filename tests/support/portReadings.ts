/**
 * The board port over every reading of what Miro leaves open: each switch of the local board by itself, and the
 * harshest set. A switch that is added is a reading more.
 */
import type { BoardPort } from '../../src/board/port.ts';
import { retrying } from '../../src/board/retrying.ts';
import { memoryBoard } from '../../src/local-board/memoryBoard.ts';
import {
  rangeOf,
  type SomeSwitches,
  type SwitchName,
  switchNames,
  usualSwitches,
} from '../../src/local-board/switches.ts';
import { miroBoard } from '../../src/miro/board.ts';
import { countedCalls } from '../../src/miro/calls.ts';
import { budgetMeter } from '../../src/sync/meter.ts';
import { chance } from './chance.ts';
import { linkedomParser } from './htmlParser.ts';

/** Switches that no port can stand up to by itself, and where they are tried instead. */
const elsewhere: Partial<Record<SwitchName, string>> = {
  online: 'no board is no board: tests/local-board/connection.test.ts and the journeys',
  access: 'who may only view is refused: boardPort.test.ts, at its end',
};

/** What is tried of a switch that is a number. Budgets leave room for the dearest call and little more. */
const amounts: Partial<Record<SwitchName, number>> = {
  latency: 120,
  jitter: 80,
  fail: 0.05,
  minute: 600,
  hour: 4_000,
  storedelay: 5_000,
};

const single = switchNames.flatMap((name): [string, SomeSwitches][] => {
  if (elsewhere[name] !== undefined) return [];
  const range = rangeOf(name);
  const values =
    'words' in range
      ? range.words.filter((word) => word !== usualSwitches[name])
      : [amounts[name] ?? range.most];
  return values.map((value) => [`with ${name}=${value}`, { [name]: value }]);
});

/** Whatever makes life hard and can be true at once. */
export const harshest: SomeSwitches = {
  latency: 120,
  jitter: 80,
  fail: 0.05,
  minute: 2_000,
  budget: 'board',
  events: 'local',
  inside: 'whole',
  adopt: 'no',
  childmove: 'refused',
  storedelay: 2_000,
};

export const readings: Readonly<Record<string, SomeSwitches>> = {
  'as it usually is': {},
  ...Object.fromEntries(single),
  'of the harshest kind': harshest,
};

export interface PortUnder {
  readonly port: BoardPort;
  dispose(): void;
}

export interface PortOnBoard extends PortUnder {
  /** Another person's port on the same board. */
  join(switches: SomeSwitches): Promise<BoardPort>;
}

/** The port as the app uses it: refusals that may pass are tried again, and time goes by while it waits. */
export async function portOn(switches: SomeSwitches): Promise<PortOnBoard> {
  const board = memoryBoard({ switches, random: chance(7) });
  const attempt = retrying(board.clock);
  const { fail = 0, minute, hour } = switches;
  const mayPass = fail > 0 || minute !== undefined || hour !== undefined;

  async function waitFor<T>(call: () => Promise<T>): Promise<T> {
    let over = false;
    const result = (mayPass ? attempt(call) : call()).finally(() => {
      over = true;
    });
    // The outcome is the caller's; here only whether there is one.
    result.catch(() => undefined);
    await board.settled();
    // An hour of retries is as long as any budget lasts.
    for (let passed = 0; !over && passed < 3_600_000; passed += 50) await board.clock.advance(50);
    return result;
  }

  const join = async (own?: SomeSwitches): Promise<BoardPort> => {
    const person = await board.join('Erin Example', own ? { switches: own } : {});
    const port = miroBoard(person.miro, countedCalls(budgetMeter(() => 0, Math.random)), linkedomParser);
    return new Proxy(port, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || String(name).startsWith('on')) return member;
        return (...args: unknown[]) => waitFor(async () => Reflect.apply(member, target, args));
      },
    });
  };

  return { port: await join(), join, dispose: () => board.dispose() };
}
