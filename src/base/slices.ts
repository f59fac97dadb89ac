/** Long work in slices, so that whoever clicks meanwhile waits for one slice at most. */
import { type Clock, wait } from './clock.ts';

/** May be interrupted at each `yield`. */
export type Work<T> = Generator<void, T, void>;

/** Milliseconds: far enough below 50, from which on people notice (RAIL), for a step that takes long itself. */
const slice = 16;

/** Without a break: in workers, tests and programs, where nobody waits for anything else. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export async function inSlices<T>(work: Work<T>, clock: Clock): Promise<T> {
  let until = clock.now() + slice;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (clock.now() < until) continue;
    await wait(clock, 0);
    until = clock.now() + slice;
  }
}
