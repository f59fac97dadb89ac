/** While notes are written unseen: the facilitator shows them on all sheets at once. Asked twice, since it can't be undone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Facilitating } from '../../models/session/facilitating.ts';

export function RevealAll({ lead }: { readonly lead: Facilitating }) {
  const [state, setState] = useState<'closed' | 'asking' | 'waited' | 'done'>('closed');
  const told = useRef<HTMLParagraphElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const count = lead.unseen.value.length;
  // The button that was pressed goes; the next one to press, or what came of it, has the focus then.
  useLayoutEffect(() => {
    if (state !== 'closed') (told.current ?? button.current)?.focus();
  }, [state]);
  if (count === 0 && state !== 'done') return null;
  const sheets = count === 1 ? 'one sheet' : `${count} sheets`;
  const small = 'button button-secondary button-small';
  return (
    <section class="group" aria-labelledby="reveal-title">
      <h2 id="reveal-title" class="group-title">
        Notes written unseen
      </h2>
      {count === 0 ? (
        <p ref={told} class="hint" tabIndex={-1} data-testid="reveal-done">
          All notes of people who are done are shown. Whoever was still writing is asked what to do with
          theirs.
        </p>
      ) : state === 'asking' ? (
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
                setState('done');
                lead.revealAll();
              }}
            >
              Show them
            </button>
            <button
              ref={button}
              type="button"
              class={small}
              data-testid="reveal-wait"
              onClick={() => setState('waited')}
            >
              Wait
            </button>
          </div>
        </div>
      ) : (
        <>
          <p class="hint">
            Still unseen on {sheets}. A sheet shows both sides by itself once its people are done.
          </p>
          <button
            ref={button}
            type="button"
            class={small}
            data-testid="reveal-all"
            onClick={() => setState('asking')}
          >
            Show all notes now…
          </button>
        </>
      )}
    </section>
  );
}
