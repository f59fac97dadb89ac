/** The first thing in Compare when there is something: what changed since this person last agreed. */
import { sinceMyWord } from '../models/comparing.ts';
import type { Rounds } from '../models/rounds.ts';
import type { SheetView } from '../models/sheetView.ts';

export function Since({ view, rounds }: { readonly view: SheetView; readonly rounds: Rounds }) {
  const since = sinceMyWord(rounds, view.me.user, null);
  if (!since) return null;
  return (
    <div class="ask" data-testid="since">
      <p>
        Since you gave your views: <b>{since.words}</b>.
      </p>
      <button
        type="button"
        class="button button-secondary button-small"
        data-testid="since-look"
        onClick={() => {
          rounds.at.value = { kind: 'changes', before: since.before, after: 'now' };
        }}
      >
        See what changed
      </button>
    </div>
  );
}
