/** While a vote runs: on each item that is part of it, how many votes this person gave it, and buttons for more. */
import type { JSX } from 'preact';
import { wordsOf } from '../../model/words.ts';
import type { Board } from '../board.ts';
import { plainText } from '../content/richText.ts';
import { onScreen } from '../looking/camera.ts';
import { seen } from '../state/places.ts';

interface MarkProps {
  readonly board: Board;
  readonly id: string;
  readonly mine: number;
  readonly left: number;
}

/** The canvas below would take a press for one on the item. */
const keep = (event: Event) => event.stopPropagation();

function Mark({ board, id, mine, left }: MarkProps): JSX.Element | null {
  const { state, live } = board;
  const [item, place] = [state.items.get(id), state.places.get(id)];
  if (!item || !place) return null;
  const box = onScreen(state.camera.value, seen(item, place));
  const words = plainText(wordsOf(item)).slice(0, 60) || 'this item';
  const at = `translate(${box.left + box.width}px, ${box.top}px) translate(-70%, -50%)`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no form
    <div
      class="vote-mark"
      role="group"
      aria-label={`Votes for ${words}`}
      style={{ transform: at }}
      onPointerDown={keep}
      onMouseDown={keep}
      onTouchStart={keep}
      onDblClick={keep}
    >
      {mine > 0 && (
        <button
          type="button"
          class="vote-button less"
          aria-label={`Take a vote back from ${words}`}
          data-testid="vote-less"
          onClick={() => live.act({ do: 'vote-cast', item: id, how: 'take-back' })}
        >
          −
        </button>
      )}
      <button
        type="button"
        class={mine > 0 ? 'vote-button given' : 'vote-button'}
        aria-label={`Vote for ${words}; ${mine} given`}
        disabled={left === 0}
        data-testid="vote"
        data-item={id}
        onClick={() => live.act({ do: 'vote-cast', item: id, how: 'give' })}
      >
        {mine > 0 ? mine : '+'}
      </button>
    </div>
  );
}

export function VoteMarks({ board }: { readonly board: Board }): JSX.Element | null {
  const { running } = board.live.voting.value;
  if (!running || board.access.value === 'view') return null;
  const shown = new Set(board.state.visible.value);
  const left = running.perPerson - running.mine.length;
  return (
    <>
      {running.items
        .filter((id) => shown.has(id))
        .map((id) => (
          <Mark
            key={id}
            board={board}
            id={id}
            mine={running.mine.filter((item) => item === id).length}
            left={left}
          />
        ))}
    </>
  );
}
