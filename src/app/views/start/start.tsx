/** Start a sheet: sensible defaults and one primary button; or drag the card to a place on the board. */
import { useEffect, useState } from 'preact/hooks';
import { type Role, roles } from '../../../workshop/roles.ts';
import { type Lens, lenses } from '../../../workshop/sheet.ts';
import type { Writing } from '../../../workshop/sheetWords.ts';
import type { Template } from '../../../workshop/template.ts';
import { detailLimits } from '../../../workshop/tidyDetails.ts';
import { dragTarget } from '../../models/drop/drop.ts';
import type { StartForm } from '../../models/drop/startForm.ts';
import { templateOf } from '../../models/templates/templates.ts';
import { asRole } from '../../models/words/roleWords.ts';
import type { Workshop } from '../../models/workshop.ts';
import { lazyView } from '../parts/lazyView.tsx';
import { Unfinished } from './unfinished.tsx';

const Strangers = lazyView(async () => (await import('../found/strangers.tsx')).Strangers);
const TemplateChoice = lazyView(async () => (await import('./templateChoice.tsx')).TemplateChoice);

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];
const lensWords = (lens: Lens, template: Template | undefined): string => {
  const count = template?.[lens].length ?? 0;
  const word = numbers[count] ?? String(count);
  const what = lens === 'pillars' ? 'pillar' : 'responsibility';
  return count === 1 ? `${word} ${what}` : `${word} ${lens}`;
};

const writings: readonly Writing[] = ['board', 'panel'];
const writingWords: Record<Writing, string> = {
  board: 'On the board',
  panel: 'Unseen first',
};
const writingHints: Record<Writing, string> = {
  board: 'Everybody sees each note at once.',
  panel:
    'Each of you writes in the panel, unseen by the other; both sides are shown once both are done. The lanes on the board say so.',
};

/** Characters for all their names. */
const mostReviewers = detailLimits.reviewers * (detailLimits.name + 2);

export function Start({ workshop }: { workshop: Workshop }) {
  const [form, setForm] = useState<StartForm>(() => workshop.drop.defaults());
  const set = (change: Partial<StartForm>) => setForm((now) => ({ ...now, ...change }));
  // A drop on the board uses the form as it stands then.
  useEffect(() => workshop.drop.offer(form), [workshop, form]);
  const template = templateOf(form.template);
  const others = workshop.sheets.value;
  const text = (key: 'title' | 'team' | 'level' | 'reviewers', label: string, placeholder: string) => (
    <label class="field">
      <span class="caption">{label}</span>
      <input
        class="input"
        dir="auto"
        maxLength={key === 'reviewers' ? mostReviewers : detailLimits[key]}
        data-testid={`start-${key}`}
        value={form[key]}
        placeholder={placeholder}
        onInput={({ currentTarget }) => set({ [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form
      class="screen"
      aria-labelledby="start-title"
      onSubmit={(event) => {
        event.preventDefault();
        void workshop.drop.place(form);
      }}
    >
      <div class="screen-head">
        <h1 id="start-title" class="h2">
          Write the role in your team
        </h1>
        <p class="hint">
          You write notes, your manager says what they think, and you both see where you agree.
        </p>
        <button
          type="button"
          class="link-button"
          data-testid="start-session"
          onClick={() => {
            workshop.atSession.value = true;
          }}
        >
          For several people at once: set up a session…
        </button>
      </div>
      <Unfinished workshop={workshop} />
      {workshop.found.strangers.value.length > 0 && <Strangers workshop={workshop} />}
      {text('title', 'Role', 'Staff Engineer')}
      {text('team', 'Team', 'e.g. Credit limits')}
      <div class="field-pair">
        {text('level', 'Level', 'e.g. Staff')}
        <label class="field">
          <span class="caption">I am</span>
          <select
            class="select"
            data-testid="start-role"
            value={form.role}
            onChange={({ currentTarget }) => set({ role: currentTarget.value as Role })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {asRole[role]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {form.role !== 'engineer' && (
        <p class="hint">The engineer takes over the sheet when they open the app and say who they are.</p>
      )}
      {text('reviewers', 'Who should say what they think', 'Names, with commas between')}
      <fieldset class="choice-row">
        <legend class="caption">Columns</legend>
        {lenses.map((lens) => (
          <label key={lens} class="segment">
            <input
              type="radio"
              name="lens"
              value={lens}
              checked={form.lens === lens}
              onChange={() => set({ lens })}
            />
            <span>{lensWords(lens, template)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="choice-row" aria-describedby="writing-hint">
        <legend class="caption">First notes</legend>
        {writings.map((writing) => (
          <label key={writing} class="segment">
            <input
              type="radio"
              name="writing"
              value={writing}
              data-testid={`start-writing-${writing}`}
              checked={form.writing === writing}
              onChange={() => set({ writing })}
            />
            <span>{writingWords[writing]}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint" id="writing-hint">
        {writingHints[form.writing]}
      </p>
      <TemplateChoice
        workshop={workshop}
        chosen={form.template}
        onChoose={(name) => set({ template: name })}
      />
      <div class="stack">
        <button type="submit" class="button button-primary" data-testid="drop-sheet">
          Put it on the board
        </button>
        <div class="drag-card miro-draggable" data-drop={dragTarget} data-testid="drag-sheet">
          <span aria-hidden="true">⠿</span>
          or drag this to a place on the board
        </div>
      </div>
      {others.length > 0 && (
        <button type="button" class="link-button" onClick={() => workshop.cancelStarting()}>
          Back to the sheet
        </button>
      )}
    </form>
  );
}
