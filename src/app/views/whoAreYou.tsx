/** Asked once per sheet. The name comes from the board; the answer is a claim until the sheet's engineer confirms it. */
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Role, roles } from '../../workshop/roles.ts';
import type { LiveSession } from '../models/session/live.ts';
import type { SheetModel } from '../models/sheet/sheetModel.ts';
import type { SheetView } from '../models/sheet/sheetView.ts';
import { onlyLookingPart } from '../models/talk/onlyLooking.ts';
import { asRole, roleWords } from '../models/words/roleWords.ts';
import type { Workshop } from '../models/workshop.ts';
import { SheetChoice } from './found/sheetChoice.tsx';
import { takeFocus } from './parts/takeFocus.ts';
import './styles/looking.css';

const meaning: Record<Role, string> = {
  engineer: 'This sheet describes my role. I own it and say who my manager is.',
  manager: 'I lead this engineer. My view counts towards agreement once they confirm me.',
  peer: 'I work alongside. I can say what I think; it informs, it does not decide.',
  facilitator: 'I help the two of them have this conversation.',
};

interface SheetProps {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

interface Props extends SheetProps {
  /** The sheet itself, for who only looks at it. */
  readonly Sheet: ComponentType<SheetProps>;
}

export function WhoAreYou({ Sheet, ...props }: Props) {
  const looking = props.sheet.part(onlyLookingPart).value;
  const came = useRef<'at once' | 'from looking'>('at once');
  if (!looking) return null;
  if (!looking.on.value) return <Question {...props} came={came.current} onLook={() => look(true)} />;
  came.current = 'from looking';
  return (
    <>
      <section class="looking" aria-label="You only look" data-testid="only-looking">
        <p>You only look at this sheet.</p>
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="say-who"
          onClick={() => look(false)}
        >
          Take part
        </button>
      </section>
      <Sheet {...props} view={{ ...props.view, canWrite: false }} />
    </>
  );

  function look(on: boolean) {
    if (looking) looking.on.value = on;
  }
}

interface QuestionProps extends SheetProps {
  readonly came: 'at once' | 'from looking';
  readonly onLook: () => void;
}

function Question({ workshop, sheet, view, came, onLook }: QuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever pressed the button for it goes on reading here.
  useEffect(() => {
    if (came === 'from looking') takeFocus(heading.current);
  }, []);
  const engineer = view.participants.find(({ user }) => user === view.engineer);
  const taken = view.engineer !== null && view.engineer !== workshop.me.value?.id;
  const live = workshop.hasLive.value ? workshop.live() : null;
  const said = live?.planned(sheet.id) ?? null;
  const planned = said === 'engineer' && taken ? null : said;
  const choices = (
    <ul class="choices">
      {roles.map((role) => (
        <li key={role}>
          <button
            type="button"
            class="choice"
            data-testid={`role-${role}`}
            disabled={role === 'engineer' && taken}
            onClick={() => sheet.claim(role)}
          >
            <b>{roleWords[role]}</b>
            <span>
              {role === 'engineer' && taken
                ? `${engineer?.name ?? 'Somebody else'} owns this sheet.`
                : meaning[role]}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="screen" aria-labelledby="who-title">
      <div class="screen-head">
        <p class="eyebrow" dir="auto">
          {view.label}
        </p>
        <h1 ref={heading} id="who-title" class="h2" tabIndex={-1}>
          Who are you here?
        </h1>
        <p class="hint">
          You are <b dir="auto">{workshop.me.value?.name}</b> on this board.
        </p>
      </div>
      {live && planned ? (
        <>
          <Planned live={live} sheet={sheet} role={planned} />
          <details class="settled">
            <summary>Something else</summary>
            {choices}
          </details>
        </>
      ) : (
        choices
      )}
      <SheetChoice workshop={workshop} sheet={sheet} />
      <button type="button" class="link-button" data-testid="who-look" onClick={onLook}>
        Just look around
      </button>
      <button type="button" class="link-button" onClick={() => workshop.startAnother()}>
        Start a sheet of my own
      </button>
    </section>
  );
}

interface PlannedProps {
  readonly live: LiveSession;
  readonly sheet: SheetModel;
  readonly role: Role;
}

/** What the facilitator of a session has written down of this person; a click says that it is right. */
function Planned({ live, sheet, role }: PlannedProps) {
  const who = live.holderName.value;
  return (
    <div class="ask" data-testid="who-planned">
      <p dir="auto">
        {live.iHold.value && role === 'facilitator'
          ? 'You facilitate this session.'
          : role === 'engineer'
            ? `${who} made this sheet for you.`
            : `${who} has you down as ${asRole[role]} here.`}
      </p>
      <button
        type="button"
        class="button button-primary button-small"
        data-testid="who-right"
        onClick={() => live.settleIn(sheet, role)}
      >
        That’s right
      </button>
    </div>
  );
}
