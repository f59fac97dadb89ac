/**
 * What people share while they are here together, as signals for the views: timer, invitations, following, voting;
 * and the steps a hand takes there. The room decides; a refusal becomes a message.
 */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { BoardClient } from '../../client/client.ts';
import type { LiveAct, Person, ShownInvitation, Voting } from '../../client/liveProtocol.ts';
import { restOf, type TimerState } from '../../model/timer.ts';
import { usualSwitches } from '../../switches.ts';
import type { Notices } from '../notices.ts';

export interface LiveView {
  readonly timer: Signal<TimerState>;
  /** Whole seconds left, the last one counted until it is over. */
  readonly seconds: ReadonlySignal<number>;
  /** The server's time when it was last looked at. */
  readonly now: Signal<number>;
  readonly invitations: Signal<readonly ShownInvitation[]>;
  readonly following: Signal<Person | null>;
  readonly voting: Signal<Voting>;
  /** Whether timer and voting are in the plan. */
  readonly plan: Signal<'paid' | 'free'>;
  act(act: LiveAct): void;
}

export function createLiveView(client: BoardClient, notices: Notices): LiveView {
  const { live } = client;
  const timer = signal(live.timer.get());
  const now = signal(live.now());
  return {
    timer,
    now,
    seconds: computed(() => Math.ceil(restOf(timer.value, now.value) / 1000)),
    invitations: signal(live.invitations.get()),
    following: signal(live.following.get()),
    voting: signal(live.voting.get()),
    plan: signal(usualSwitches.plan),
    act(act) {
      live.act(act).catch((error: unknown) => {
        notices.tell('error', error instanceof Error ? error.message : String(error));
      });
    },
  };
}

/** Keeps the view in step with the client until disposed of. */
export function followLive(view: LiveView, client: BoardClient, clock: Clock, notices: Notices): Disposer {
  const { live } = client;
  const kept = disposers();
  const look = () => {
    const { running } = view.voting.value;
    const isOver = running !== null && live.voting.get().running === null;
    if (isOver) notices.tell('info', 'The vote is over. Its results are in the voting menu.');
    batch(() => {
      view.now.value = live.now();
      view.timer.value = live.timer.get();
      view.invitations.value = live.invitations.get();
      view.following.value = live.following.get();
      view.voting.value = live.voting.get();
      view.plan.value = client.switches.get().plan ?? usualSwitches.plan;
    });
  };
  look();
  for (const source of [live.timer, live.invitations, live.following, live.voting, client.switches])
    kept.add((source as { subscribe(listener: () => void): Disposer }).subscribe(look));

  let tick: Disposer = () => {};
  kept.add(
    effect(() => {
      const timer = view.timer.value;
      const rest = restOf(timer, view.now.value);
      tick();
      if (timer.status !== 'STARTED' || rest <= 0) return;
      // To just after the next whole second, so that all windows turn at the same time.
      tick = clock.after((rest % 1000 || 1000) + 1, () => {
        view.now.value = live.now();
      });
    }),
  );
  kept.add(() => tick());
  kept.add(
    live.onTold((_, event) => {
      if (event === 'timer:finish') notices.tell('info', 'The timer has ended.');
    }),
  );
  return kept.dispose;
}
