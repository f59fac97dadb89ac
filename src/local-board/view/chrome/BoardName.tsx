/** The board's name at the top left: the way back to all boards, and the place to give it another name. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { longestBoardName } from '../../client/listedBoard.ts';
import type { Board } from '../board.ts';
import { Icon } from '../icons.tsx';

/** Resolves to why it could not be done, or to nothing. */
export type RenameBoard = (name: string) => Promise<string | undefined>;

interface NameProps {
  readonly board: Board;
  /** Without it, names only stand there. */
  readonly rename: RenameBoard | undefined;
}

function useBoardName({ client }: Board): string {
  const name = useMemo(() => signal(client.boardName.get()), [client]);
  useEffect(
    () =>
      client.boardName.subscribe((next) => {
        name.value = next;
      }),
    [client],
  );
  return name.value;
}

interface FieldProps {
  readonly name: string;
  /** The name as written, or undefined when it was given up; `by` says where the focus should go. */
  readonly onEnd: (written: string | undefined, by: 'key' | 'leaving') => void;
}

function NameField({ name, onEnd }: FieldProps): JSX.Element {
  const [draft, setDraft] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  // Taking the field out of the page makes it lose the focus once more.
  const over = useRef(false);
  // Before the next key, so that none of them is lost.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end: FieldProps['onEnd'] = (written, by) => {
    if (over.current) return;
    over.current = true;
    onEnd(written, by);
  };
  return (
    <input
      ref={field}
      type="text"
      aria-label="Name of this board"
      value={draft}
      maxLength={longestBoardName}
      autocomplete="off"
      data-testid="board-name-field"
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => end(draft, 'leaving')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(draft, 'key');
        if (event.key === 'Escape') end(undefined, 'key');
      }}
    />
  );
}

export function BoardName({ board, rename }: NameProps): JSX.Element {
  const name = useBoardName(board);
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const ended: FieldProps['onEnd'] = async (written, by) => {
    setWriting(false);
    // Whoever works by keyboard goes on where they were.
    if (by === 'key') requestAnimationFrame(() => button.current?.focus());
    const wanted = written?.trim() ?? '';
    if (wanted === '' || wanted === name) return;
    const trouble = await rename?.(wanted);
    if (trouble !== undefined) board.notices.tell('error', trouble);
  };

  const shown = writing ? (
    <NameField name={name} onEnd={ended} />
  ) : rename && !board.readOnly() ? (
    <button
      ref={button}
      type="button"
      class="called"
      title={`${name} (click to rename)`}
      data-testid="rename-board"
      onClick={() => setWriting(true)}
    >
      {name}
    </button>
  ) : (
    <span class="called" title={name}>
      {name}
    </span>
  );
  return (
    <>
      <a class="tool" href="/" aria-label="All boards" title="All boards" data-testid="all-boards">
        <Icon name="back" />
      </a>
      <h1 data-testid="board-name">{shown}</h1>
    </>
  );
}
