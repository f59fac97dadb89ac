/** One line that is always true: where one's own words are, how others' come, and who is here. */
import { problemWords } from '../models/words/problemWords.ts';
import { type SavedWords, savedWords } from '../models/words/savedWords.ts';
import type { Workshop } from '../models/workshop.ts';

/** Written out, so that what strips unused styles finds them. */
const statusClass: Record<SavedWords['tone'], string> = {
  good: 'status status-good',
  busy: 'status',
  warn: 'status status-warn',
};

/**
 * Seen always; read aloud only when something is wrong, not at every saved letter. `here`: people on the board, as far
 * as is known, which nobody tells while it can't be reached.
 */
export function Status({ workshop, here }: { workshop: Workshop; here: number }) {
  const [saved, connection] = [workshop.saved.value, workshop.connection.value];
  const drafted = workshop.sheet.value?.unseen.value?.drafted.value;
  const { tone, words } = savedWords(saved, connection, drafted);
  const problem = problemWords(workshop.problems.value, saved, connection);
  const people = here > 1 ? `${here} here` : 'only you here';
  return (
    <>
      <p class={statusClass[tone]} data-testid="status">
        <span>{connection.reach === 'offline' ? words : `${words} · ${people}`}</span>
      </p>
      <p class="visually-hidden" role="status">
        {tone === 'warn' ? words : ''}
      </p>
      {problem && (
        <p class="hint" role="status" data-testid="sync-problem">
          {problem}
        </p>
      )}
    </>
  );
}
