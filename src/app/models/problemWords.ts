/** What sync had to leave aside, in one line for the panel; null while all is well. */
import type { SyncProblem } from '../../sync/sync.ts';

export function problemWords(problems: readonly SyncProblem[]): string | null {
  const has = (kind: SyncProblem['kind']) => problems.some((problem) => problem.kind === kind);
  if (has('newer')) {
    return 'Somebody here uses a newer version of Rolewright. Reload the board to see all they wrote.';
  }
  if (has('too-large'))
    return 'This sheet has outgrown what the board can store. Your words are kept in this browser; export them.';
  if (has('damaged') || has('missing')) {
    return 'Some words on the board can’t be read at the moment. Whoever wrote them still has them; it is tried again.';
  }
  return null;
}
