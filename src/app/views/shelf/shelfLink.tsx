/** The quiet way to the shelf, near where notes are missing. */
import type { SheetModel } from '../../models/sheetModel.ts';

export function ShelfLink({ sheet }: { readonly sheet: SheetModel }) {
  return (
    <button
      type="button"
      id="step-shelf"
      class="link-button"
      data-testid="step-shelf"
      onClick={() => {
        sheet.step.value = 'shelf';
      }}
    >
      Examples to start from…
    </button>
  );
}
