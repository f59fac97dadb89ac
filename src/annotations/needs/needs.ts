/**
 * Notes that ask something of a manager, and what the manager answered. An answer is a stance in other words (agree is
 * yes, agree-if partly, disagree no), so unseen views, rounds, states, signatures and agreement are what they are for any
 * note. The engineer's own stance there is that they need it.
 *
 * A1  yes          the note is agreed: the engineer needs it, and every confirmed manager says yes
 * A2  no           the note is disputed, and a confirmed manager says no
 * A3  partly       a change is proposed, and a confirmed manager says partly
 * A4  unanswered   the note is open, and no confirmed manager has said anything about it as it stands
 * A5  null         otherwise: the state's own word says it better
 */
import type { StanceValue } from '../desk.ts';
import type { NoteState } from '../noteState.ts';

export const needStates = ['yes', 'partly', 'no', 'unanswered'] as const;
export type NeedState = (typeof needStates)[number];

/** `answers`: confirmed managers' stances on the note as it stands. */
export function needState(state: NoteState | null, answers: readonly StanceValue[]): NeedState | null {
  if (state === 'agreed') return 'yes';
  if (state === 'disputed' && answers.includes('disagree')) return 'no';
  if (state === 'change-proposed' && answers.includes('agree-if')) return 'partly';
  return state === 'open' && answers.length === 0 ? 'unanswered' : null;
}
