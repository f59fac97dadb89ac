/** The agenda: read by everybody, changed by the facilitator before and during the session. */
import { useState } from 'preact/hooks';
import { agendaLimits, agendaMinutes, type SessionStage } from '../../../workshop/session/agenda.ts';
import { authorDisplays, stagePlaces } from '../../../workshop/stage.ts';
import type { Facilitating } from '../../models/session/facilitating.ts';
import type { LiveSession } from '../../models/session/live.ts';
import { authorWords, minutesWords, placeWords } from './stageWords.ts';

interface Props {
  readonly live: LiveSession;
  /** Null for somebody who only reads it. */
  readonly lead: Facilitating | null;
}

export function AgendaList({ live, lead }: Props) {
  const session = live.session.value;
  const [open, setOpen] = useState<string | null>(null);
  if (!session) return null;
  const { agenda, stage: now, phase } = session;
  return (
    <section class="group" aria-labelledby="agenda-title">
      <h2 id="agenda-title" class="group-title">
        Agenda <span class="session-beside">{minutesWords(agendaMinutes(agenda))}</span>
      </h2>
      <ol class="agenda-list" data-testid="agenda">
        {agenda.map((stage, at) => (
          <li
            key={stage.id}
            class={stage.skipped ? 'agenda-stage agenda-skipped' : 'agenda-stage'}
            aria-current={stage.id === now && phase === 'going' ? 'step' : undefined}
            data-testid={`agenda-${stage.id}`}
          >
            <div class="agenda-row">
              <span class="agenda-title" dir="auto">
                {stage.title}
              </span>
              <span class="agenda-minutes-text">{stage.skipped ? 'skipped' : `${stage.minutes} min`}</span>
              {lead && (
                <button
                  type="button"
                  class="link-button"
                  aria-expanded={open === stage.id}
                  data-testid={`agenda-change-${stage.id}`}
                  aria-label={`Change ${stage.title}`}
                  onClick={() => setOpen(open === stage.id ? null : stage.id)}
                >
                  {open === stage.id ? 'Close' : 'Change'}
                </button>
              )}
            </div>
            {lead && open === stage.id && (
              <StageForm
                stage={stage}
                lead={lead}
                first={at === 0}
                last={at === agenda.length - 1}
                at={at}
                current={stage.id === now && phase === 'going'}
                going={phase === 'going'}
                announced={live.content.value.people.some(({ sheet }) => sheet !== null)}
                onGone={() => setOpen(null)}
              />
            )}
          </li>
        ))}
      </ol>
      {lead && agenda.length < agendaLimits.stages && (
        <button
          type="button"
          class="add-note"
          data-testid="agenda-add"
          onClick={() => lead.add(agenda.at(-1)?.id ?? null)}
        >
          + Add a stage
        </button>
      )}
    </section>
  );
}

interface FormProps {
  readonly stage: SessionStage;
  readonly lead: Facilitating;
  readonly at: number;
  readonly first: boolean;
  readonly last: boolean;
  /** People are in it. */
  readonly current: boolean;
  readonly going: boolean;
  /** Sheets stand, and with them what is said about who wrote what. */
  readonly announced: boolean;
  readonly onGone: () => void;
}

function StageForm({ stage, lead, at, first, last, current, going, announced, onGone }: FormProps) {
  const small = 'button button-secondary button-small';
  return (
    <div class="agenda-form">
      <div class="actions">
        {going && !current && (
          <button
            type="button"
            class={small}
            data-testid="agenda-go"
            onClick={() => lead.wish({ kind: 'go to', stage: stage.id })}
          >
            Go there now
          </button>
        )}
        {!current && (
          <button
            type="button"
            class={small}
            data-testid="agenda-skip"
            onClick={() => lead.skip(stage.id, !stage.skipped)}
          >
            {stage.skipped ? 'Take it up again' : 'Skip it'}
          </button>
        )}
        <button type="button" class={small} disabled={first} onClick={() => lead.move(stage.id, at - 1)}>
          <span aria-hidden="true">↑</span>
          <span class="visually-hidden">Earlier</span>
        </button>
        <button
          type="button"
          class={small}
          disabled={last}
          data-testid="agenda-later"
          onClick={() => lead.move(stage.id, at + 1)}
        >
          <span aria-hidden="true">↓</span>
          <span class="visually-hidden">Later</span>
        </button>
        {!current && (
          <button
            type="button"
            class="button button-tertiary button-small"
            data-testid="agenda-drop"
            onClick={() => {
              onGone();
              lead.drop(stage.id);
            }}
          >
            Take it out
          </button>
        )}
      </div>
      <div class="field-pair">
        <Field
          label="Title"
          value={stage.title}
          most={agendaLimits.title}
          onSay={(title) => lead.edit(stage.id, { title })}
        />
        <label class="field">
          <span class="caption">Minutes</span>
          <input
            class="input"
            type="number"
            min={1}
            max={agendaLimits.minutes}
            value={stage.minutes}
            data-testid="agenda-minutes-input"
            onChange={({ currentTarget }) => {
              const minutes = Number(currentTarget.value);
              if (Number.isInteger(minutes) && minutes >= 1) lead.edit(stage.id, { minutes });
              else currentTarget.value = String(stage.minutes);
            }}
          />
        </label>
      </div>
      <Field
        label="You say"
        value={stage.say}
        most={agendaLimits.sentence}
        onSay={(say) => lead.edit(stage.id, { say })}
      />
      <Field
        label="Everybody does"
        value={stage.do}
        most={agendaLimits.sentence}
        onSay={(text) => lead.edit(stage.id, { do: text })}
      />
      <label class="field">
        <span class="caption">Where</span>
        <select
          class="select"
          value={stage.place}
          onChange={({ currentTarget }) => {
            const place = stagePlaces.find((one) => one === currentTarget.value);
            if (place) lead.edit(stage.id, { place });
          }}
        >
          {stagePlaces.map((place) => (
            <option key={place} value={place}>
              {placeWords[place]}
            </option>
          ))}
        </select>
      </label>
      {stage.writing === 'private' && <Authors stage={stage} lead={lead} announced={announced} />}
    </div>
  );
}

/** Said before anybody writes, and never changed for what is written already. */
function Authors({ stage, lead, announced }: Pick<FormProps, 'stage' | 'lead' | 'announced'>) {
  return (
    <label class="field">
      <span class="caption">Names on notes</span>
      <select
        class="select"
        value={stage.authors}
        disabled={announced}
        data-testid="agenda-authors"
        onChange={({ currentTarget }) => {
          const authors = authorDisplays.find((one) => one === currentTarget.value);
          if (authors) lead.edit(stage.id, { authors });
        }}
      >
        {authorDisplays.map((authors) => (
          <option key={authors} value={authors}>
            {authorWords[authors]}
          </option>
        ))}
      </select>
      <span class="hint">
        {announced
          ? 'Said with the sheets when they were put on the board; it stays so.'
          : 'Announced before anybody writes. Miro itself keeps who made each sticky.'}
      </span>
    </label>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly onSay: (text: string) => void;
}

/** Said when the field is left: everybody's panel would follow each letter otherwise. */
function Field({ label, value, most, onSay }: FieldProps) {
  return (
    <label class="field">
      <span class="caption">{label}</span>
      <textarea
        class="textarea agenda-text"
        rows={label === 'Title' ? 1 : 2}
        dir="auto"
        maxLength={most}
        value={value}
        onChange={({ currentTarget }) => onSay(currentTarget.value)}
      />
    </label>
  );
}
