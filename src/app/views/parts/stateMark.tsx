/** A note's state as shape and word, so that colour is never needed to tell. */
import type { NoteState } from '../../../annotations/noteState.ts';
import { stateWords } from '../../models/words/stateWords.ts';

/** 16 × 16, drawn with the text's own colour. */
const shapes: Record<NoteState, preact.ComponentChild> = {
  open: <circle cx="8" cy="8" r="5.25" fill="none" />,
  'change-proposed': (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" stroke="none" />
    </>
  ),
  disputed: (
    <>
      <path d="M8 2.2 13.8 8 8 13.8 2.2 8z" fill="none" />
      <path d="M8 5.6v3" />
      <circle cx="8" cy="10.6" r="0.4" />
    </>
  ),
  agreed: (
    <>
      <circle cx="8" cy="8" r="6" fill="currentColor" stroke="none" />
      <path d="m5.2 8.2 2 2 3.7-4.2" stroke="#fff" fill="none" />
    </>
  ),
  changed: (
    <>
      <path d="M12.6 6A5.1 5.1 0 1 0 13 9" fill="none" />
      <path d="M13 2.8V6H9.8" fill="none" />
    </>
  ),
};

/** Written out, so that what strips unused styles finds them. */
const classes: Record<NoteState, string> = {
  open: 'state state-open',
  'change-proposed': 'state',
  disputed: 'state',
  agreed: 'state state-agreed',
  changed: 'state',
};

interface Props {
  readonly state: NoteState;
  readonly withWord?: boolean;
  /** What it is called here, where that is not the usual word. */
  readonly words?: string;
}

export function StateMark({ state, withWord = false, words = stateWords[state] }: Props) {
  return (
    <span class={classes[state]} title={words}>
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        stroke="currentColor"
        stroke-width="1.5"
        aria-hidden="true"
      >
        {shapes[state]}
      </svg>
      <span class={withWord ? '' : 'visually-hidden'}>{words}</span>
    </span>
  );
}
