/** Which sheet, who is on it, and one status line that is always true. */

import type { Role } from '../../workshop/roles.ts';
import { problemWords } from '../models/problemWords.ts';
import { roleWords } from '../models/roleWords.ts';
import { savedWords } from '../models/savedWords.ts';
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
  const here = new Set(online.map(({ id }) => id));
  return (
    <header class="header">
      <div class="header-row">
        <select
          class="sheet-choice"
          aria-label="Sheet"
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
        <ul class="people" aria-label="People on this sheet">
          {view.participants.map((person) => (
            <li
              key={person.user}
              class={`person ${here.has(person.user) ? 'here' : ''}`}
              title={`${person.name} · ${nameOfRole(person.role)}${person.confirmed ? '' : ' (not confirmed yet)'}${here.has(person.user) ? ' · here now' : ''}`}
            >
              <span aria-hidden="true">{initials(person.name)}</span>
              <span class="visually-hidden">
                {person.name}, {nameOfRole(person.role)}
                {person.confirmed ? '' : ', not confirmed yet'}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p class={`status status-${saved.tone}`} role="status" data-testid="status">
        {saved.words} · {online.length > 1 ? `${online.length} here` : 'only you here'}
      </p>
      {problem && (
        <p class="hint" data-testid="sync-problem">
          {problem}
        </p>
      )}
    </header>
  );
}
