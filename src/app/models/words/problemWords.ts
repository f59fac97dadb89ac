/** What sync had to leave aside, in one line for the panel; null while all is well, or where the status line says it. */
import type { Connection, SavedState, SyncProblem } from '../../../sync/sync.ts';
import { onlyInThisPage } from '../sheet/onlyInThisPage.ts';

export function problemWords(
  problems: readonly SyncProblem[],
  saved: SavedState,
  { reach }: Connection,
): string | null {
  const has = (kind: SyncProblem['kind']) => problems.some((problem) => problem.kind === kind);
  if (has('newer')) {
    const what = onlyInThisPage(saved)
      ? 'Copy what you wrote last, then reload the board.'
      : 'Reload the board to see everything and to send everything.';
    return `A newer version of Rolewright is in use here. ${what}`;
  }
  if (has('too-large')) {
    const what =
      saved.browser === 'saved'
        ? 'Your words are kept in this browser; export them.'
        : 'Export what matters.';
    return `This sheet has outgrown what the board can store. ${what}`;
  }
  // Nothing can be read at all then.
  if (reach === 'offline' || reach === 'refused') return null;
  if (has('damaged') || has('missing')) {
    return 'Some words on the board can’t be read at the moment. Whoever wrote them still has them; it is tried again.';
  }
  return null;
}
