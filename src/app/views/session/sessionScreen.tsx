/** The session's own screen: set-up before, agenda and room while it is on, what came of it afterwards. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LiveSession } from '../../models/session/live.ts';
import type { Workshop } from '../../models/workshop.ts';
import { lazyView } from '../parts/lazyView.tsx';
import { takeFocus } from '../parts/takeFocus.ts';
import { AfterView } from './afterView.tsx';
import { AgendaList } from './agendaList.tsx';
import { BringEveryone } from './bringEveryone.tsx';
import { MoveButtons, SayWords } from './leadStrip.tsx';
import { PresentingSwitch } from './presenting.tsx';
import { RevealAll } from './revealAll.tsx';
import { RoomView } from './roomView.tsx';
import { SeatSection } from './seatSection.tsx';
import { toolWords } from './stageWords.ts';
import { WriteFor } from './writeFor.tsx';
import '../styles/session.css';

const ToolScreen = lazyView(async () => (await import('./toolScreen.tsx')).ToolScreen);
const SetUp = lazyView(async () => (await import('./setUp.tsx')).SetUp);

export function SessionScreen({ workshop }: { readonly workshop: Workshop }) {
  const live = workshop.live();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    takeFocus(heading.current);
    heading.current?.ownerDocument.documentElement.scrollTo(0, 0);
  }, []);
  const back = () => {
    workshop.atSession.value = false;
    if (live) live.tool.value = null;
  };
  const session = live?.session.value;
  const tool = live?.tool.value ?? null;
  return (
    <section
      class="screen session-screen"
      aria-labelledby="session-title"
      data-testid="session-screen"
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === 'Escape' && !defaultPrevented) back();
      }}
    >
      <button type="button" class="link-button" data-testid="session-close" onClick={back}>
        ‹ Back to the sheets
      </button>
      <h1 ref={heading} id="session-title" class="h2" tabIndex={-1}>
        {tool ? toolWords[tool].title : 'A session for a group'}
      </h1>
      {live && tool ? (
        <ToolScreen workshop={workshop} live={live} tool={tool} />
      ) : !live ? (
        <p class="hint" role="status">
          Reading the board…
        </p>
      ) : live.iHold.value && session && session.phase !== 'planned' ? (
        <Running workshop={workshop} live={live} />
      ) : live.iHold.value || !session || session.phase === 'ended' ? (
        <SetUp workshop={workshop} live={live} />
      ) : (
        <Somebodys workshop={workshop} live={live} />
      )}
    </section>
  );
}

interface Props {
  readonly workshop: Workshop;
  readonly live: LiveSession;
}

function Running({ workshop, live }: Props) {
  const lead = live.lead();
  const session = live.session.value;
  if (!lead || !session) return null;
  if (session.phase === 'ended') return <Ended live={live} onReopen={() => lead.reopen()} />;
  return (
    <>
      <SayWords live={live} />
      <MoveButtons live={live} lead={lead} />
      <PresentingSwitch workshop={workshop} />
      <RoomView live={live} lead={lead} />
      <RevealAll lead={lead} />
      <AgendaList live={live} lead={lead} />
      <BringEveryone lead={lead} />
      <WriteFor workshop={workshop} lead={lead} />
      <SeatSection live={live} />
    </>
  );
}

function Ended({ live, onReopen }: { readonly live: LiveSession; readonly onReopen: () => void }) {
  return (
    <>
      <div class="ask" data-testid="session-ended">
        <p>The session is over. Everything that people wrote is where it was.</p>
        <div class="actions">
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="session-reopen"
            onClick={onReopen}
          >
            Go on after all
          </button>
          <button
            type="button"
            class="button button-tertiary button-small"
            data-testid="session-another"
            onClick={() => void live.setUp()?.begin()}
          >
            Set up another one
          </button>
        </div>
      </div>
      <AfterView live={live} />
    </>
  );
}

/** Somebody else facilitates: the agenda to be read. */
function Somebodys({ live, workshop }: Props) {
  return (
    <>
      <p dir="auto">{live.holderName.value} facilitates this session.</p>
      {live.mayTake.value && (
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="session-take"
          onClick={() => {
            if (!live.takeSeat())
              workshop.tell({
                tone: 'warn',
                message: 'The seat can’t be taken just now. Try again in a moment.',
              });
          }}
        >
          Take the facilitator’s seat
        </button>
      )}
      <AgendaList live={live} lead={null} />
    </>
  );
}
