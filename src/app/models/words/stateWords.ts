/** A note's state in the panel's words. */
import type { NoteState } from '../../../annotations/noteState.ts';

export const stateWords: Record<NoteState, string> = {
  open: 'Open',
  'change-proposed': 'Change proposed',
  disputed: 'Disputed',
  agreed: 'Agreed',
  changed: 'Changed since',
};
