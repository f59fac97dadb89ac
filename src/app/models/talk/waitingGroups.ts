/** What waits for this person, sorted into the sections that Talk shows. A note stands in the first that fits. */

import type { Waiting } from '../../../annotations/waiting.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import { asksManager } from '../needs/noteWords.ts';
import type { NoteView, SheetView } from '../sheet/sheetView.ts';
import { waitsOf } from './whatWaits.ts';

type WaitingKind = 'suggestion' | 'answer' | 'changed' | 'stance';
/** `need`: a view waits that is an answer. */
type NoteKind = WaitingKind | 'need';

export interface WaitingGroup {
  readonly kind: NoteKind;
  readonly title: string;
  readonly notes: readonly NoteView[];
}

const titles: Record<NoteKind, string> = {
  suggestion: 'Suggested wordings to decide on',
  answer: 'Waiting for an answer',
  changed: 'Changed since you gave your view',
  need: 'Needs that wait for your answer',
  stance: 'Waiting for your view',
};

const order: readonly NoteKind[] = ['suggestion', 'answer', 'changed', 'need', 'stance'];

export function waitingGroups(view: SheetView) {
  const shown = new Set<ItemId>();
  const notesOf = (kind: NoteKind): NoteView[] =>
    waitsOf(view).flatMap((waiting) => {
      const waits: WaitingKind = kind === 'need' ? 'stance' : kind;
      if (waiting.kind !== waits || shown.has(waiting.note)) return [];
      const note = view.notes.get(waiting.note);
      if (!note || (kind === 'need' && !(asksManager(note) && view.me.role === 'manager'))) return [];
      shown.add(waiting.note);
      return [note];
    });
  const groups: WaitingGroup[] = order.map((kind) => ({ kind, title: titles[kind], notes: notesOf(kind) }));
  const claims = waitsOf(view).filter(
    (waiting): waiting is Extract<Waiting, { kind: 'claim' }> => waiting.kind === 'claim',
  );
  return { claims, groups };
}
