/** Which notes to show, in one line above them; and what to say where none fits. */
import { useId } from 'preact/hooks';
import type { Attention } from '../../models/talk/attention.ts';
import { type NoteFilter as Filter, noteFilters } from '../../models/talk/noteFilters.ts';
import '../styles/filter.css';

const words: Record<Filter, string> = {
  all: 'All notes',
  asked: 'Questions for me',
  open: 'Open',
  vague: 'Vague',
  changed: 'Changed since I looked',
  unread: 'Unread',
  mine: 'Mine',
};

const nothingFits: Record<Filter, string> = {
  all: 'There are no notes yet.',
  asked: 'Nobody waits for an answer from you.',
  open: 'Nothing is open: every note is agreed.',
  vague: 'No note reads as if it would fit any team.',
  changed: 'No note says something else than when you last looked.',
  unread: 'You have seen everything.',
  mine: 'You have not written or said anything here yet.',
};

export function NoteFilter({ attention }: { readonly attention: Attention }) {
  const id = useId();
  const { chosen, filters, shown } = attention;
  const found = filters.value;
  if (found.all.size === 0) return null;
  return (
    <div class="filter">
      <label class="caption" for={id}>
        Show
      </label>
      <select
        id={id}
        class="select"
        data-testid="note-filter"
        value={chosen.value}
        onChange={({ currentTarget }) => {
          chosen.value = noteFilters.find((known) => known === currentTarget.value) ?? 'all';
        }}
      >
        {noteFilters.map((filter) => (
          <option key={filter} value={filter}>
            {words[filter]} ({found[filter].size})
          </option>
        ))}
      </select>
      {chosen.value !== 'all' && shown.value?.size === 0 && (
        <div class="empty filter-note" role="status" data-testid="nothing-fits">
          <p>{nothingFits[chosen.value]}</p>
          <button
            type="button"
            class="link-button"
            onClick={() => {
              chosen.value = 'all';
            }}
          >
            Show all notes
          </button>
        </div>
      )}
      {chosen.value === 'unread' && found.unread.size > 1 && (
        <button
          type="button"
          class="link-button filter-note"
          data-testid="seen-all"
          onClick={() => attention.look(found.unread)}
        >
          I have seen all of these
        </button>
      )}
    </div>
  );
}
