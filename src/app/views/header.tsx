/** Which sheet, who is on it, and the status line. */

import type { Participant } from '../../annotations/participants.ts';
import type { Role } from '../../workshop/roles.ts';
import type { Companion } from '../models/presence/whereabouts.ts';
import type { SheetModel } from '../models/sheet/sheetModel.ts';
import type { SheetView } from '../models/sheet/sheetView.ts';
import { roleWords } from '../models/words/roleWords.ts';
import type { Workshop } from '../models/workshop.ts';
import { initials } from './parts/initials.ts';
import { lazyView } from './parts/lazyView.tsx';

const Status = lazyView(
  async () => (await import('./status.tsx')).Status,
  () => <p class="status">Reading the board…</p>,
);

const nameOfRole = (role: Role | null): string => (role ? roleWords[role] : 'has not said who they are');

const newSheet = 'new';
const group = 'group';

function choose(workshop: Workshop, value: string): void {
  if (value === newSheet) workshop.startAnother();
  else if (value === group) workshop.atSession.value = true;
  else workshop.choose(value);
}

type Face = Pick<Participant, 'name' | 'role' | 'confirmed'> & { readonly user: string };

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
  const company = sheet.company.value;
  const here = new Set<string>([...online.map(({ id }) => id), ...company.map(({ user }) => user)]);
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
          onChange={({ currentTarget }) => choose(workshop, currentTarget.value)}
        >
          {sheets.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
          <option value={newSheet}>Start another sheet…</option>
          <option value={group}>A session for a group…</option>
        </select>
        <People participants={view.participants} company={company} here={here} />
      </div>
      <Status workshop={workshop} here={here.size} />
    </header>
  );
}

/** More than these would leave no room for the sheet's name. */
const mostFaces = 4;

interface PeopleProps {
  readonly participants: readonly Participant[];
  /** On this sheet just now. */
  readonly company: readonly Companion[];
  /** On the board. */
  readonly here: ReadonlySet<string>;
}

function People({ participants, company, here }: PeopleProps) {
  const near = new Set(company.map(({ user }) => user));
  // Whoever looks at the sheet is shown, also before they have said who they are.
  const lookers = company
    .filter(({ user }) => participants.every((one) => one.user !== user))
    .map(({ user, name }) => ({ user, name, role: null, confirmed: true }));
  // The two who decide come first, then whoever is here.
  const rank = ({ user, role, confirmed }: Face) =>
    (role === 'engineer' ? 0 : role === 'manager' && confirmed ? 1 : 2) +
    (near.has(user) ? 0 : here.has(user) ? 0.3 : 0.6);
  const sorted: readonly Face[] = [...participants, ...lookers].sort((one, other) => rank(one) - rank(other));
  const shown = sorted.length > mostFaces ? sorted.slice(0, mostFaces - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const words = ({ user, name, role, confirmed }: Face) =>
    `${name || 'Somebody'} · ${nameOfRole(role)}${confirmed ? '' : ' (not confirmed yet)'}${near.has(user) ? ' · on this sheet now' : here.has(user) ? ' · here now' : ''}`;
  return (
    <ul class="people" aria-label="People on this sheet">
      {shown.map((person) => (
        <li
          key={person.user}
          class={
            near.has(person.user)
              ? 'person person-near'
              : here.has(person.user)
                ? 'person person-here'
                : 'person'
          }
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
