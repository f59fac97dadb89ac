/** How a card asks this person for their stance on a note: what a need is answered with, how it is stood behind, or a view. */
import type { StanceValue } from '../../../annotations/desk.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { NoteView } from '../sheet/sheetView.ts';
import { asksManager, stanceWordsOf } from './noteWords.ts';

type Words = Readonly<Record<StanceValue, string>>;

export interface Asking {
  readonly legend: string;
  readonly words: Words;
  /** What the one line beside it is for. */
  readonly askFor: Words;
}

const views: Omit<Asking, 'words'> = {
  legend: 'Your view',
  askFor: {
    agree: 'Why? One line, if you like',
    'agree-if': 'If what? One line',
    disagree: 'What do you see differently? One line',
    'not-sure': 'What would help you decide? One line',
  },
};

const answers: Omit<Asking, 'words'> = {
  legend: 'Your answer',
  askFor: {
    agree: 'How, and by when? One line',
    'agree-if': 'What of it, and how? One line',
    disagree: 'What stands in the way, or what instead? One line',
    'not-sure': 'What do you need to find out first? One line',
  },
};

const needs: Omit<Asking, 'words'> = {
  legend: 'Do you still need it?',
  askFor: {
    agree: 'What for? One line, if you like',
    'agree-if': 'What of it? One line',
    disagree: 'What has changed? One line',
    'not-sure': 'What would help you decide? One line',
  },
};

export function askingOf(note: Pick<NoteView, 'lane'>, role: Role | null): Asking {
  const words = stanceWordsOf(note, role);
  if (!asksManager(note)) return { ...views, words };
  return { ...(role === 'manager' ? answers : role === 'engineer' ? needs : views), words };
}
