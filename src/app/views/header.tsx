/** Which sheet, who is on it, and one status line that is always true. */

import type { Participant } from '../../annotations/participants.ts';
import type { Role } from '../../workshop/roles.ts';
import { problemWords } from '../models/problemWords.ts';
import { roleWords } from '../models/roleWords.ts';
import { type SavedWords, savedWords } from '../models/savedWords.ts';
import type { SheetModel } from '../models/sheetModel.ts';
import type { SheetView } from '../models/sheetView.ts';
import type { Workshop } from '../models/workshop.ts';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('') || '?';

const nameOfRole = (role: Role | null): string => (role ? roleWords[role] : 'has not said who they are');

const newSheet = 'new';

export function Header({
  workshop,
  sheet,
  view,
}: {
  workshop: Workshop;
  sheet: SheetModel;
  view: SheetView;
}) {
  const sheets = workshop.sheets.value;
  const online = workshop.online.value;
  const saved = savedWords(workshop.saved.value);
  const problem = problemWords(workshop.problems.value);
  return (
    <header class="header">
      <h1 class="visually-hidden">{view.label}</h1>
      <div class="header-row">
        <select
          class="sheet-choice"
          aria-label="Sheet"
          title={view.label}
          data-testid="sheet-choice"
          value={sheet.id}
          onChange={({ currentTarget }) =>
            currentTarget.value === newSheet ? workshop.startAnother() : workshop.choose(currentTarget.value)
          }
        >
          {sheets.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
          <option value={newSheet}>Start another sheet…</option>
        </select>
        <People participants={view.participants} here={new Set(online.map(({ id }) => id))} />
      </div>
      <Status saved={saved} online={online.length} />
      {problem && (
        <p class="hint" role="status" data-testid="sync-problem">
          {problem}
        </p>
      )}
    </header>
  );
}

/** Written out, so that what strips unused styles finds them. */
const statusClass: Record<SavedWords['tone'], string> = {
  good: 'status status-good',
  busy: 'status',
  warn: 'status status-warn',
};

/** Seen always; read aloud only when something is wrong, not at every saved letter. */
function Status({ saved, online }: { saved: SavedWords; online: number }) {
  return (
    <>
      <p class={statusClass[saved.tone]} data-testid="status">
        <span>
          {saved.words} · {online > 1 ? `${online} here` : 'only you here'}
        </span>
      </p>
      <p class="visually-hidden" role="status">
        {saved.tone === 'warn' ? saved.words : ''}
      </p>
    </>
  );
}

/** More than these would leave no room for the sheet's name. */
const mostFaces = 4;

function People({ participants, here }: { participants: readonly Participant[]; here: ReadonlySet<string> }) {
  // The two who decide come first, then whoever is here.
  const rank = ({ user, role, confirmed }: Participant) =>
    (role === 'engineer' ? 0 : role === 'manager' && confirmed ? 1 : 2) + (here.has(user) ? 0 : 0.5);
  const sorted = [...participants].sort((one, other) => rank(one) - rank(other));
  const shown = sorted.length > mostFaces ? sorted.slice(0, mostFaces - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const words = ({ user, name, role, confirmed }: Participant) =>
    `${name || 'Somebody'} · ${nameOfRole(role)}${confirmed ? '' : ' (not confirmed yet)'}${here.has(user) ? ' · here now' : ''}`;
  return (
    <ul class="people" aria-label="People on this sheet">
      {shown.map((person) => (
        <li
          key={person.user}
          class={here.has(person.user) ? 'person person-here' : 'person'}
          title={words(person)}
        >
          <span aria-hidden="true">{initials(person.name)}</span>
          <span class="visually-hidden">{words(person)}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li class="person" title={rest.map(words).join('\n')}>
          <span aria-hidden="true">+{rest.length}</span>
          <span class="visually-hidden">and {rest.map(words).join(', ')}</span>
        </li>
      )}
    </ul>
  );
}
