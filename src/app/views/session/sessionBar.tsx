/** The slim bar above the panel while a session is on: the stage, what to do now, the time left, *I'm done*. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveSession } from '../../models/session/live.ts';
import { stepTitles } from '../../models/steps.ts';
import type { Workshop } from '../../models/workshop.ts';
import { lazyView } from '../lazyView.tsx';
import { chime } from './chime.ts';
import { DoneButton, PutOnBoard, ShowMine } from './doneButton.tsx';
import { PresentingNote } from './presenting.tsx';
import { placeWords, toolWords } from './stageWords.ts';
import { TimeLeftView } from './timeLeft.tsx';
import '../styles/session.css';

const Lead = lazyView(async () => (await import('./leadStrip.tsx')).LeadStrip);

export function SessionBar({ workshop }: { readonly workshop: Workshop }) {
  return (
    <>
      <Bar workshop={workshop} />
      <PresentingNote workshop={workshop} />
    </>
  );
}

function Bar({ workshop }: { readonly workshop: Workshop }) {
  const live = workshop.live();
  // Who was not there while it was on need not be told that it is over.
  const wasThere = useRef(false);
  const session = live?.session.value;
  if (!live || !session) return null;
  if (session.phase === 'going') wasThere.current = true;
  if (session.phase === 'going') return <Going workshop={workshop} live={live} />;
  if (session.phase === 'planned') return <Planned workshop={workshop} live={live} />;
  if (workshop.atSession.value) return null;
  if (live.iHold.value) return <Over workshop={workshop} />;
  return wasThere.current ? <Parting workshop={workshop} /> : null;
}

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

function Planned({ workshop, live }: Props) {
  if (workshop.atSession.value) return null;
  const mine = live.iHold.value;
  return (
    <section class="session-quiet" aria-label="Session" data-testid="session-planned">
      <p dir="auto">
        {mine ? 'Your session has not begun.' : `${live.holderName.value} prepares a session here.`}
      </p>
      {(mine || live.mayTake.value) && <Open workshop={workshop} words={mine ? 'Go on' : 'Look'} />}
    </section>
  );
}

function Over({ workshop }: Pick<Props, 'workshop'>) {
  return (
    <section class="session-quiet" aria-label="Session">
      <p>The session is over.</p>
      <Open workshop={workshop} words="What came of it" />
    </section>
  );
}

/** The last word to those who took part: what they wrote is theirs, and stays. */
function Parting({ workshop }: Pick<Props, 'workshop'>) {
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  const close = () => setClosed(true);
  return (
    <section class="session-quiet" aria-label="Session" role="status" data-testid="session-parting">
      <p>The session is over. Your sheet stays here; go on with it whenever you like.</p>
      {workshop.sheet.value?.view.value?.me.role && (
        <button
          type="button"
          class="button button-secondary button-small"
          onClick={() => {
            close();
            workshop.show('export');
          }}
        >
          Take it with you
        </button>
      )}
      <button type="button" class="icon-button" aria-label="Close" onClick={close}>
        ×
      </button>
    </section>
  );
}

function Open({ workshop, words }: Pick<Props, 'workshop'> & { readonly words: string }) {
  return (
    <button
      type="button"
      class="button button-secondary button-small"
      data-testid="session-open"
      onClick={() => {
        workshop.atSession.value = true;
      }}
    >
      {words}
    </button>
  );
}

function Going({ workshop, live }: Props) {
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

/** Where this stage happens, unless this person is there. */
function GoThere({ workshop, live }: Props) {
  const stage = live.stage.value;
  const sheet = workshop.sheet.value;
  // Who has no part in the sheet that is open has nothing to do there.
  if (!stage || !sheet || workshop.starting.value || !sheet.view.value?.me.role) return null;
  if (stage.tool) {
    const { tool } = stage;
    return live.tool.value === tool && workshop.atSession.value ? null : (
      <button
        type="button"
        class="button button-secondary button-small"
        data-testid="session-tool"
        onClick={() => {
          live.tool.value = tool;
          workshop.atSession.value = true;
        }}
      >
        {toolWords[tool].action}
      </button>
    );
  }
  const there =
    workshop.tab.value === stage.place &&
    !workshop.atSession.value &&
    (stage.step === null || sheet.step.value === stage.step);
  if (there) return null;
  return (
    <button
      type="button"
      class="button button-secondary button-small"
      data-testid="session-go"
      onClick={() => {
        workshop.atSession.value = false;
        workshop.show(stage.place);
        sheet.step.value = stage.step;
      }}
    >
      {stage.step ? stepTitles[stage.step] : `Go to ${placeWords[stage.place]}`}
    </button>
  );
}

function Offer({ workshop, live }: Props) {
  const offer = live.offer.value;
  const away = live.along.away.value;
  if (!offer)
    return away ? (
      <button
        type="button"
        class="link-button"
        data-testid="session-back"
        onClick={() => void live.along.goBack()}
      >
        ‹ Back to where you were
      </button>
    ) : null;
  const label = workshop.sheets.value.find(({ id }) => id === offer.sheet)?.label;
  const what = label ?? (offer.place ? placeWords[offer.place] : 'a place on the board');
  return (
    <div class="session-offer" role="status" data-testid="session-offer">
      <p dir="auto">
        {live.holderName.value} would like to show you: <b>{what}</b>
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-primary button-small"
          data-testid="session-come"
          onClick={() => void live.along.go(offer)}
        >
          Come along
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="session-stay"
          onClick={() => live.answerOffer()}
        >
          Stay here
        </button>
      </div>
    </div>
  );
}

function SeatFree({ live, workshop }: Props) {
  const offered = live.holder.value?.offeredTo === workshop.me.value?.id;
  return (
    <div class="session-offer" data-testid="session-seat-free">
      <p dir="auto">
        {offered
          ? `${live.holderName.value} would hand you the facilitator’s seat.`
          : 'Nobody is facilitating now.'}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="session-take"
          onClick={() => {
            if (live.takeSeat()) workshop.atSession.value = true;
          }}
        >
          Take the seat
        </button>
      </div>
    </div>
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
