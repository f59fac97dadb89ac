/** A note for somebody who has no laptop: the facilitator writes it on their sheet, and a remark says for whom. */
import { useState } from 'preact/hooks';
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { LaneId } from '../../../workshop/ids.ts';
import type { Facilitating } from '../../models/session/facilitating.ts';
import type { Workshop } from '../../models/workshop.ts';

interface Props {
  readonly workshop: Workshop;
  readonly lead: Facilitating;
}

export function WriteFor({ workshop, lead }: Props) {
  const sheet = workshop.sheet.value;
  const view = sheet?.shared.value;
  const [name, setName] = useState('');
  const [lane, setLane] = useState('');
  const [text, setText] = useState('');
  const [working, setWorking] = useState(false);
  if (!sheet || !view) return null;
  const lanes = view.columns.flatMap(({ column, lanes: own }) =>
    own.map(({ lane: one }) => ({
      id: one.id,
      title: own.length > 1 ? `${column.title}: ${one.title}` : column.title,
    })),
  );
  const chosen = lane || lanes[0]?.id || '';
  const send = async () => {
    setWorking(true);
    const written = await lead.writeFor(name.trim(), sheet, chosen as LaneId, text.trim()); // an id of the list above
    setWorking(false);
    if (written) setText('');
  };
  return (
    <details class="settled" data-testid="write-for">
      <summary>Write a note for somebody</summary>
      <form
        class="tool-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="hint" dir="auto">
          For somebody without a laptop. It goes on the board, on {view.label}, with a remark that says for
          whom.
          {blindStep(view.content.writing) !== null &&
            ' Others write unseen there now; this note is seen at once.'}
        </p>
        <label class="field">
          <span class="caption">For</span>
          <input
            class="input"
            dir="auto"
            maxLength={60}
            value={name}
            data-testid="write-for-name"
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="caption">Where</span>
          <select
            class="select"
            value={chosen}
            onChange={({ currentTarget }) => setLane(currentTarget.value)}
          >
            {lanes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="caption">Their words</span>
          <textarea
            class="textarea"
            rows={3}
            dir="auto"
            maxLength={2000}
            value={text}
            data-testid="write-for-text"
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button
          type="submit"
          class="button button-secondary button-small"
          disabled={working || name.trim() === '' || text.trim() === ''}
          data-testid="write-for-go"
        >
          {working ? 'Writing…' : 'Put it on the board'}
        </button>
      </form>
    </details>
  );
}
