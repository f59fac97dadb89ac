/** While notes are written unseen: the facilitator shows them on all sheets at once. Asked twice, since it can't be undone. */
import { useState } from 'preact/hooks';
import type { Facilitating } from '../../models/session/facilitating.ts';

export function RevealAll({ lead }: { readonly lead: Facilitating }) {
  const [asking, setAsking] = useState(false);
  const count = lead.unseen.value.length;
  if (count === 0) return null;
  const sheets = count === 1 ? 'one sheet' : `${count} sheets`;
  const small = 'button button-secondary button-small';
  return (
    <section class="group" aria-labelledby="reveal-title">
      <h2 id="reveal-title" class="group-title">
        Notes written unseen
      </h2>
      {asking ? (
        <div class="session-offer" role="alertdialog" aria-label="Show all notes?" data-testid="reveal-asks">
          <p>
            What people who said “done” wrote is shown on {sheets} now, and stays shown. Whoever is still
            writing keeps their notes, and chooses themselves whether to show them.
          </p>
          <div class="actions">
            <button
              type="button"
              class="button button-primary button-small"
              data-testid="reveal-go"
              onClick={() => {
                setAsking(false);
                lead.revealAll();
              }}
            >
              Show them
            </button>
            <button type="button" class={small} data-testid="reveal-wait" onClick={() => setAsking(false)}>
              Wait
            </button>
          </div>
        </div>
      ) : (
        <>
          <p class="hint">
            Still unseen on {sheets}. A sheet shows both sides by itself once its people are done.
          </p>
          <button type="button" class={small} data-testid="reveal-all" onClick={() => setAsking(true)}>
            Show all notes now…
          </button>
        </>
      )}
    </section>
  );
}
