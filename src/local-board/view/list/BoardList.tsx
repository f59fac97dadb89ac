/** The page with all boards: make one, open one, bring one in from a file. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { longestBoardName } from '../../client/listedBoard.ts';
import { Icon } from '../icons.tsx';
import { BoardRow } from './BoardRow.tsx';
import type { ListState } from './listState.ts';

/** From this many boards on, looking for one by its name is worth a field. */
const manyBoards = 8;

function You({ state }: { readonly state: ListState }): JSX.Element {
  return (
    <label class="you">
      <span>Your name</span>
      <input
        type="text"
        value={state.user.value}
        placeholder="Guest"
        maxLength={60}
        autocomplete="off"
        data-testid="your-name"
        onChange={(event) => state.setUser(event.currentTarget.value)}
      />
    </label>
  );
}

function NewBoard({ state }: { readonly state: ListState }): JSX.Element {
  const [name, setName] = useState('');
  return (
    <form
      class="new-board"
      onSubmit={(event) => {
        event.preventDefault();
        void state.create(name.trim() || 'Untitled board');
      }}
    >
      <input
        type="text"
        aria-label="Name of the new board"
        placeholder="Name of a new board"
        value={name}
        maxLength={longestBoardName}
        autocomplete="off"
        data-testid="new-name"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button" data-testid="create">
        Create
      </button>
      <label class="button quiet">
        <Icon name="upload" />
        {state.importing.value ? 'Reading…' : 'Import a file'}
        <input
          type="file"
          accept=".json,application/json"
          class="unseen"
          disabled={state.importing.value}
          data-testid="import"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void state.import(file);
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
      </label>
    </form>
  );
}

function Boards({ state }: { readonly state: ListState }): JSX.Element | null {
  const [wanted, setWanted] = useState('');
  const boards = state.boards.value;
  if (boards === undefined)
    return state.trouble.value === '' ? (
      <p class="calm" role="status">
        Looking for your boards…
      </p>
    ) : null;
  if (boards.length === 0)
    return (
      <div class="calm" data-testid="no-boards">
        <Icon name="sticky" />
        <h2>No boards yet</h2>
        <p>Give your first one a name above, or bring one in from a file.</p>
      </div>
    );
  const words = wanted.trim().toLowerCase();
  const found = boards.filter(({ name }) => name.toLowerCase().includes(words));
  return (
    <>
      {boards.length >= manyBoards && (
        <input
          type="search"
          class="find"
          aria-label="Find a board by its name"
          placeholder={`Find one of ${boards.length} boards`}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {found.length === 0 && <p class="calm">No board is called that.</p>}
      <ul class="boards" aria-label="Boards, last changed first">
        {found.map((board) => (
          <BoardRow key={board.id} board={board} state={state} />
        ))}
      </ul>
    </>
  );
}

export function BoardList({ state }: { readonly state: ListState }): JSX.Element {
  const trouble = state.trouble.value;
  return (
    <div class="list-page">
      <main>
        <header>
          <h1>Boards</h1>
          <You state={state} />
        </header>
        <NewBoard state={state} />
        {trouble !== '' && (
          <div class="list-trouble" role="alert" data-testid="list-trouble">
            <Icon name="warning" />
            <span>{trouble}</span>
            <button
              type="button"
              class="tool small"
              aria-label="Dismiss"
              onClick={() => {
                state.trouble.value = '';
              }}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
        <Boards state={state} />
        <p class="unseen" role="status">
          {state.said.value}
        </p>
      </main>
    </div>
  );
}
