/** Walking through what is open: one note at a time, with minutes; park it, or write down what was decided. */
import { useState } from 'preact/hooks';
import type { ItemId } from '../../../workshop/ids.ts';
import { groupingPart, walkingPart } from '../../models/session/tools/toolParts.ts';
import { stateWords } from '../../models/words/stateWords.ts';
import { SharedThemes } from './sharedThemes.tsx';
import type { ToolProps } from './toolProps.ts';

export function WalkTool({ sheet, view, live }: ToolProps) {
  const walking = sheet.part(walkingPart).value;
  if (!walking) return null;
  const groups = sheet.part(groupingPart).value?.groups.value.map(({ notes }) => notes) ?? [];
  const counted = live.dots.value?.counted(sheet.id, view, groups) ?? [];
  const dots = new Map<ItemId, number>(counted.map(({ note, dots: count }) => [note, count]));
  const items = walking.items(live.stage.value?.minutes ?? 0, dots, groups);
  const now = walking.now.value;
  const at = items.findIndex(({ note }) => note.id === now);
  const current = items[at];
  const after = items[at + 1];
  const parked = walking.parked.value;
  const takesPart = view.me.role !== null;
  const lead = live.iHold.value && live.dots.value?.stage.value === 'over' ? live.lead() : null;
  return (
    <>
      {items.length === 0 && parked.length === 0 && (
        <p class="empty">Nothing is open here: every note is agreed.</p>
      )}
      {current && (
        <section class="ask" aria-label="Talking about" data-testid="walk-now">
          <p class="walk-words" dir="auto">
            {current.note.text}
          </p>
          {current.like.map(({ id, text }) => (
            <p key={id} class="hint" dir="auto">
              {text}
            </p>
          ))}
          <p class="hint">
            {stateWords[current.note.state]}
            {current.minutes > 0 && ` · about ${current.minutes} min`}
          </p>
          <Decide
            key={current.note.id}
            onDecide={(words) => sheet.remark(current.note.id, `Decided: ${words}`, null)}
          />
          <div class="actions">
            {after && (
              <button
                type="button"
                class="button button-primary button-small"
                data-testid="walk-next"
                onClick={() => walking.go(after.note.id)}
              >
                Next
              </button>
            )}
            <button
              type="button"
              class="button button-secondary button-small"
              data-testid="walk-park"
              onClick={() => {
                walking.park(current.note.id, true);
                walking.go(after?.note.id ?? null);
              }}
            >
              Park it
            </button>
            <button
              type="button"
              class="button button-secondary button-small"
              onClick={() => void sheet.goTo(current.note.id)}
            >
              Show on the board
            </button>
          </div>
        </section>
      )}
      {!current && items[0] && takesPart && (
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="walk-start"
          onClick={() => walking.go(items[0]?.note.id ?? null)}
        >
          Start with the first
        </button>
      )}
      {dots.size > 0 && (
        <p class="hint">
          Most dots first. Of equal ones, what people differ on most; then what stands first on the sheet.
        </p>
      )}
      <ol class="tool-list" data-testid="walk-items">
        {items.map(({ note, like, minutes, dots: count }) => (
          <li key={note.id} class="tool-note" aria-current={note.id === now ? 'step' : undefined}>
            <button type="button" class="tool-open" onClick={() => walking.go(note.id)}>
              <span dir="auto">{note.text}</span>
              {like.length > 0 && <span class="hint"> and {like.length} like it</span>}
            </button>
            <span class="tool-figure">
              {count > 0 && `● ${count} · `}
              {minutes > 0 ? `${minutes} min` : 'later'}
            </span>
          </li>
        ))}
      </ol>
      {parked.length > 0 && (
        <section class="group" aria-labelledby="parked-title">
          <h2 id="parked-title" class="group-title">
            Parked
          </h2>
          <ul class="tool-list" data-testid="walk-parked">
            {parked.map((note) => (
              <li key={note.id} class="tool-note">
                <span class="tool-words" dir="auto">
                  {note.text}
                </span>
                <button type="button" class="link-button" onClick={() => walking.park(note.id, false)}>
                  Take it up
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lead && (
        <button
          type="button"
          class="link-button"
          data-testid="dots-votes"
          onClick={() => void lead.takeVotes()}
        >
          Count what Miro’s own voting counted
        </button>
      )}
      {live.iHold.value && <SharedThemes live={live} />}
    </>
  );
}

function Decide({ onDecide }: { readonly onDecide: (words: string) => boolean }) {
  const [words, setWords] = useState('');
  return (
    <form
      class="walk-decide"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '' && onDecide(words.trim())) setWords('');
      }}
    >
      <input
        class="input"
        dir="auto"
        maxLength={1000}
        placeholder="What did you decide?"
        aria-label="What did you decide?"
        value={words}
        data-testid="walk-decision"
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <button type="submit" class="button button-secondary button-small" disabled={words.trim() === ''}>
        Note it
      </button>
    </form>
  );
}
