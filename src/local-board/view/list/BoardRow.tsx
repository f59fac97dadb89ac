/** One board in the list, and what can be done with it. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ListedBoard, longestBoardName } from '../../client/listedBoard.ts';
import { Icon, type IconName } from '../icons.tsx';
import { ago, wholeDate } from './ago.ts';
import { boardFileAddress } from './boardsApi.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { boardAddress, type ListState } from './listState.ts';

interface RowProps {
  readonly board: ListedBoard;
  readonly state: ListState;
}

const names = new Intl.ListFormat('en');

/** “Erin Example has it open” */
function whoIsThere(people: readonly string[]): string {
  if (people.length === 0) return '';
  const shown = people.length > 3 ? [...people.slice(0, 2), `${people.length - 2} others`] : people;
  return `${names.format(shown)} ${people.length === 1 ? 'has' : 'have'} it open`;
}

function Renaming({ board, state, onEnd }: RowProps & { readonly onEnd: () => void }): JSX.Element {
  const [name, setName] = useState(board.name);
  const field = useRef<HTMLInputElement>(null);
  // Before the next key, so that none of them is lost.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const save = async () => {
    if (name.trim() === board.name || (await state.rename(board, name))) onEnd();
    else field.current?.focus();
  };
  return (
    <form
      class="renaming"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <input
        ref={field}
        type="text"
        aria-label={`New name for ${board.name}`}
        value={name}
        maxLength={longestBoardName}
        required
        autocomplete="off"
        data-testid="rename-field"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button small">
        Save
      </button>
      <button type="button" class="button small quiet" onClick={onEnd}>
        Cancel
      </button>
    </form>
  );
}

interface ActionProps {
  readonly label: string;
  readonly icon: IconName;
  readonly testid: string;
  readonly onClick: () => void;
}

const Action = ({ label, icon, testid, onClick }: ActionProps): JSX.Element => (
  <button type="button" class="tool" aria-label={label} title={label} data-testid={testid} onClick={onClick}>
    <Icon name={icon} />
  </button>
);

export function BoardRow({ board, state }: RowProps): JSX.Element {
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'deleting'>('nothing');
  const row = useRef<HTMLLIElement>(null);
  const endRenaming = () => {
    setDoing('nothing');
    // Whoever works by keyboard goes on where they were.
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-testid="rename"]')?.focus());
  };
  const remove = async () => {
    const page = row.current?.closest('main');
    setDoing('nothing');
    await state.remove(board);
    // The button that had the focus is gone with its row.
    requestAnimationFrame(() => {
      if (!row.current) page?.querySelector<HTMLElement>('[data-testid="new-name"]')?.focus();
    });
  };
  const changed = Date.parse(board.updatedAt);
  const there = whoIsThere(board.people);
  return (
    <li ref={row} class="board-row" data-testid="board-row" data-board={board.id}>
      {doing === 'renaming' ? (
        <Renaming board={board} state={state} onEnd={endRenaming} />
      ) : (
        <>
          <a class="open" href={boardAddress(board.id)} data-testid="open">
            <span class="called">
              <bdi>{board.name}</bdi>
            </span>
            <span class="facts">
              Changed{' '}
              <time dateTime={board.updatedAt} title={wholeDate(changed)}>
                {ago(changed, state.now.value)}
              </time>
              {there !== '' && <span class="there"> · {there}</span>}
            </span>
          </a>
          <div class="actions">
            <Action
              label={`Rename ${board.name}`}
              icon="edit"
              testid="rename"
              onClick={() => setDoing('renaming')}
            />
            <Action
              label={`Duplicate ${board.name}`}
              icon="duplicate"
              testid="duplicate"
              onClick={() => void state.copy(board)}
            />
            <a
              class="tool"
              href={boardFileAddress(board.id)}
              download=""
              aria-label={`Export ${board.name} as a file`}
              title={`Export ${board.name} as a file, without what apps keep in storage`}
              data-testid="export"
            >
              <Icon name="download" />
            </a>
            <Action
              label={`Delete ${board.name}`}
              icon="trash"
              testid="delete"
              onClick={() => setDoing('deleting')}
            />
          </div>
        </>
      )}
      {doing === 'deleting' && (
        <DeleteDialog
          board={board}
          there={there}
          onDelete={() => void remove()}
          onCancel={() => setDoing('nothing')}
        />
      )}
    </li>
  );
}
