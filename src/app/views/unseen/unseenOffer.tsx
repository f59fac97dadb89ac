/** Asked once, before anybody has said anything: unseen by each other first, or in the open? Loaded on demand. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { switchUnseen } from '../../models/unseen/switchUnseen.ts';

export function UnseenOffer({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const choose = (unseen: boolean) => switchUnseen(sheet, unseen, view.me.user);
  return (
    <section class="ask" data-testid="unseen-offer" aria-label="How views are given">
      <p>
        How do you two want to give your views? Unseen, neither is swayed by the other: both are shown once
        both of you are done. You can change it under Talk.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-testid="offer-unseen"
          onClick={() => choose(true)}
        >
          Unseen first
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="offer-open"
          onClick={() => choose(false)}
        >
          In the open
        </button>
      </div>
    </section>
  );
}
