/** A session with several people, each with the whole app: over real sync and a board in memory, on a virtual clock. */
import type { LiveSession } from '../../../src/app/models/session/live.ts';
import type { SettingUp } from '../../../src/app/models/session/settingUp.ts';
import type { SomeSwitches } from '../../../src/local-board/switches.ts';
import { type WholeApp, type WholePerson, wholeApp } from '../../support/wholeApp.ts';

export const liveOf = ({ workshop }: WholePerson): LiveSession => {
  const live = workshop.live();
  if (!live) throw new Error('No session is loaded');
  return live;
};

export interface Gathered extends WholeApp {
  readonly people: readonly WholePerson[];
  readonly lives: readonly LiveSession[];
  pass(ms: number): Promise<void>;
  /** Somebody more, with the session loaded. `ahead`: milliseconds by which their computer is wrong. */
  join(name: string, switches?: SomeSwitches, ahead?: number): Promise<WholePerson>;
}

/** `sent` hears everything that any of them sends to the board. */
export async function gather(
  names: readonly string[],
  switches: SomeSwitches = { latency: 60 },
  sent: (text: string) => void = () => undefined,
): Promise<Gathered> {
  const app = wholeApp(switches, 3, { sent });
  const people: WholePerson[] = [];
  const join: Gathered['join'] = async (name, own, ahead) => {
    const person = await app.come(name, own, ahead);
    people.push(person);
    await app.soon(`${name} has the session`, () => person.workshop.live() !== null);
    await app.soon('the board has been read', () => liveOf(person).ready.value);
    return person;
  };
  for (const name of names) await join(name);
  return {
    ...app,
    people,
    get lives() {
      return people.map(liveOf);
    },
    join,
    pass: (ms) => app.until(new Promise<void>((resolve) => app.board.clock.after(ms, resolve))),
  };
}

/** Takes the seat and begins a plan. */
export async function setUpBy(
  person: WholePerson,
  all: Pick<Gathered, 'soon' | 'until'>,
): Promise<SettingUp> {
  const live = liveOf(person);
  live.setUp();
  await all.soon('setting up is loaded', () => live.setUp() !== null);
  const setUp = live.setUp();
  if (!setUp) throw new Error('Not loaded');
  await all.soon('the seat can be taken', () => live.iHold.value || live.mayTake.value);
  await all.until(setUp.begin());
  return setUp;
}
