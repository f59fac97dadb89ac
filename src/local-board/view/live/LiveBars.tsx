/** Bars at the top while something goes on: whom this window follows, and the vote that is running. */
import type { JSX } from 'preact';
import type { Board } from '../board.ts';
import { personColour } from '../content/colours.ts';

function FollowingBar({ board }: { readonly board: Board }): JSX.Element | null {
  const { following, act } = board.live;
  const user = following.value;
  if (!user) return null;
  const colour = personColour(user.id);
  return (
    <div class="bar live-bar" style={{ borderColor: colour }} data-testid="following">
      <span role="status">Following {user.name}</span>
      <button
        type="button"
        class="live-button"
        data-testid="stop-following"
        onClick={() => act({ do: 'unfollow' })}
      >
        Stop
      </button>
    </div>
  );
}

function VoteBar({ board }: { readonly board: Board }): JSX.Element | null {
  const { voting, act } = board.live;
  const { running } = voting.value;
  if (!running) return null;
  const left = running.perPerson - running.mine.length;
  return (
    <div class="bar live-bar" data-testid="vote-bar">
      <span>
        <strong>{running.title}</strong>
        {' · '}
        <span role="status">
          {left === 0 ? 'no votes left' : `${left} ${left === 1 ? 'vote' : 'votes'} left`}
        </span>
        {' · '}
        {running.voters} {running.voters === 1 ? 'person has' : 'people have'} voted
      </span>
      {board.access.value === 'edit' && (
        <button
          type="button"
          class="live-button"
          data-testid="vote-finish"
          onClick={() => act({ do: 'vote-finish' })}
        >
          Finish vote
        </button>
      )}
    </div>
  );
}

export function LiveBars({ board }: { readonly board: Board }): JSX.Element {
  const user = board.live.following.value;
  return (
    <>
      {user && (
        <div class="following-frame" style={{ borderColor: personColour(user.id) }} aria-hidden="true" />
      )}
      <div class="live-bars">
        <FollowingBar board={board} />
        <VoteBar board={board} />
      </div>
    </>
  );
}
