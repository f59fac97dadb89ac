/** The facilitator's first reach, below the bar: on, back, pause, one more minute; everything else is a click away. */
import { nextStage, stageBefore } from '../../../workshop/session/session.ts';
import type { Facilitating } from '../../models/session/facilitating.ts';
import type { LiveSession } from '../../models/session/live.ts';
import type { Workshop } from '../../models/workshop.ts';
import { PresentingSwitch } from './presenting.tsx';

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

export function LeadStrip({ workshop, live }: Props) {
  const lead = live.lead();
  const session = live.session.value;
  const stage = live.stage.value;
  if (!lead || !session || !stage) return null;
  return (
    <section class="session-lead" aria-label="Facilitating" data-testid="session-lead">
      <SayWords live={live} />
      <MoveButtons live={live} lead={lead} />
      <button
        type="button"
        class="link-button"
        data-testid="session-open"
        onClick={() => {
          live.tool.value = null;
          workshop.atSession.value = true;
        }}
      >
        Agenda, room, bring everyone…
      </button>
      <PresentingSwitch workshop={workshop} />
    </section>
  );
}

/** What the facilitator says aloud as a stage begins. */
export function SayWords({ live }: { readonly live: LiveSession }) {
  const say = live.stage.value?.say;
  return say ? (
    <p class="session-say" dir="auto">
      “{say}”
    </p>
  ) : null;
}

export function MoveButtons({ live, lead }: { readonly live: LiveSession; readonly lead: Facilitating }) {
  const session = live.session.value;
  const stage = live.stage.value;
  if (!session || !stage) return null;
  const [before, after] = [stageBefore(session), nextStage(session)];
  const small = 'button button-secondary button-small';
  if (lead.asking.value) {
    const busy = lead.busy.value;
    return (
      <div class="session-offer" role="alertdialog" aria-label="Go on?" data-testid="session-asks">
        <p>
          {busy === 1 ? 'One person is' : `${busy} people are`} not done yet. Nothing is lost by going on:
          they can finish at any time.
        </p>
        <div class="actions">
          <button
            type="button"
            class="button button-primary button-small"
            data-testid="session-go-ahead"
            onClick={() => lead.goAhead()}
          >
            Go on anyway
          </button>
          <button type="button" class={small} data-testid="session-wait" onClick={() => lead.stay()}>
            Wait
          </button>
        </div>
      </div>
    );
  }
  return (
    <div class="actions session-moves">
      {after ? (
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="session-next"
          onClick={() => lead.wish({ kind: 'next' })}
        >
          Next: {after.title}
        </button>
      ) : (
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="session-end"
          onClick={() => lead.wish({ kind: 'end' })}
        >
          End the session
        </button>
      )}
      {before && (
        <button
          type="button"
          class={small}
          title={before.title}
          data-testid="session-previous"
          onClick={() => lead.wish({ kind: 'back' })}
        >
          ‹ Back
        </button>
      )}
      {session.since === null ? (
        <button type="button" class={small} data-testid="session-resume" onClick={() => lead.resume()}>
          Resume
        </button>
      ) : (
        <button type="button" class={small} data-testid="session-pause" onClick={() => lead.pause()}>
          Pause
        </button>
      )}
      <button
        type="button"
        class={small}
        aria-label="Two more minutes"
        data-testid="session-more"
        onClick={() => lead.addMinutes(stage.id, 2)}
      >
        +2 min
      </button>
    </div>
  );
}
