/** The time left of the stage, second by second while it runs, and the moment at which it is over. */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { SessionStage } from '../../../workshop/session/agenda.ts';
import { currentStage, type Session } from '../../../workshop/session/session.ts';
import { type TimeLeft, timeLeftHere } from '../../../workshop/session/timeLeft.ts';

interface Options {
  readonly clock: Clock;
  readonly session: ReadonlySignal<Session | null>;
  /** How far the clock of this device is ahead of ours; null while nobody told. */
  readonly aheadOf: (device: string | null) => number | null;
  /** A stage has ended in front of this person's eyes. */
  readonly onOver: (stage: SessionStage) => void;
}

/** Milliseconds between two looks at the clock. */
const second = 1_000;

export function liveTime({ clock, session, aheadOf, onOver }: Options): {
  readonly left: ReadonlySignal<TimeLeft>;
  readonly dispose: Disposer;
} {
  const owned = disposers();
  const tick = signal(0);
  const left = computed((): TimeLeft => {
    tick.value;
    const current = session.value;
    return current ? timeLeftHere(current, clock.now(), aheadOf(current.clock)) : { kind: 'none' };
  });
  const runs = computed(
    () => left.value.kind === 'unknown' || (left.value.kind === 'left' && left.value.running),
  );
  let stopTicking = (): void => {};
  owned.add(() => stopTicking());
  owned.add(
    effect(() => {
      stopTicking();
      if (!runs.value) return;
      const again = (): void => {
        tick.value += 1;
        // On the full second of what is left, so that all panels count together.
        const now = untracked(() => left.value);
        const rest = now.kind === 'left' ? ((now.ms % second) + second) % second : 0;
        stopTicking = clock.after(rest > 20 ? rest : second, again);
      };
      stopTicking = clock.after(second, again);
    }),
  );

  let before: { readonly stage: string; readonly ms: number } | null = null;
  owned.add(
    effect(() => {
      const now = left.value;
      const stage = session.value && currentStage(session.value);
      const here = now.kind === 'left' && now.running && stage ? { stage: stage.id, ms: now.ms } : null;
      const over = here !== null && before?.stage === here.stage && before.ms > 0 && here.ms <= 0;
      before = here ?? (stage && before?.stage === stage.id ? before : null);
      if (over && stage) untracked(() => onOver(stage));
    }),
  );
  return { left, dispose: owned.dispose };
}
