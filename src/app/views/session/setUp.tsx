/** Setting a session up: what it is, who comes, who reviews whom, who can read what, and the sheets on the board. */
import { useState } from 'preact/hooks';
import { agendaMinutes } from '../../../workshop/session/agenda.ts';
import { lenses } from '../../../workshop/sheet.ts';
import { detailLimits } from '../../../workshop/tidyDetails.ts';
import type { LiveSession } from '../../models/session/live.ts';
import type { SettingUp } from '../../models/session/settingUp.ts';
import type { Workshop } from '../../models/workshop.ts';
import { Options } from '../parts/options.tsx';
import { TemplateChoice } from '../start/templateChoice.tsx';
import { AgendaList } from './agendaList.tsx';
import { DropSheets } from './dropSheets.tsx';
import { HowYouMeet } from './howYouMeet.tsx';
import { PeopleList } from './peopleList.tsx';
import { minutesWords } from './stageWords.ts';

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

export function SetUp({ workshop, live }: Props) {
  const setUp = live.setUp();
  const session = live.session.value;
  if (!setUp) return null;
  if (!live.iHold.value || session?.phase !== 'planned')
    return (
      <>
        <p>
          Write the role with several people at once: an agenda with minutes, a sheet for each engineer, and a
          bar in everybody’s panel that says what to do now.
        </p>
        <button
          type="button"
          class="button button-primary"
          data-testid="set-up-begin"
          disabled={!live.ready.value}
          onClick={() => void setUp.begin()}
        >
          {session?.phase === 'ended' ? 'Set up another one' : 'Set it up'}
        </button>
      </>
    );
  return <Steps workshop={workshop} live={live} setUp={setUp} />;
}

function Steps({ workshop, live, setUp }: Props & { readonly setUp: SettingUp }) {
  const lead = live.lead();
  const session = live.session.value;
  if (!session) return null;
  const plan = setUp.plan.value;
  const alone = session.format === 'solo';
  const text = (key: 'title' | 'team' | 'level', label: string, placeholder: string) => (
    <label class="field">
      <span class="caption">{label}</span>
      <input
        class="input"
        dir="auto"
        maxLength={detailLimits[key]}
        data-testid={`set-up-${key}`}
        value={plan[key]}
        placeholder={placeholder}
        onChange={({ currentTarget }) => setUp.change({ [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <>
      <HowYouMeet session={session} setUp={setUp} />
      <TemplateChoice
        workshop={workshop}
        chosen={session.template}
        onChoose={(template) => void setUp.choose({ template })}
      />
      {text('title', 'The role', 'Staff Engineer')}
      <div class="field-pair">
        {text('team', 'Team', 'e.g. Credit limits')}
        {text('level', 'Level', 'e.g. Staff')}
      </div>
      <fieldset class="choice-row">
        <legend class="caption">Columns</legend>
        {lenses.map((lens) => (
          <label key={lens} class="segment">
            <input
              type="radio"
              name="set-up-lens"
              checked={plan.lens === lens}
              onChange={() => setUp.change({ lens })}
            />
            <span>{lens === 'pillars' ? 'By pillar' : 'By responsibility'}</span>
          </label>
        ))}
      </fieldset>
      <PeopleList setUp={setUp} />
      {!alone && <WhoReads setUp={setUp} />}
      {plan.boards === 'one' ? (
        <DropSheets workshop={workshop} setUp={setUp} />
      ) : (
        <PairBoards setUp={setUp} />
      )}
      <details class="settled" data-testid="set-up-agenda">
        <summary>Agenda: {minutesWords(agendaMinutes(session.agenda))}</summary>
        <AgendaList live={live} lead={lead} />
      </details>
      <div class="stack">
        <button
          type="button"
          class="button button-primary"
          data-testid="set-up-start"
          onClick={() => {
            setUp.start();
            // Who only facilitates has no sheet to go to.
            if (live.myself.value && live.myself.value.role !== 'facilitator')
              workshop.atSession.value = false;
          }}
        >
          Start the session
        </button>
        <p class="hint">
          Everybody’s panel then shows the first stage. Until you start, nobody is asked to do anything.
        </p>
      </div>
    </>
  );
}

function WhoReads({ setUp }: { readonly setUp: SettingUp }) {
  const plan = setUp.plan.value;
  return (
    <>
      <Options
        legend="Who can read what?"
        name="set-up-boards"
        options={[
          {
            id: 'one',
            title: 'One board for all',
            meaning:
              'Everybody here can see every sheet, and what people say about its notes once they say it. Rolewright shows nobody another pair’s disagreement, but somebody with tools of their own could read it.',
          },
          {
            id: 'pair',
            title: 'One board for each pair',
            meaning:
              'Only the engineer and their reviewers can read what is on their board. You share the agenda and the time here.',
          },
        ]}
        chosen={plan.boards}
        onChoose={(boards) => setUp.change({ boards })}
      />
      <label class="toggle-row">
        <input
          type="checkbox"
          checked={plan.unseen}
          data-testid="set-up-unseen"
          onChange={({ currentTarget }) => setUp.change({ unseen: currentTarget.checked })}
        />
        <span>
          First notes are written unseen
          <span class="hint">They stay in each one’s browser until both sides of a sheet are done.</span>
        </span>
      </label>
    </>
  );
}

function PairBoards({ setUp }: { readonly setUp: SettingUp }) {
  const engineers = setUp.engineers.value;
  const links = setUp.plan.value.links;
  const [wrong, setWrong] = useState<string | null>(null);
  if (engineers.length === 0) return null;
  return (
    <section class="group" aria-labelledby="pairs-title">
      <h2 id="pairs-title" class="group-title">
        A board for each pair
      </h2>
      <p class="hint">
        Miro lets no app make boards. Make one for each engineer, share it with their reviewers only, and put
        its address here; the message then leads to it.
      </p>
      <ul class="room">
        {engineers.map(({ id, name }) => (
          <li key={id} class="pair-board">
            <label class="field">
              <span class="caption" dir="auto">
                {name}
              </span>
              <input
                class="input"
                type="url"
                placeholder="https://miro.com/app/board/…"
                value={links.get(id) ?? ''}
                aria-invalid={wrong === id}
                onChange={({ currentTarget }) => setWrong(setUp.setLink(id, currentTarget.value) ? null : id)}
              />
            </label>
            <button
              type="button"
              class="button button-secondary button-small"
              onClick={() => void setUp.copyPairMessage(id)}
            >
              Copy their message
            </button>
            {wrong === id && (
              <p class="hint">This is no web address. Copy it from the browser’s address line.</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
