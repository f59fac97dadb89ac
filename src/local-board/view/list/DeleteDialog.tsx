/** Asks before a board goes for good. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListedBoard } from '../../client/listedBoard.ts';

interface DeleteProps {
  readonly board: ListedBoard;
  /** Who has it open, in words; empty when nobody has. */
  readonly there: string;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}

export function DeleteDialog({ board, there, onDelete, onCancel }: DeleteProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    // The browser keeps the focus inside and gives it back to the button afterwards.
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby="ask-title"
      aria-describedby="ask-words"
      data-testid="ask-delete"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id="ask-title">
        Delete “<bdi>{board.name}</bdi>”?
      </h2>
      <p id="ask-words">
        Everything on it goes, for everybody, and cannot be brought back. Export it first if you may want it
        again.{there !== '' && ` ${there} and will be told.`}
      </p>
      <div class="answers">
        <button type="button" class="button quiet" onClick={onCancel}>
          Keep it
        </button>
        <button type="button" class="button danger" data-testid="delete-really" onClick={onDelete}>
          Delete
        </button>
      </div>
    </dialog>
  );
}
