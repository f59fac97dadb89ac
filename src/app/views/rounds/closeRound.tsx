/** Closing a round: what will be kept, a word about it, and one click. */
import { useEffect, useState } from 'preact/hooks';
import { longest } from '../../../annotations/entries.ts';
import type { RoundNote } from '../../../annotations/round.ts';
import { counted, shareWords } from '../../models/rounds/roundWords.ts';
import { useDraft } from '../noteCard/useDraft.ts';
import { StateMark } from '../parts/stateMark.tsx';
import type { RoundsScreenProps } from './roundsProps.ts';

interface Props extends RoundsScreenProps {
  readonly onClose: () => void;
}

export function CloseRound({ workshop, sheet, rounds, onClose }: Props) {
  const note = useDraft(sheet.drafts, `round:${sheet.id}`);
  const [busy, setBusy] = useState(false);
  useEffect(() => void rounds.lookAgain(), [rounds]);
  const state = rounds.now.value;
  const last = rounds.list.value.at(-1);
  if (!state || !sheet.ready.value) return <p class="hint">The sheet is still being read…</p>;
  const here = state.notes.filter((one) => one.state !== null);
  const open = here.filter((one) => one.state !== 'agreed');
  const threads = state.notes.reduce((sum, one) => sum + one.threads.length, 0);
  const close = async () => {
    setBusy(true);
    const hash = await rounds.close(note.text.trim());
    setBusy(false);
    if (!hash) return;
    note.clear();
    rounds.at.value = { kind: 'round', hash };
  };
  return (
    <form
      class="add-form"
      data-testid="close-round"
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <div class="round-preview" data-testid="round-preview">
        <p>
          <b>This is kept as it stands now:</b>
        </p>
        <ul class="preview-list">
          <li>
            {counted(here.length, 'note', 'notes')}, {shareWords(state.agreed.all)}
          </li>
          <li>everybody’s view of each note, with the reason</li>
          {threads > 0 && <li>{counted(threads, 'thread', 'threads')} not resolved yet</li>}
        </ul>
      </div>
      {open.length > 0 && <OpenOnes notes={open} />}
      {rounds.heldBack.value && (
        <p class="hint" data-testid="held-back">
          Views that are not shown to everybody yet are not in it.
        </p>
      )}
      <Warnings workshop={workshop} />
      {last && (
        <p>
          <button
            type="button"
            class="link-button"
            onClick={() => {
              rounds.at.value = { kind: 'changes', before: last.hash, after: 'now' };
            }}
          >
            What changed since round {last.number}
          </button>
        </p>
      )}
      <label class="field">
        <span class="caption">A word about it, if you like</span>
        <textarea
          class="textarea"
          rows={2}
          dir="auto"
          maxLength={longest.text}
          value={note.text}
          data-testid="round-note"
          onInput={({ currentTarget }) => note.write(currentTarget.value)}
        />
      </label>
      <p class="hint">
        You all go on working as before. A closed round stays: nobody can change it or take it back, and
        everybody on this board can read it.
      </p>
      <div class="actions">
        <button
          type="submit"
          class="button button-primary button-small"
          data-testid="round-close-yes"
          disabled={busy || !rounds.mayClose()}
        >
          {busy ? 'Closing…' : `Close round ${rounds.nextNumber.value}`}
        </button>
        <button type="button" class="button button-tertiary button-small" onClick={onClose}>
          Not now
        </button>
      </div>
    </form>
  );
}

function OpenOnes({ notes }: { readonly notes: readonly RoundNote[] }) {
  return (
    <details class="settled">
      <summary>{counted(notes.length, 'note', 'notes')} not agreed yet</summary>
      <ul class="round-notes">
        {notes.map(({ id, text, state }) => (
          <li key={id}>
            {state && <StateMark state={state} />}
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What others said may be missing here, and would then be missing in the round. */
function Warnings({ workshop }: Pick<Props, 'workshop'>) {
  const { reach, behind } = workshop.connection.value;
  if (reach === 'offline' || reach === 'refused')
    return (
      <p class="callout" role="alert">
        The board can’t be reached. What others said lately may be missing in this round; it goes to the board
        later.
      </p>
    );
  if (reach === 'joining' || behind > 0)
    return (
      <p class="callout">
        Some of what others said is still on its way here. Wait a moment, or it will be missing in this round.
      </p>
    );
  return null;
}
