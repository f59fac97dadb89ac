import type { SavedState } from '../../../sync/sync.ts';

/** Words that exist nowhere but in this page: closing it would lose them. */
export const onlyInThisPage = ({ browser, board }: SavedState): boolean =>
  browser !== 'saved' && board !== 'saved';
