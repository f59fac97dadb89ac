/** One useful next thing, computed, never more than one. */

import { nextThing } from '../models/nextThing.ts';
import type { SheetModel } from '../models/sheetModel.ts';
import type { SheetView } from '../models/sheetView.ts';
import { toSignPart } from '../models/toSignPart.ts';

export function Next({ sheet, view }: { sheet: SheetModel; view: SheetView }) {
  const thing = nextThing(view);
  const round = view.content.closings.length > 0 ? sheet.part(toSignPart).value?.next.value : null;
  // What waits for me on the notes themselves comes first; a round is signed when its talk is over.
  const sign = !thing || thing.kind === 'ask' || thing.kind === 'export' ? round : null;
  const next = sign ?? thing;
  if (!next) return null;
  const run = () => {
    if (sign) void sheet.showRound(sign.round);
    else if (thing?.kind === 'confirm') sheet.confirm(thing.user, thing.role);
    else if (thing?.kind === 'note') sheet.open(thing.note);
    else if (thing?.kind === 'ask') void sheet.askForView();
    else if (thing?.kind === 'export') sheet.show('export');
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
