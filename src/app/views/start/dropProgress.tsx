/** A drop under way: counted in items, and it can be called off. */
import type { DropModel } from '../../models/drop/drop.ts';

export function DropProgress({ drop }: { drop: DropModel }) {
  const state = drop.state.value;
  if (state.kind !== 'placing') return null;
  const { done, total, takingBack, slowed } = state;
  return (
    <section class="screen" aria-labelledby="drop-title">
      <h1 id="drop-title" class="h2">
        {takingBack ? 'Taking it back…' : 'Putting the sheet on the board'}
      </h1>
      <progress class="progress" max={total} value={done} aria-label="Items placed" />
      <p class="hint" role="status" data-testid="drop-count">
        {takingBack ? 'Removing what was already placed.' : `${done} of ${total} items`}
      </p>
      {slowed && (
        <p class="callout" role="status" data-testid="drop-slowed">
          Miro asks us to slow down. It goes on by itself, within about a minute.
        </p>
      )}
      <button
        type="button"
        class="button button-secondary"
        data-testid="drop-cancel"
        disabled={takingBack}
        onClick={() => drop.cancel()}
      >
        Cancel
      </button>
    </section>
  );
}
