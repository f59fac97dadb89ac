/** Why there is no document to be had, and what to do about it. */
import type { GatherFailure } from './gathering.ts';

export const failureWords: Readonly<Record<GatherFailure, string>> = {
  'no-sheet': 'This sheet has not arrived here yet. Try again in a moment.',
  'no-round':
    'What this round says is not in this browser, so there is nothing to write. Choose another one, or the sheet as it is now.',
  'no-template':
    'This round was made from a template that this version of Rolewright doesn’t have. Reload the board to get the newest one.',
};
