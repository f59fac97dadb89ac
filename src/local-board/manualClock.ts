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
        // Of equal times the one that was set first.
        let next: { readonly at: number; readonly task: () => void } | null = null;
        for (const task of tasks) if (task.at <= end && (!next || task.at < next.at)) next = task;
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
