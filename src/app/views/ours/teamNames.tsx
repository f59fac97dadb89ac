/** The team's own names: one list that everybody on the sheet edits. A note that names one says where it is about. */
import { useState } from 'preact/hooks';
import type { TeamName } from '../../../annotations/ours/teamNames.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Ours } from '../../models/ours/ours.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { useDraft } from '../noteCard/useDraft.ts';

interface Props {
  readonly sheet: SheetModel;
  readonly ours: Ours;
  readonly canWrite: boolean;
}

export function TeamNamesGroup({ sheet, ours, canWrite }: Props) {
  const { values, unknown } = ours.names.value;
  const suggested = canWrite ? ours.suggested.value : [];
  return (
    <section class="group" aria-labelledby="names-title" data-testid="team-names">
      <h3 class="group-title" id="names-title">
        Your team’s own names {values.length > 0 && <span class="figure">{values.length}</span>}
      </h3>
      <p class="hint">
        Systems, teams and words that only you use. A note that names one is about your place, so there is
        less to ask. Everybody on the sheet can add to the list.
      </p>
      {values.length > 0 && (
        <ul class="name-list">
          {values.map((name) => (
            <NameChip key={name.key} ours={ours} name={name} canWrite={canWrite} />
          ))}
        </ul>
      )}
      {unknown > 0 && (
        <p class="hint">
          {unknown === 1 ? 'One entry was' : `${unknown} entries were`} written by another version and can’t
          be shown here. Nothing of it is lost.
        </p>
      )}
      {suggested.length > 0 && (
        <div class="stack" data-testid="suggested-names">
          <p class="caption">Seen in several notes</p>
          <ul class="name-list">
            {suggested.map(({ name, notes }) => (
              <li key={name}>
                <button
                  type="button"
                  class="name-chip name-offer"
                  title={`In ${notes} notes`}
                  data-testid="suggested-name"
                  onClick={() => ours.addNames(name)}
                >
                  + <bdi>{cleanLine(name)}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {canWrite && <AddNames sheet={sheet} ours={ours} />}
      {values.length > 0 && (
        <button
          type="button"
          class="link-button"
          data-testid="copy-names"
          onClick={() => void ours.copyNames()}
        >
          Copy the list, one name a line
        </button>
      )}
    </section>
  );
}

function NameChip({ ours, name, canWrite }: { ours: Ours; name: TeamName; canWrite: boolean }) {
  const shown = cleanLine(name.name);
  return (
    <li class="name-chip" data-testid="team-name">
      <bdi>{shown}</bdi>
      {canWrite && (
        <button
          type="button"
          class="icon-button"
          aria-label={`Take ${shown} off the list`}
          onClick={() => ours.removeName(name)}
        >
          ×
        </button>
      )}
    </li>
  );
}

function AddNames({ sheet, ours }: Pick<Props, 'sheet' | 'ours'>) {
  const draft = useDraft(sheet.drafts, `names:${sheet.id}`);
  const [said, setSaid] = useState('');
  const ready = draft.text.trim() !== '';
  const add = (): void => {
    if (!ready) return;
    const fresh = ours.addNames(draft.text);
    setSaid(fresh === 0 ? 'They are on the list already.' : fresh === 1 ? 'Added one.' : `Added ${fresh}.`);
    draft.clear();
  };
  return (
    <form
      class="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
          event.preventDefault();
          add();
        }
      }}
    >
      <label class="field">
        <span class="caption">Add names, one a line</span>
        <textarea
          class="textarea"
          rows={2}
          dir="auto"
          maxLength={10_000}
          data-testid="names-text"
          placeholder="Type one, or paste a list"
          value={draft.text}
          onInput={({ currentTarget }) => {
            setSaid('');
            draft.write(currentTarget.value);
          }}
        />
      </label>
      <div class="actions">
        <button
          type="submit"
          class="button button-secondary button-small"
          data-testid="add-names"
          disabled={!ready}
        >
          Add
        </button>
        <span class="hint" role="status">
          {said}
        </span>
      </div>
    </form>
  );
}
