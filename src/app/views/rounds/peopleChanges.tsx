/** What changed besides the notes: who takes part as what, and what the sheet says of itself. */
import type { Changes } from '../../../annotations/changes.ts';
import type { Participant } from '../../../annotations/participants.ts';
import { nameIn } from '../../models/rounds/roundWords.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { asRole } from '../../models/words/roleWords.ts';

const fieldWords: Partial<Record<Changes['details'][number]['field'], string>> = {
  title: 'Role',
  team: 'Team',
  level: 'Level',
  engineer: 'Engineer',
  reviewers: 'Reviewers',
  lens: 'Shown by',
  template: 'Template',
};

const inWords = (person: Participant | null): string => {
  if (!person?.role) return 'nobody here';
  return person.confirmed ? asRole[person.role] : `${asRole[person.role]}, not confirmed`;
};

export function PeopleChanges({ view, changes }: { readonly view: SheetView; readonly changes: Changes }) {
  const people = changes.people.filter(({ before, after }) => inWords(before) !== inWords(after));
  if (people.length + changes.details.length === 0) return null;
  return (
    <section class="group" aria-label="About the sheet">
      <h3 class="group-title">About the sheet</h3>
      <ul class="change-list">
        {people.map(({ user, before, after }) => (
          <li key={user} class="hint">
            <bdi>{nameIn(view, user)}</bdi>: {inWords(before)} → {inWords(after)}
          </li>
        ))}
        {changes.details.map(({ field, before, after }) => (
          <li key={field} class="hint">
            {fieldWords[field] ?? field}: <bdi>{before || '–'}</bdi> → <bdi>{after || '–'}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
