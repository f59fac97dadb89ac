/** Waits for work of a gathering: code that is loaded, hashes and signatures take real turns, and the board its own time. */
import type { Gathering } from './people.ts';

export async function finished<T>(there: Gathering, work: Promise<T>): Promise<T> {
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  ended.catch(() => undefined);
  for (let turns = 0; !over && turns < 50_000; turns += 1) {
    await there.clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ended;
}
