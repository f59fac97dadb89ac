/** How long the stage still is. Read aloud only when somebody looks for it: a voice that counts seconds helps nobody. */
import { clockWords, type TimeLeft } from '../../../workshop/session/timeLeft.ts';

export function TimeLeftView({ left }: { readonly left: TimeLeft }) {
  if (left.kind === 'none') return null;
  if (left.kind === 'unknown')
    return (
      <span
        class="session-time"
        title="Waiting to hear from the facilitator’s clock"
        data-testid="session-time"
      >
        –:––
      </span>
    );
  const { ms, running } = left;
  const over = ms <= 0;
  const title = !running ? 'Paused' : over ? 'This stage is over' : 'Left of this stage';
  return (
    <span
      class={over ? 'session-time session-over' : 'session-time'}
      role="timer"
      aria-label={title}
      title={title}
      data-testid="session-time"
    >
      {!running && <span aria-hidden="true">⏸ </span>}
      {clockWords(ms)}
    </span>
  );
}
