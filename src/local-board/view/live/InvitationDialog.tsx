/** Asks whether this person wants to join a session that they were invited to. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownInvitation } from '../../client/liveProtocol.ts';
import type { Board } from '../board.ts';

interface AskProps {
  readonly board: Board;
  readonly invitation: ShownInvitation;
}

function Ask({ board, invitation }: AskProps): JSX.Element {
  const place = useRef<HTMLDialogElement>(null);
  const { from, session } = invitation;
  const answer = (how: 'accept' | 'decline' | 'outside') =>
    board.live.act({ do: 'invitation-answer', invitation: invitation.id, answer: how });

  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    // On no button: whoever was typing must not answer by accident.
    dialog?.focus();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same as a click beside it
    <dialog
      ref={place}
      class="invitation"
      tabIndex={-1}
      aria-labelledby="invitation-title"
      data-testid="invitation"
      // Escape; a browser may not ask first.
      onClose={() => answer('outside')}
      // What lies inside covers all of the dialog, so that a click on the dialog itself is one beside it.
      onClick={(event) => {
        if (event.target === event.currentTarget) answer('outside');
      }}
    >
      <div class="invitation-inside">
        <h2 id="invitation-title">
          <span class="session-dot" style={{ background: session.color }} aria-hidden="true" />
          {from} invites you to “{session.name}”
        </h2>
        {session.description !== '' && <p>{session.description}</p>}
        <div class="live-buttons">
          <button
            type="button"
            class="live-button primary"
            data-testid="invitation-accept"
            onClick={() => answer('accept')}
          >
            Join
          </button>
          <button
            type="button"
            class="live-button"
            data-testid="invitation-decline"
            onClick={() => answer('decline')}
          >
            Not now
          </button>
        </div>
        <p class="live-hint">This question goes away by itself after a while.</p>
      </div>
    </dialog>
  );
}

export function InvitationDialog({ board }: { readonly board: Board }): JSX.Element | null {
  const [first] = board.live.invitations.value;
  return first ? <Ask key={first.id} board={board} invitation={first} /> : null;
}
