/** What an interrupted drop left on the board, and the offer to take it away. */
import type { Workshop } from '../../models/workshop.ts';

export function Unfinished({ workshop }: { workshop: Workshop }) {
  return (
    <>
      {workshop.found.unfinished.value.map((frame) => (
        <div key={frame} class="callout" data-testid="unfinished">
          <p>A sheet on this board was never finished: its page was closed while it was being put there.</p>
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="remove-unfinished"
            onClick={() => void workshop.removeUnfinished(frame)}
          >
            Take it away
          </button>
        </div>
      ))}
    </>
  );
}
