/** What is wrong with the sheet's layout, what mending it would change, and that it is being mended. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { handsPart } from '../../models/sheet/sheetParts.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';

/** Whether headers are missing or astray, so that notes may count for the wrong lane. */
const isDisturbed = ({ harvest }: SheetView): boolean => harvest.problems.length > 0;

export function LayoutNotice({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const layout = sheet.part(handsPart).value?.layout;
  const preview = layout?.preview.value;
  if (!view.canWrite) return null;
  if (layout?.working.value) {
    return (
      <p class="callout" role="status">
        Moving things on the board…
      </p>
    );
  }
  if (preview) {
    return (
      <div class="callout" data-testid="layout-preview">
        <p>
          <b>{preview.title}</b>
        </p>
        <ul class="preview-list">
          {preview.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div class="actions">
          <button
            type="button"
            class="button button-primary button-small"
            data-testid="layout-apply"
            onClick={() => void layout?.apply()}
          >
            Do it
          </button>
          <button type="button" class="button button-tertiary button-small" onClick={() => layout?.leave()}>
            Leave it
          </button>
        </div>
      </div>
    );
  }
  if (!isDisturbed(view)) return null;
  return (
    <div class="callout" data-testid="layout-disturbed">
      <p>Some headings of this sheet are missing or out of place, so notes may count for another lane.</p>
      <button
        type="button"
        class="button button-secondary button-small"
        data-testid="layout-repair"
        onClick={() => void sheet.loaded(handsPart).then((hands) => hands.layout.show({ kind: 'repair' }))}
      >
        Repair layout…
      </button>
    </div>
  );
}
