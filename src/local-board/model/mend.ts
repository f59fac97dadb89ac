/**
 * What follows of itself when items come and go, whichever command or step back it was: a connector goes with either
 * of its items (connector page), and what apps noted on an item goes with it. Runs once all else is drafted, and
 * looks only at what was.
 */
import { hasBothEnds } from './connectors.ts';
import type { Draft } from './draft.ts';
import { dissolveSmallGroups } from './groups.ts';
import { layOutTouched } from './mindmaps.ts';
import { leaveParent } from './parents.ts';

export function mend(draft: Draft): void {
  for (const id of draft.touched()) {
    const item = draft.item(id);
    if (item?.type === 'connector') {
      if (!hasBothEnds(draft, item)) take(draft, id);
    } else if (!item) for (const { id: connector } of draft.connectorsOf(id)) take(draft, connector);
  }
  dissolveSmallGroups(draft);
  layOutTouched(draft);
  forgetNotes(draft);
}

function take(draft: Draft, id: string): void {
  leaveParent(draft, draft.needItem(id));
  draft.drop(id);
}

function forgetNotes(draft: Draft): void {
  for (const id of draft.touched()) {
    if (draft.item(id)) continue;
    for (const app of draft.state.metadata.get(id)?.keys() ?? [])
      draft.write({ what: 'metadata', item: id, app, values: {} });
  }
}
