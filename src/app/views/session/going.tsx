/** The bar while a session is on: the stage, the time left, what to do now, and what the facilitator asks. */
import { useEffect, useRef } from 'preact/hooks';
import type { LiveSession } from '../../models/session/live.ts';
import type { Workshop } from '../../models/workshop.ts';
import { lazyView } from '../parts/lazyView.tsx';
import { chime } from './chime.ts';
import { DoneButton, PutOnBoard, ShowMine } from './doneButton.tsx';
import { GoThere } from './goThere.tsx';
import { Offer, SeatFree } from './offer.tsx';
import { TimeLeftView } from './timeLeft.tsx';

const Lead = lazyView(async () => (await import('./leadStrip.tsx')).LeadStrip);

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

export function Going({ workshop, live }: Props) {
  const stage = live.stage.value;
  const sounded = useRef(live.ended.value);
  const ended = live.ended.value;
  useEffect(() => {
    if (ended > sounded.current) chime();
    sounded.current = ended;
  }, [ended]);
  if (!stage) return null;
  const room = live.room.value;
  const muted = live.muted.value;
  const leads = live.iHold.value;
  const awaited = room.occupants.some((one) => one.user === workshop.me.value?.id && one.awaited);
  return (
    <>
      <div class="session-top" data-testid="session-bar">
        <h2 class="session-stage" dir="auto">
          {stage.title}
        </h2>
        <TimeLeftView left={live.left.value} />
        <button
          type="button"
          class="icon-button session-mute"
          aria-pressed={muted}
          aria-label="Mute the end of stages"
          title={muted ? 'No sound when a stage ends' : 'A soft sound when a stage ends'}
          data-testid="session-mute"
          onClick={() => live.mute(!muted)}
        >
          <Bell muted={muted} />
        </button>
      </div>
      <section class="session-now" aria-label="Now">
        <p dir="auto">{stage.do}</p>
        <p class="hint">{stage.authors !== 'named' && <Authors authors={stage.authors} />}</p>
        <div class="actions">
          {awaited && <DoneButton workshop={workshop} live={live} />}
          <GoThere workshop={workshop} live={live} />
          {room.awaited > (awaited ? 1 : 0) && (
            <span class="session-count" data-testid="session-count">
              {room.done} of {room.awaited} done
            </span>
          )}
        </div>
        <ShowMine workshop={workshop} live={live} />
        <PutOnBoard workshop={workshop} />
        <Offer workshop={workshop} live={live} />
        {!leads && live.mayTake.value && <SeatFree live={live} workshop={workshop} />}
      </section>
      {leads && (!workshop.atSession.value || live.tool.value !== null) && (
        <Lead workshop={workshop} live={live} />
      )}
      <p class="visually-hidden" role="status">
        {`Now: ${stage.title}. ${stage.do}`}
      </p>
    </>
  );
}

function Authors({ authors }: { readonly authors: 'role' | 'hidden' }) {
  return (
    <>
      {authors === 'role'
        ? 'Rolewright shows your role, not your name, on what you write now.'
        : 'Rolewright does not show who wrote what now. That is not anonymity: Miro keeps who made each sticky.'}
    </>
  );
}

function Bell({ muted }: { readonly muted: boolean }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      aria-hidden="true"
    >
      <path d="M4 11V7a4 4 0 0 1 8 0v4l1 1H3zM7 14h2" stroke-linejoin="round" stroke-linecap="round" />
      {muted && <path d="m2 2 12 12" stroke-linecap="round" />}
    </svg>
  );
}
