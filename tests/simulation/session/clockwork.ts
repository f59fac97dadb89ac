/** Time in a story: everybody in it sleeps and waits on the board's clock, and one loop moves that on. */
import type { Clock } from '../../../src/base/clock.ts';

export interface Clockwork {
  sleep(ms: number): Promise<void>;
  /** Waits for something to be there, as people do who look again and again. */
  soon<T>(what: string, find: () => T | null | undefined | false, every?: number): Promise<T>;
  /** Moves time on until the story is told. */
  tell<T>(story: Promise<T>): Promise<T>;
}

const minute = 60_000;
const patience = 3 * minute;
const step = 200;

export function clockwork(clock: Clock & { advance(ms: number): Promise<void> }): Clockwork {
  /** Some work (hashes) takes real turns of the event loop. */
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      clock.after(ms, resolve);
    });
  return {
    sleep,

    async soon(what, find, every = 200) {
      for (let passed = 0; passed <= patience; passed += every) {
        const found = find();
        if (found) return found;
        await sleep(every);
      }
      throw new Error(`${what}: not within ${patience / minute} minutes`);
    },

    async tell(story) {
      let over = false;
      const settled = story.finally(() => {
        over = true;
      });
      settled.catch(() => undefined);
      const until = clock.now() + 6 * 60 * minute;
      while (!over) {
        if (clock.now() > until) throw new Error('The story did not end in six hours');
        await turn();
        await clock.advance(step);
      }
      return settled;
    },
  };
}
