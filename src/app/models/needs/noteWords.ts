/** What a note's state and people's stances on it are called: in other words where it asks something of a manager. */
import type { StanceValue } from '../../../annotations/desk.ts';
import { needState } from '../../../annotations/needs/needs.ts';
import { needStateWords, needWordsOf } from '../../../export/needWords.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { NoteView } from '../sheet/sheetView.ts';
import { stanceWords } from '../words/stanceWords.ts';
import { stateWords } from '../words/stateWords.ts';

type Asking = Pick<NoteView, 'lane' | 'state' | 'mine' | 'others'>;

export const asksManager = ({ lane }: Pick<NoteView, 'lane'>): boolean => lane?.asks === 'manager';

export function stateWordsOf(note: Asking): string {
  if (!asksManager(note)) return stateWords[note.state];
  const said = note.mine ? [note.mine, ...note.others] : note.others;
  const answers = said.flatMap(({ person, current, value }) =>
    person.counts && person.role === 'manager' && current ? [value] : [],
  );
  const answered = needState(note.state, answers);
  return answered ? needStateWords[answered] : stateWords[note.state];
}

export const stanceWordsOf = (
  note: Pick<NoteView, 'lane'>,
  role: Role | null,
): Readonly<Record<StanceValue, string>> => (asksManager(note) ? needWordsOf(role) : null) ?? stanceWords;
