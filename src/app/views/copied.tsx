/**
 * A sheet that came along with a copied board, or with a frame copied from another one: its notes are here, what people
 * said about them is not. Says what happened, and how it can go on.
 */
import { useState } from 'preact/hooks';
import type { StrangeSheet } from '../models/foundSheets.ts';
import type { SheetModel } from '../models/sheetModel.ts';
import type { SheetView } from '../models/sheetView.ts';
import { sheetLabel } from '../models/startForm.ts';
import type { Workshop } from '../models/workshop.ts';
import { SheetChoice } from './sheetChoice.tsx';

interface ScreenProps {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function Copied({ workshop, sheet, view }: ScreenProps) {
  const go = useGoing();
  return (
    <section class="screen" aria-labelledby="copied-title" data-testid="copied">
      <div class="screen-head">
        <p class="eyebrow" dir="auto">
          {view.label}
        </p>
        <h1 id="copied-title" class="h2">
          This board is a copy
        </h1>
        <p class="hint">
          The sheet and its notes came along. What people said about them stayed on the first board, and is
          all still there: Miro copies what lies on a board, not what was said in an app.
        </p>
      </div>
      <ul class="choices">
        <li>
          <button
            type="button"
            class="choice"
            data-testid="start-fresh"
            disabled={go.busy}
            onClick={() => go.on(() => workshop.goOnHere(sheet.id))}
          >
            <b>{go.busy ? 'Reading the sheet…' : 'Start fresh'}</b>
            <span>The sheet goes on here with its notes, and without anything said about them.</span>
          </button>
        </li>
      </ul>
      <SheetChoice workshop={workshop} sheet={sheet} />
      <button type="button" class="link-button" onClick={() => workshop.startAnother()}>
        Start a sheet of my own
      </button>
    </section>
  );
}

/** Sheets of other boards whose frames lie on this one. */
export function Strangers({ workshop }: { workshop: Workshop }) {
  return (
    <>
      {workshop.found.strangers.value.map((stranger) => (
        <Stranger key={stranger.frame} workshop={workshop} stranger={stranger} />
      ))}
    </>
  );
}

function Stranger({ workshop, stranger }: { workshop: Workshop; stranger: StrangeSheet }) {
  const go = useGoing();
  const { details } = stranger;
  const leave = (
    <button
      type="button"
      class="button button-tertiary button-small"
      data-testid="leave-stranger"
      onClick={() => workshop.found.leave(stranger)}
    >
      Leave it
    </button>
  );
  if (!details)
    return (
      <div class="callout" data-testid="stranger-unknown">
        <p>
          A frame on this board is a sheet of another board, and this version of Rolewright can’t tell which
          kind. Reload the board to get the newest version. If that doesn’t help, start a sheet here and move
          the notes into it.
        </p>
        <div class="actions">{leave}</div>
      </div>
    );
  return (
    <div class="callout" data-testid="stranger">
      <p>
        The frame of a sheet from another board was copied here: <b dir="auto">{sheetLabel(details)}</b>. Its
        notes came along. What people said about them stayed on that board.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="start-fresh"
          disabled={go.busy}
          onClick={() => go.on(() => workshop.goOnHere(stranger))}
        >
          {go.busy ? 'Reading the sheet…' : 'Go on with it here'}
        </button>
        {leave}
      </div>
    </div>
  );
}

/** One press at a time: going on takes a few answers of the board. */
function useGoing() {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    on(work: () => Promise<void>) {
      setBusy(true);
      void work().finally(() => setBusy(false));
    },
  };
}
