/** How views are given in this sheet: unseen by each other first, or in the open. The engineer says. */
import { blindStep } from '../../../annotations/blindSetting.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { switchUnseen } from '../../models/unseen/switchUnseen.ts';

export function UnseenSetting({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const unseen = blindStep(view.content.blind) !== null;
  const may = view.canWrite && (view.engineer === null || view.engineer === view.me.user);
  return (
    <section class="group">
      <h2 class="group-title">How views are given</h2>
      <p class="hint" data-testid="how-views">
        {unseen
          ? 'Unseen first: what each of you says stays in your own browser until you are done, and is shown once you all are.'
          : 'In the open: what you say is seen by everybody on this sheet at once.'}
      </p>
      {may ? (
        <>
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="switch-unseen"
            onClick={() => switchUnseen(sheet, !unseen, view.me.user)}
          >
            {unseen ? 'Work in the open instead' : 'Give views unseen first'}
          </button>
          <p class="hint">
            {unseen
              ? 'What nobody has seen so far stays so: each of you is asked about it.'
              : 'What has been said stays as it is; only what comes now is unseen.'}
          </p>
        </>
      ) : (
        <p class="hint">The engineer of this sheet can change it.</p>
      )}
    </section>
  );
}
