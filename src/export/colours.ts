/** The colours of a document on paper, as six hexadecimal digits. */
import type { NoteState } from '../annotations/noteState.ts';

export const ink = '1F2430';
export const quiet = '5A6072';
export const hairline = 'D9DCE3';
export const wash = 'F3F4F7';
export const accent = '3B4CCA';

/** Readable on white (contrast 4.5 or more); none is red, since disagreement is no alarm. */
export const stateColour: Readonly<Record<NoteState, string>> = {
  agreed: '1E6B47',
  open: quiet,
  'change-proposed': '8A5200',
  disputed: '5F3DC4',
  changed: '0B6285',
};
