/** The quiet ways to begin with what is there already, near where notes are missing: the shelf, and what a team has. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { stepTitles } from '../../models/steps/steps.ts';

export function ShelfLink({ sheet }: { readonly sheet: SheetModel }) {
  return (
    <p class="ways-to-begin">
      {(['shelf', 'bring-in'] as const).map((step) => (
        <button
          key={step}
          type="button"
          id={`step-${step}`}
          class="link-button"
          data-testid={`step-${step}`}
          onClick={() => {
            sheet.step.value = step;
          }}
        >
          {stepTitles[step]}…
        </button>
      ))}
    </p>
  );
}
