/** The board's timer in its room: keeps it, tells everybody of it, and ends it when its time has come. */
import type { Disposer } from '../../../base/disposer.ts';
import type { LiveNews } from '../../client/liveProtocol.ts';
import { Refused } from '../../model/refusal.ts';
import {
  noTimer,
  stepTimer,
  type TimerEvent,
  type TimerState,
  type TimerStep,
  timerAsMiro,
} from '../../model/timer.ts';
import { type LiveAnswer, type LivePorts, type LiveSeat, onlyEditors, onlyPaid } from './ports.ts';

const name = 'timer';

export function createTimer(ports: LivePorts) {
  // Written by `become` below, in the same shape.
  let timer = (ports.kept.get(name) as TimerState | undefined) ?? noTimer;
  let end: Disposer = () => {};

  const news = (): LiveNews => ({ news: 'timer', timer, now: ports.now() });
  const asMiro = () => timerAsMiro(timer, ports.now());

  function awaitEnd(): void {
    end();
    end = () => {};
    if (timer.status !== 'STARTED') return;
    end = ports.after(timer.endsAt - ports.now(), () =>
      become({ status: 'STOPPED', total: timer.total }, 'finish'),
    );
  }

  function become(next: TimerState, event: TimerEvent): void {
    timer = next;
    awaitEnd();
    const told: LiveNews = {
      news: 'told',
      app: null,
      event: `timer:${event}`,
      payload: { timer: asMiro() },
    };
    const state = news();
    for (const seat of ports.seats()) {
      seat.tell(state);
      seat.tell(told);
    }
  }

  return {
    /** What ran out while no server was there has ended; nobody was there to be told. */
    start(): void {
      if (timer.status === 'STARTED' && timer.endsAt <= ports.now())
        timer = { status: 'STOPPED', total: timer.total };
      awaitEnd();
    },
    greet: (seat: LiveSeat) => seat.tell(news()),
    /** Without a step it only says how the timer stands. */
    act(seat: LiveSeat, step?: TimerStep): LiveAnswer {
      const { plan, access } = seat.switches();
      if (plan === 'free') return onlyPaid('timer');
      if (!step) return { ids: [], value: asMiro() };
      if (access === 'view') return onlyEditors;
      try {
        const next = stepTimer(timer, step, ports.now());
        // A timer that ran out needs no such note: its end is known beforehand.
        ports.keep(name, next.timer);
        become(next.timer, next.event);
        return { ids: [], value: asMiro() };
      } catch (error) {
        if (error instanceof Refused) return error.refusal;
        throw error;
      }
    },
    dispose: () => end(),
  };
}
