/** The agenda of the next talk in words: on the board, and as plain text. */

import {
  type Agenda,
  type AgendaItem,
  agendaOf,
  type Subject,
  type Topic,
} from '../../../annotations/agenda.ts';
import { openNotes } from '../../../annotations/agreement.ts';
import { type Position, positionsOn } from '../../../annotations/talk.ts';
import type { AgendaWords } from '../../../board/agendaFrame.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { stanceWordsOf, stateWordsOf } from '../needs/noteWords.ts';
import type { NoteView, SheetView } from '../sheet/sheetView.ts';
import { openIn } from '../talk/whatWaits.ts';
import { stanceWords } from '../words/stanceWords.ts';
import { stateWords } from '../words/stateWords.ts';

/** From what a sheet shows, in the order in which it shows it. */
export const agendaFor = (view: SheetView, minutes: number, topics: readonly Topic[] = []): Agenda =>
  agendaOf(openNotes(openIn(view), view.talk), minutes, topics);

export const wordsOfSubject = (subject: Subject): string =>
  cleanLine(subject.kind === 'note' ? subject.note.text : subject.topic.title);

function side({ person, stance, current }: Position, note: NoteView | undefined): string {
  const words = note ? stanceWordsOf(note, person.role) : stanceWords;
  const said = !stance ? 'nothing yet' : `${words[stance.value]}${current ? '' : ' (before the change)'}`;
  return `${person.name || 'Somebody'}: ${said}`;
}

function about(subject: Subject, view: SheetView): string {
  if (subject.kind === 'topic') return cleanLine(subject.topic.about);
  const counting = positionsOn(subject.note, view.talk).filter(({ person }) => person.counts);
  const note = view.notes.get(subject.note.id);
  const state = note ? stateWordsOf(note) : stateWords[subject.state];
  return [state, ...counting.map((one) => side(one, note))].join(' · ');
}

const inMinutes = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`);

export function agendaWords(view: SheetView, minutes: number, topics: readonly Topic[] = []): AgendaWords {
  const { total, items, later } = agendaFor(view, minutes, topics);
  return {
    title: `Next talk: ${view.label}`,
    subtitle: `${inMinutes(total)}, what people see most differently first`,
    rows: items.map((item: AgendaItem) => ({
      minutes: item.minutes,
      words: wordsOfSubject(item),
      about: about(item, view),
    })),
    rest:
      later.length === 0
        ? ''
        : `If there is time: ${later.length} more ${later.length === 1 ? 'point' : 'points'}.`,
  };
}

export function agendaText(view: SheetView, minutes: number, topics: readonly Topic[] = []): string {
  const { title, subtitle, rows, rest } = agendaWords(view, minutes, topics);
  const lines = rows.flatMap(({ minutes: each, words, about: sides }, index) => [
    `${index + 1}. ${words} (${each} min)`,
    ...(sides === '' ? [] : [`   ${sides}`]),
  ]);
  return [title, subtitle, '', ...lines, ...(rest === '' ? [] : ['', rest])].join('\n');
}
