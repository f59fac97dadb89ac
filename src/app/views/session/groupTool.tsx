/** Putting look-alikes together: select several on the board, or tick them here. Anybody on the sheet may. */
import { useState } from 'preact/hooks';
import type { ItemId } from '../../../workshop/ids.ts';
import { groupingPart } from '../../models/session/tools/toolParts.ts';
import type { ToolProps } from './toolProps.ts';

export function GroupTool({ sheet, view }: ToolProps) {
  const grouping = sheet.part(groupingPart).value;
  const [ticked, setTicked] = useState<ReadonlySet<ItemId>>(new Set());
  if (!grouping) return null;
  const groups = grouping.groups.value;
  const loose = grouping.loose.value;
  const selected = grouping.selected.value;
  const chosen = [...ticked].filter((id) => view.notes.has(id));
  const tick = (id: ItemId) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const group = (ids: readonly ItemId[]) => {
    grouping.group(ids);
    setTicked(new Set());
  };
  const row = (id: ItemId, text: string) => (
    <label class="tool-tick">
      <input type="checkbox" checked={ticked.has(id)} data-testid="group-tick" onChange={() => tick(id)} />
      <span dir="auto">{text}</span>
    </label>
  );
  return (
    <form
      class="tool-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length >= 2) group(chosen);
      }}
    >
      <p class="hint">
        Grouping changes no note. Select several stickies on the board, or tick them here and press Enter;
        ticking one of a group adds to that group.
      </p>
      <div class="actions tool-act">
        <button
          type="submit"
          class="button button-primary button-small"
          disabled={chosen.length < 2}
          data-testid="group-ticked"
        >
          {chosen.length < 2 ? 'Group' : `Group these ${chosen.length}`}
        </button>
        {selected.length > 0 && (
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="group-selected"
            onClick={() => group(selected)}
          >
            Group the {selected.length} selected on the board
          </button>
        )}
      </div>
      {groups.map((one) => (
        <fieldset key={one.id} class="tool-group" data-testid="group">
          <legend class="visually-hidden">{one.name || 'A group'}</legend>
          <input
            class="input"
            dir="auto"
            maxLength={200}
            placeholder="What do they say, in the writer’s words?"
            aria-label="Name of the group"
            value={one.name}
            data-testid="group-name"
            onKeyDown={(event) => {
              // In here Enter ends the name; it does not group.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.currentTarget.blur();
            }}
            onChange={({ currentTarget }) => grouping.rename(one, currentTarget.value)}
          />
          <ul class="tool-list">
            {one.views.map((note) => (
              <li key={note.id} class="tool-note">
                {row(note.id, note.text)}
                <button
                  type="button"
                  class="link-button"
                  aria-label={`Take out: ${note.text}`}
                  onClick={() => grouping.takeOut(note.id)}
                >
                  Take out
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="link-button"
            data-testid="group-split"
            onClick={() => grouping.split(one)}
          >
            Take the group apart
          </button>
        </fieldset>
      ))}
      <ul class="tool-list">
        {loose.map((note) => (
          <li key={note.id} class="tool-note">
            {row(note.id, note.text)}
          </li>
        ))}
      </ul>
    </form>
  );
}
