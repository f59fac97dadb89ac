/** The slim bar above the panel: a session that is prepared, one that is on (going.tsx), and one that is over. */
import { useRef, useState } from 'preact/hooks';
import type { LiveSession } from '../../models/session/live.ts';
import type { Workshop } from '../../models/workshop.ts';
import { Going } from './going.tsx';
import { PresentingNote } from './presenting.tsx';
import '../styles/session.css';

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
