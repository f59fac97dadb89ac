/** One useful next thing, computed, never more than one. */

import { nextThing } from '../models/nextThing.ts';
import type { SheetModel } from '../models/sheetModel.ts';
import type { SheetView } from '../models/sheetView.ts';

export function Next({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const next = nextThing(view);
  if (!next) return null;
  const run = () => {
    if (next.kind === 'confirm') sheet.confirm(next.user, next.role);
    else if (next.kind === 'note') sheet.open(next.note);
    else if (next.kind === 'ask') void sheet.askForView();
    else if (next.kind === 'export') sheet.show('export');
  };
  return (
    <div class="next" data-testid="next">
      <p>{next.words}</p>
      <button type="button" class="button button-primary button-small" onClick={run}>
        {next.action}
      </button>
    </div>
  );
}
