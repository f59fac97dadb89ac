/** A clock that only moves when told. Tasks run in the order of their time, with a turn of the event loop between. */
import type { Clock } from '../base/clock.ts';
import { once } from '../base/disposer.ts';

export function manualClock(start: number): Clock & { advance(milliseconds: number): Promise<void> } {
  let now = start;
  const tasks = new Set<{ readonly at: number; readonly task: () => void }>();
  return {
    now: () => now,
    after(delay, task) {
      const entry = { at: now + Math.max(0, delay), task };
      tasks.add(entry);
      return once(() => tasks.delete(entry));
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = [...tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        tasks.delete(next);
        now = Math.max(now, next.at);
        next.task();
        // What the task set off may want to happen before the next one.
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      }
      now = end;
    },
  };
}
