/** The board's timer at the top right: how much is left, and a small card to set it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { longestTimer } from '../../model/timer.ts';
import type { Board } from '../board.ts';
import { Icon } from '../icons.tsx';

const minute = 60_000;
const most = longestTimer / minute;

/** 4:05, or 1:04:05 from an hour on. */
export function clockWords(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function SetTimer({ board }: { readonly board: Board }): JSX.Element {
  const [minutes, setMinutes] = useState(5);
  const { act } = board.live;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act({ do: 'timer', step: { how: 'start', duration: minutes * minute } });
      }}
    >
      <label>
        Minutes
        <input
          type="number"
          min={1}
          max={most}
          step={1}
          required
          value={minutes}
          data-testid="timer-minutes"
          onInput={(event) => setMinutes(event.currentTarget.valueAsNumber)}
        />
      </label>
      <button type="submit" class="live-button primary" data-testid="timer-start">
        Start
      </button>
    </form>
  );
}

function RunTimer({ board }: { readonly board: Board }): JSX.Element {
  const { timer, act } = board.live;
  const paused = timer.value.status === 'PAUSED';
  return (
    <div class="live-buttons">
      <button
        type="button"
        class="live-button primary"
        data-testid="timer-pause"
        onClick={() => act({ do: 'timer', step: { how: paused ? 'resume' : 'pause' } })}
      >
        {paused ? 'Go on' : 'Pause'}
      </button>
      <button
        type="button"
        class="live-button"
        data-testid="timer-more"
        onClick={() => act({ do: 'timer', step: { how: 'prolong', duration: minute } })}
      >
        + 1 minute
      </button>
      <button
        type="button"
        class="live-button"
        data-testid="timer-stop"
        onClick={() => act({ do: 'timer', step: { how: 'stop' } })}
      >
        Stop
      </button>
    </div>
  );
}

export function TimerWidget({ board }: { readonly board: Board }): JSX.Element | null {
  const { timer, seconds, plan } = board.live;
  if (plan.value === 'free') return null;
  const { status } = timer.value;
  const words = clockWords(seconds.value);
  const idle = status === 'STOPPED';
  const last = status === 'STARTED' && seconds.value <= 10;
  return (
    <div class="live-part">
      <button
        type="button"
        class={idle ? 'tool' : 'tool wide'}
        popovertarget="timer-card"
        title="Timer"
        aria-label="Timer"
        aria-describedby={idle ? undefined : 'timer-left'}
        data-testid="timer"
        data-status={status}
      >
        <Icon name="timer" />
        {!idle && (
          // A timer is not read out each second; whoever wants to know goes there.
          <span
            id="timer-left"
            class={last ? 'time-left last' : 'time-left'}
            role="timer"
            aria-label="Time left"
            data-testid="timer-left"
          >
            {words}
            {status === 'PAUSED' && <span class="unseen">, paused</span>}
          </span>
        )}
      </button>
      <section id="timer-card" class="live-card" popover="auto" aria-label="Timer">
        <h2>Timer</h2>
        {!idle && <p class={status === 'PAUSED' ? 'big-time paused' : 'big-time'}>{words}</p>}
        {board.access.value === 'view' ? (
          <p>{idle ? 'No timer is running.' : 'Whoever may edit this board can change it.'}</p>
        ) : idle ? (
          <SetTimer board={board} />
        ) : (
          <RunTimer board={board} />
        )}
        <p class="live-hint">Everybody on this board sees the same timer.</p>
      </section>
    </div>
  );
}
