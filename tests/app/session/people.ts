/** A session with several people, each with the whole app: over real sync and a board in memory, on a virtual clock. */
import type { LiveSession } from '../../../src/app/models/session/live.ts';
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
  /** Somebody more, with the session loaded. */
  join(name: string): Promise<WholePerson>;
}

/** `sent` hears everything that any of them sends to the board. */
export async function gather(
  names: readonly string[],
  switches: SomeSwitches = { latency: 60 },
  sent: (text: string) => void = () => undefined,
): Promise<Gathered> {
  const app = wholeApp(switches, 3, { sent });
  const people: WholePerson[] = [];
  const join = async (name: string): Promise<WholePerson> => {
    const person = await app.come(name);
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
