/** Export: at any time; one click for what was chosen last. */

import { exportsPart } from '../../models/sheet/placeParts.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import type { Workshop } from '../../models/workshop.ts';
import { Leaving } from '../leaving.tsx';
import { StepRow } from '../steps/stepRow.tsx';
import { CopyByHand } from './copyByHand.tsx';
import { TakeAway } from './takeAway.tsx';

interface Props {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function Export({ workshop, sheet, view }: Props) {
  const exports = sheet.part(exportsPart).value;
  const fallback = sheet.copyByHand.value;
  return (
    <>
      {exports && <TakeAway workshop={workshop} sheet={sheet} view={view} exports={exports} />}
      {view.canWrite && <BringBack sheet={sheet} />}
      <section class="group">
        <h2 class="group-title">Take it to another board</h2>
        <p class="hint">
          A copy of this board has the notes, but nothing that was said about them. This file has all of it,
          everybody’s words; whoever wrote them can take them up again over there.
        </p>
        <div class="stack">
          <button
            type="button"
            class="button button-secondary"
            data-testid="export-archive"
            disabled={!exports || exports.working.value !== null}
            onClick={() => void exports?.saveArchive()}
          >
            {exports?.working.value?.what === 'archive' ? 'Writing…' : 'Everything, to take along (.json)'}
          </button>
          {view.canWrite && (
            <button
              type="button"
              class="link-button"
              data-testid="take-along"
              onClick={() => workshop.along.begin(sheet)}
            >
              Take my words along from another board…
            </button>
          )}
        </div>
      </section>
      {fallback && (
        <section class="group">
          <CopyByHand text={fallback} rows={10} />
        </section>
      )}
      <Leaving workshop={workshop} sheet={sheet} view={view} />
    </>
  );
}

/** Where somebody looks who has a document in their hands that went out from here. */
const BringBack = ({ sheet }: Pick<Props, 'sheet'>) => (
  <section class="group">
    <h2 class="group-title">Bring it back</h2>
    <ul class="step-rows">
      <StepRow
        sheet={sheet}
        step="word-back"
        words="After somebody edited it in Word or LibreOffice: their changes become suggestions, their comments remarks."
      />
    </ul>
  </section>
);
