/** Bringing everyone: an offer that people take up, or, where it was said before, something that happens by itself. */
import { stagePlaces } from '../../../workshop/stage.ts';
import type { Facilitating } from '../../models/session/facilitating.ts';
import { placeWords } from './stageWords.ts';

export function BringEveryone({ lead }: { readonly lead: Facilitating }) {
  const by = lead.bringing.value;
  return (
    <section class="group" aria-labelledby="bring-title">
      <h2 id="bring-title" class="group-title">
        Bring everyone
      </h2>
      <div class="actions">
        {stagePlaces.map((place) => (
          <button
            key={place}
            type="button"
            class="button button-secondary button-small"
            data-testid={`bring-${place}`}
            onClick={() => lead.bring({ sheet: null, place, frame: null })}
          >
            {placeWords[place]}
          </button>
        ))}
      </div>
      <p class="hint">
        Each goes to that place on their own sheet. To show one sheet to all, use <i>Bring all</i> above.
      </p>
      <label class="toggle-row">
        <input
          type="checkbox"
          checked={by === 'go'}
          data-testid="bring-by-itself"
          onChange={({ currentTarget }) => lead.bringBy(currentTarget.checked ? 'go' : 'ask')}
        />
        <span>
          People come along by themselves
          <span class="hint">
            {by === 'go'
              ? 'Tell them so first. Each can go back to where they were.'
              : 'Now each is asked, and may stay where they are.'}
          </span>
        </span>
      </label>
      {lead.hasTimer.value && (
        <label class="toggle-row">
          <input
            type="checkbox"
            checked={lead.usesTimer.value}
            data-testid="use-timer"
            onChange={({ currentTarget }) => lead.useTimer(currentTarget.checked)}
          />
          <span>
            Stages start the board’s own timer
            <span class="hint">Everybody then sees it on the board as well.</span>
          </span>
        </label>
      )}
    </section>
  );
}
