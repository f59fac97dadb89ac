/** Asked once per sheet. The name comes from the board; the answer is a claim until the sheet's engineer confirms it. */

import { type Role, roles } from '../../workshop/roles.ts';
import { asRole, roleWords } from '../models/roleWords.ts';
import type { SheetModel } from '../models/sheetModel.ts';
import type { SheetView } from '../models/sheetView.ts';
import type { Workshop } from '../models/workshop.ts';
import { SheetChoice } from './sheetChoice.tsx';

const meaning: Record<Role, string> = {
  engineer: 'This sheet describes my role. I own it and say who my manager is.',
  manager: 'I lead this engineer. My view counts towards agreement once they confirm me.',
  peer: 'I work alongside. I can say what I think; it informs, it does not decide.',
  facilitator: 'I help the two of them have this conversation.',
};

export function WhoAreYou({
  workshop,
  sheet,
  view,
}: {
  workshop: Workshop;
  sheet: SheetModel;
  view: SheetView;
}) {
  const engineer = view.participants.find(({ user }) => user === view.engineer);
  const taken = view.engineer !== null && view.engineer !== workshop.me.value?.id;
  return (
    <section class="screen" aria-labelledby="who-title">
      <div class="screen-head">
        <p class="eyebrow" dir="auto">
          {view.label}
        </p>
        <h1 id="who-title" class="h2">
          Who are you here?
        </h1>
        <p class="hint">
          You are <b dir="auto">{workshop.me.value?.name}</b> on this board.
        </p>
      </div>
      <Planned workshop={workshop} sheet={sheet} taken={taken} />
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
      <SheetChoice workshop={workshop} sheet={sheet} />
      <button type="button" class="link-button" onClick={() => workshop.startAnother()}>
        Start a sheet of my own
      </button>
    </section>
  );
}

/** What the facilitator of a session has written down of this person; a click says that it is right. */
function Planned({ workshop, sheet, taken }: { workshop: Workshop; sheet: SheetModel; taken: boolean }) {
  const live = workshop.hasLive.value ? workshop.live() : null;
  const role = live?.planned(sheet.id) ?? null;
  if (!live || !role || (role === 'engineer' && taken)) return null;
  return (
    <div class="ask" data-testid="who-planned">
      <p dir="auto">
        {role === 'engineer'
          ? `${live.holderName.value} made this sheet for you.`
          : `${live.holderName.value} has you down as ${asRole[role]} here.`}
      </p>
      <button
        type="button"
        class="button button-primary button-small"
        data-testid="who-right"
        onClick={() => sheet.claim(role)}
      >
        That’s right
      </button>
    </div>
  );
}
