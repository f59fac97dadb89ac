/** Starting a vote, and the results of those that are over. Who voted for what is shown to nobody. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { VoteResult } from '../../client/liveProtocol.ts';
import { isPlaced } from '../../model/item.ts';
import { voteLimits } from '../../model/votes.ts';
import { wordsOf } from '../../model/words.ts';
import type { Board } from '../board.ts';
import { plainText } from '../content/richText.ts';
import { Icon } from '../icons.tsx';

const mostRows = 10;

function stickyNotes(board: Board): string[] {
  return [...board.client.contents.get().items.values()]
    .filter(({ type }) => type === 'sticky_note')
    .map(({ id }) => id);
}

function StartVote({ board }: { readonly board: Board }): JSX.Element {
  const [title, setTitle] = useState('');
  const [votes, setVotes] = useState(3);
  // A line has no place of its own to vote at.
  const selected = board.state.selected.value.filter((id) => isPlaced(board.state.items.get(id)));
  const start = (items: readonly string[]) => {
    if (items.length === 0)
      return board.notices.tell('error', 'There is nothing to vote on yet: add a sticky note first.');
    board.live.act({ do: 'vote-start', title, items, perPerson: votes });
    setTitle('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start(selected.length > 0 ? selected : stickyNotes(board));
      }}
    >
      <label>
        What is it about?
        <input
          type="text"
          required
          maxLength={voteLimits.title}
          value={title}
          data-testid="vote-title"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <label>
        Votes for each person
        <input
          type="number"
          min={1}
          max={voteLimits.perPerson}
          step={1}
          required
          value={votes}
          data-testid="vote-count"
          onInput={(event) => setVotes(event.currentTarget.valueAsNumber)}
        />
      </label>
      <button type="submit" class="live-button primary" data-testid="vote-start">
        {selected.length > 0
          ? selected.length === 1
            ? 'Vote on the selected item'
            : `Vote on the ${selected.length} selected`
          : 'Vote on all sticky notes'}
      </button>
    </form>
  );
}

function Result({ board, result }: { readonly board: Board; readonly result: VoteResult }): JSX.Element {
  const rows = result.results.slice(0, mostRows);
  const rest = result.results.length - rows.length;
  const items = board.client.contents.get().items;
  return (
    <details data-testid="vote-result">
      <summary>{result.title}</summary>
      <ol>
        {rows.map(({ itemId, count }) => {
          const item = items.get(itemId);
          return (
            <li key={itemId}>
              <button
                type="button"
                class="link"
                disabled={!item}
                onClick={() => void board.looking.goTo([itemId])}
              >
                {item
                  ? plainText(wordsOf(item)).slice(0, 80) || 'An item without words'
                  : 'Taken off the board'}
              </button>
              <span class="count-of">{count}</span>
            </li>
          );
        })}
      </ol>
      {rest > 0 && <p class="live-hint">and {rest} more</p>}
    </details>
  );
}

export function VotingWidget({ board }: { readonly board: Board }): JSX.Element | null {
  const { voting, plan } = board.live;
  if (plan.value === 'free') return null;
  const { running, finished } = voting.value;
  return (
    <div class="live-part">
      <button
        type="button"
        class="tool"
        popovertarget="voting-card"
        title="Voting"
        aria-label="Voting"
        data-testid="voting"
        data-status={running ? 'running' : 'none'}
      >
        <Icon name="vote" />
      </button>
      <section id="voting-card" class="live-card" popover="auto" aria-label="Voting">
        <h2>Voting</h2>
        {running ? (
          <p>“{running.title}” is running. Press + on an item to vote for it.</p>
        ) : board.access.value === 'edit' ? (
          <StartVote board={board} />
        ) : (
          <p>No vote is running.</p>
        )}
        {finished.length > 0 && (
          <>
            <h3>Results</h3>
            {[...finished].reverse().map((result) => (
              <Result key={`${result.createdAt} ${result.title}`} board={board} result={result} />
            ))}
          </>
        )}
        <p class="live-hint">Nobody sees who voted for what.</p>
      </section>
    </div>
  );
}
