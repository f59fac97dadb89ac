/** What became of a sheet on a board edited by hand, and what can be done about it. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { Workshop } from '../../models/workshop.ts';
import { Unfinished } from '../start/unfinished.tsx';
import { Strangers } from './strangers.tsx';

export function StrangeFrames({ workshop, sheet }: { workshop: Workshop; sheet: SheetModel }) {
  const { found } = workshop;
  const again = found.refound.value.get(sheet.id);
  const view = sheet.view.value;
  const copies = found.copies.value.filter(({ of }) => of === sheet.id);
  return (
    <>
      <Unfinished workshop={workshop} />
      {found.deleted.value.has(sheet.id) && (
        <div class="callout" role="alert" data-testid="frame-deleted">
          <p>
            The frame of this sheet is no longer on the board. Undo its removal there, or start a new sheet.
            What was said is kept here and can be exported.
          </p>
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="look-again"
            onClick={() => void workshop.lookAgain()}
          >
            Look again
          </button>
        </div>
      )}
      <Strangers workshop={workshop} />
      {again && again !== view?.content.frame && (
        <div class="callout" role="alert" data-testid="frame-refound">
          <p>The frame of this sheet is gone, but a copy of it is here, as on a copied or restored board.</p>
          <button
            type="button"
            class="button button-primary button-small"
            data-testid="go-on-with-copy"
            onClick={() => void workshop.goOnHere(sheet.id)}
          >
            Go on with the copy
          </button>
        </div>
      )}
      {copies.map((copy) => (
        <div key={copy.frame} class="callout" data-testid="frame-copied">
          <p>There is a copy of this sheet on the board. Notes in it count nowhere yet.</p>
          <div class="actions">
            <button
              type="button"
              class="button button-secondary button-small"
              data-testid="make-own"
              onClick={() => void workshop.makeOwnSheet(copy)}
            >
              Make it a sheet of its own
            </button>
            <button
              type="button"
              class="button button-tertiary button-small"
              onClick={() => found.leave(copy)}
            >
              Leave it
            </button>
          </div>
        </div>
      ))}
    </>
  );
}
