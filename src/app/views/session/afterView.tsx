/** What came of the session, for whoever ran it. */

import { factsOf, share } from '../../../export/sessionSummary.ts';
import type { LiveSession } from '../../models/session/live.ts';

export function AfterView({ live }: { readonly live: LiveSession }) {
  const after = live.after();
  // Counted anew whenever a sheet changes.
  const sheets = live.sheets.value;
  if (!after) return null;
  const summary = after.summary();
  const small = 'button button-secondary button-small';
  return (
    <section class="group" aria-labelledby="after-title">
      <h2 id="after-title" class="group-title">
        What came of it
      </h2>
      {sheets.length === 0 && <p class="empty">There are no sheets on this board.</p>}
      <ul class="tool-list" data-testid="after-sheets">
        {summary.sheets.map((sheet) => (
          <li key={sheet.name} class="tool-note">
            <span class="room-name">
              <b dir="auto">{sheet.name}</b>
              <span class="hint" dir="auto">
                {factsOf(sheet, summary.timeZone).join(' · ')}
              </span>
            </span>
            <span class="tool-figure">{share(sheet)}</span>
          </li>
        ))}
      </ul>
      <p class="hint">Counts only: what each pair thinks of its notes stays on their own sheet.</p>
      <div class="actions">
        <button type="button" class={small} data-testid="after-board" onClick={() => void after.putOnBoard()}>
          Put it on the board
        </button>
        <button type="button" class={small} data-testid="after-copy" onClick={() => void after.copy()}>
          Copy it
        </button>
        <button type="button" class={small} data-testid="after-save" onClick={() => after.save()}>
          Save as a file
        </button>
        <button
          type="button"
          class={small}
          data-testid="after-reminders"
          onClick={() => after.saveReminders()}
        >
          Reminders for the calendar
        </button>
      </div>
    </section>
  );
}
