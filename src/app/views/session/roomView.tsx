/** The room: who is here, who is done, how the sheets stand. Counts of what is on the board; never a word of a draft. */
import { useEffect, useState } from 'preact/hooks';
import type { Occupant } from '../../../workshop/session/room.ts';
import type { Facilitating } from '../../models/session/facilitating.ts';
import type { LiveSession } from '../../models/session/live.ts';
import { isStuck, type SheetSigns, sheetLabels, sheetSigns } from '../../models/session/sheetSigns.ts';
import { roleWords } from '../../models/words/roleWords.ts';

interface Props {
  readonly live: LiveSession;
  readonly lead: Facilitating;
}

export function RoomView({ live, lead }: Props) {
  const { occupants, done, awaited } = live.room.value;
  const here = occupants.filter((one) => one.here).length;
  const labels = sheetLabels(live.sheets.value);
  return (
    <section class="group" aria-labelledby="room-title">
      <h2 id="room-title" class="group-title">
        The room{' '}
        <span class="session-beside" data-testid="room-count">
          {here} here{live.stage.value ? ` · ${done} of ${awaited} done` : ''}
        </span>
      </h2>
      <ul class="room" data-testid="room">
        {occupants.map((one) => (
          <Row key={one.key} one={one} at={(one.at && labels.get(one.at)) || null} lead={lead} live={live} />
        ))}
      </ul>
      <Sheets live={live} lead={lead} />
    </section>
  );
}

function Row({
  one,
  at,
  lead,
  live,
}: {
  one: Occupant;
  at: string | null;
  lead: Facilitating;
  live: LiveSession;
}) {
  const [nudged, setNudged] = useState(false);
  const going = live.stage.value !== null;
  const { user } = one;
  const state = !one.here ? 'not here' : going && one.awaited ? (one.done ? 'done' : 'at it') : 'here';
  const facts = [
    one.role && roleWords[one.role],
    one.holds && 'facilitates',
    one.reads && 'may only view the board',
    at && (one.at === one.sheet ? 'on their own sheet' : `on the sheet of ${at}`),
  ].filter(Boolean);
  return (
    <li class={one.here ? 'room-row' : 'room-row room-away'} data-testid="room-row">
      <span class="room-mark" aria-hidden="true">
        {state === 'done' ? '✓' : state === 'not here' ? '–' : '•'}
      </span>
      <span class="room-name">
        <b dir="auto">{one.name}</b>
        <span class="hint" dir="auto">
          {[state, ...facts].join(' · ')}
        </span>
      </span>
      {going && one.awaited && !one.done && !one.holds && user && (
        <button
          type="button"
          class="link-button"
          disabled={nudged}
          data-testid="room-nudge"
          aria-label={`Nudge ${one.name}`}
          onClick={() => {
            lead.nudge(user);
            setNudged(true);
          }}
        >
          {nudged ? 'Nudged' : 'Nudge'}
        </button>
      )}
    </li>
  );
}

function Sheets({ live, lead }: Pick<Props, 'live' | 'lead'>) {
  const [isVague, setVague] = useState<((text: string) => boolean) | null>(null);
  useEffect(() => {
    let over = false;
    // Large, and only of use here.
    import('../../../workshop/ours/check.ts').then(
      ({ checker }) => {
        const check = checker();
        if (!over) setVague(() => (text: string) => check(text).questions.length > 0);
      },
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, []);
  const labels = sheetLabels(live.sheets.value);
  const signs = live.sheets.value.map(([sheet, view]) =>
    sheetSigns(sheet, labels.get(sheet) ?? view.label, view, isVague),
  );
  if (signs.length === 0) return null;
  return (
    <>
      <h3 class="room-sheets-title">Sheets</h3>
      <ul class="room" data-testid="room-sheets">
        {signs.map((sign) => (
          <SheetRow key={sign.sheet} sign={sign} lead={lead} />
        ))}
      </ul>
    </>
  );
}

const listed = (words: readonly string[]): string =>
  words.length > 2 ? `${words.slice(0, 2).join(', ')} and ${words.length - 2} more` : words.join(' and ');

function SheetRow({ sign, lead }: { sign: SheetSigns; lead: Facilitating }) {
  const { notes, empty, vague, label, sheet, unseen } = sign;
  const words =
    notes === 0
      ? [unseen ? 'written unseen for now' : 'nothing yet']
      : [
          notes === 1 ? '1 note' : `${notes} notes`,
          empty.length > 0 && `nothing in ${listed(empty)}`,
          vague !== null && vague > 0 && `${vague} would fit any company`,
        ].filter(Boolean);
  return (
    <li class={isStuck(sign) || (notes === 0 && !unseen) ? 'room-row room-stuck' : 'room-row'}>
      <span class="room-name">
        <b dir="auto">{label}</b>
        <span class="hint">{words.join(' · ')}</span>
      </span>
      <button
        type="button"
        class="link-button"
        aria-label={`Bring everyone to ${label}`}
        data-testid="room-bring"
        onClick={() => lead.bring({ sheet, place: null, frame: null })}
      >
        Bring all
      </button>
    </li>
  );
}
