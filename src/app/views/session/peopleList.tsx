/** Who takes part: names pasted, or picked among who is here; what they are, and whose sheets they review. */
import { useState } from 'preact/hooks';
import { type Role, roles } from '../../../workshop/roles.ts';
import { mostPeople, reviewersOf, type SessionPerson } from '../../../workshop/session/people.ts';
import type { SettingUp } from '../../models/session/settingUp.ts';
import { asRole, roleWords } from '../../models/words/roleWords.ts';

export function PeopleList({ setUp }: { readonly setUp: SettingUp }) {
  const people = setUp.people.value;
  const [open, setOpen] = useState<string | null>(null);
  const engineers = setUp.engineers.value;
  return (
    <section class="group" aria-labelledby="people-title">
      <h2 id="people-title" class="group-title">
        People <span class="session-beside">{people.length > 0 ? people.length : ''}</span>
      </h2>
      <AddNames setUp={setUp} full={people.length >= mostPeople} />
      {people.length > 0 && (
        <ul class="room" data-testid="set-up-people">
          {people.map((person) => (
            <li key={person.id} class="set-up-person">
              <div class="set-up-row">
                <span class="room-name">
                  <b dir="auto">{person.name}</b>
                  <span class="hint" dir="auto">
                    {factsOf(person, people)}
                  </span>
                </span>
                <select
                  class="select set-up-role"
                  aria-label={`What ${person.name} is`}
                  value={person.role}
                  onChange={({ currentTarget }) => setUp.setRole(person.id, currentTarget.value as Role)}
                >
                  {roles.map((role) => (
                    <option key={role} value={role}>
                      {roleWords[role]}
                    </option>
                  ))}
                </select>
                <button
                  type="button"
                  class="link-button"
                  aria-expanded={open === person.id}
                  aria-label={`More about ${person.name}`}
                  data-testid="set-up-more"
                  onClick={() => setOpen(open === person.id ? null : person.id)}
                >
                  {open === person.id ? 'Close' : 'More'}
                </button>
              </div>
              {open === person.id && (
                <Reviews setUp={setUp} person={person} engineers={engineers} onGone={() => setOpen(null)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {engineers.length > 1 && (
        <button
          type="button"
          class="link-button"
          data-testid="set-up-threes"
          onClick={() => setUp.reviewInThrees()}
        >
          Let engineers review each other in threes
        </button>
      )}
    </section>
  );
}

function factsOf(person: SessionPerson, people: readonly SessionPerson[]): string {
  const names = (ids: readonly string[]) =>
    people
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  const reviewers = reviewersOf(people, person.id).map(({ name }) => name);
  return [
    person.reviews.length > 0
      ? `reviews ${names(person.reviews)}`
      : (person.role === 'manager' || person.role === 'peer') && 'reviews nobody yet: More',
    person.role === 'engineer' &&
      (reviewers.length > 0 ? `reviewed by ${reviewers.join(', ')}` : 'nobody reviews yet'),
  ]
    .filter(Boolean)
    .join(' · ');
}

interface ReviewsProps {
  readonly setUp: SettingUp;
  readonly person: SessionPerson;
  readonly engineers: readonly SessionPerson[];
  readonly onGone: () => void;
}

function Reviews({ setUp, person, engineers, onGone }: ReviewsProps) {
  const others = engineers.filter(({ id }) => id !== person.id);
  return (
    <div class="agenda-form">
      <label class="field">
        <span class="caption">Name</span>
        <input
          class="input"
          dir="auto"
          value={person.name}
          onChange={({ currentTarget }) => setUp.rename(person.id, currentTarget.value)}
        />
      </label>
      {others.length > 0 && (
        <fieldset class="set-up-reviews">
          <legend class="caption">Reviews, as {asRole[person.role]}</legend>
          {others.map(({ id, name }) => (
            <label key={id} class="set-up-check">
              <input
                type="checkbox"
                checked={person.reviews.includes(id)}
                onChange={({ currentTarget }) => setUp.review(person.id, id, currentTarget.checked)}
              />
              <span dir="auto">{name}</span>
            </label>
          ))}
          {others.length > 1 && (
            <button
              type="button"
              class="link-button"
              data-testid="set-up-review-all"
              onClick={() => setUp.reviewAll(person.id)}
            >
              All of them
            </button>
          )}
        </fieldset>
      )}
      <button
        type="button"
        class="button button-tertiary button-small"
        data-testid="set-up-remove"
        onClick={() => {
          onGone();
          setUp.remove(person.id);
        }}
      >
        Take off the list
      </button>
      {person.sheet && <p class="hint">A sheet that is on the board stays there.</p>}
    </div>
  );
}

function AddNames({ setUp, full }: { readonly setUp: SettingUp; readonly full: boolean }) {
  const [text, setText] = useState('');
  const [twice, setTwice] = useState<readonly string[]>([]);
  const others = setUp.others.value;
  if (full) return <p class="hint">A session has at most {mostPeople} people.</p>;
  return (
    <form
      class="set-up-add"
      onSubmit={(event) => {
        event.preventDefault();
        setTwice(setUp.addNames(text));
        setText('');
      }}
    >
      <label class="field">
        <span class="caption">Paste names, one a line; roles come next</span>
        <textarea
          class="textarea"
          rows={3}
          dir="auto"
          value={text}
          data-testid="set-up-names"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button
          type="submit"
          class="button button-secondary button-small"
          data-testid="set-up-add"
          disabled={text.trim() === ''}
        >
          Add
        </button>
        {others.slice(0, 12).map(({ user, name }) => (
          <button
            key={user}
            type="button"
            class="button button-tertiary button-small"
            data-testid="set-up-online"
            onClick={() => setUp.addSomebody(user, name)}
          >
            + {name}
          </button>
        ))}
      </div>
      {twice.length > 0 && (
        <p class="hint" role="status" dir="auto" data-testid="set-up-twice">
          {twice.join(', ')} {twice.length === 1 ? 'was' : 'were'} on the list already, and{' '}
          {twice.length === 1 ? 'is' : 'are'} there once.
        </p>
      )}
    </form>
  );
}
