/**
 * The state of a note. It follows from all desks and the note's text, and is never set by hand.
 * "Counting" people are the engineer and the confirmed managers (participants.ts, P5); a stance is current when it was
 * taken for the text as it stands, white space, case and punctuation aside (`saysTheSame`). The first line that holds
 * decides:
 *
 * | id | state           | when                                                                                     |
 * |----|-----------------|------------------------------------------------------------------------------------------|
 * | N1 | disputed        | a counting person currently disagrees                                                    |
 * | N2 | change-proposed | a counting person currently agrees with a change, or a suggestion by a counting person   |
 * |    |                 | or a confirmed peer waits for a decision and would change the text                       |
 * | N3 | changed         | a counting person had a stance on an earlier text and has none on this one               |
 * | N4 | agreed          | the engineer and every confirmed manager, at least one of them, currently agree          |
 * | N5 | open            | otherwise: somebody has not said anything yet, or is not sure                            |
 *
 * N6  `not-sure` neither agrees nor disputes: the note stays open, however many others agree.
 * N7  Without a confirmed manager nothing is agreed, but the engineer's own doubts and suggestions show.
 * N8  People with an unconfirmed claim, and facilitators, change no state. Peers change it by suggestions only.
 * N9  An edit re-opens the note it was made in, and no other. An edit of white space, case or punctuation re-opens none.
 */
import type { Participant } from './participants.ts';
import { type NoteText, openSuggestions, positionsOn, type Talk } from './talk.ts';

export const noteStates = ['open', 'change-proposed', 'disputed', 'agreed', 'changed'] as const;
export type NoteState = (typeof noteStates)[number];

/** Whose suggestions change a note's state (N2, N8). */
const speaks = ({ confirmed, role }: Participant): boolean => confirmed && role !== 'facilitator';

export function stateOf(note: NoteText, talk: Talk): NoteState {
  const counting = positionsOn(note, talk).filter(({ person }) => person.counts);
  const holds = (value: string) => (position: (typeof counting)[number]) =>
    position.current && position.stance?.value === value;
  if (counting.some(holds('disagree'))) return 'disputed';
  if (counting.some(holds('agree-if')) || speakersPropose(note, talk)) return 'change-proposed';
  if (counting.some(({ stance, current }) => stance !== null && !current)) return 'changed';
  const managers = counting.filter(({ person }) => person.role === 'manager');
  if (managers.length > 0 && counting.every(holds('agree'))) return 'agreed';
  return 'open';
}

function speakersPropose(note: NoteText, talk: Talk): boolean {
  const speakers = new Set(talk.participants.filter(speaks).map(({ user }) => user));
  return openSuggestions(note, talk).some(({ author }) => speakers.has(author));
}
