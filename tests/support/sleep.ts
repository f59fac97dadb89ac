/**
 * A page that the browser freezes, or whose laptop sleeps: whatever happens meanwhile waits, and happens when it wakes,
 * timers before messages or the other way round, each by itself as the browser's own tasks would.
 */
import type { Clock } from '../../src/base/clock.ts';

type Kind = 'timer' | 'message';

export function sleeper(clock: Clock, random: () => number) {
  let asleep = false;
  let gone = false;
  let kept: { readonly kind: Kind; readonly task: () => void }[] = [];

  function run(kind: Kind, task: () => void): void {
    if (gone) return;
    if (asleep) kept.push({ kind, task });
    else task();
  }

  return {
    run,
    sleep(): void {
      asleep = true;
    },
    wake(): void {
      if (!asleep) return;
      asleep = false;
      const first: Kind = random() < 0.5 ? 'timer' : 'message';
      const all = kept;
      kept = [];
      const inOrder = [
        ...all.filter(({ kind }) => kind === first),
        ...all.filter(({ kind }) => kind !== first),
      ];
      for (const { kind, task } of inOrder) clock.after(0, () => run(kind, task));
    },
    /** Nothing happens to it any more. */
    end(): void {
      gone = true;
      kept = [];
    },
    get asleep() {
      return asleep;
    },
  };
}

export type Sleeper = ReturnType<typeof sleeper>;
