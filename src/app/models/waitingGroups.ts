/** What waits for this person, sorted into the sections that Talk shows. A note stands in the first that fits. */

import type { Waiting } from '../../annotations/waiting.ts';
import type { ItemId } from '../../workshop/ids.ts';
import type { NoteView, SheetView } from './sheetView.ts';
import { waitsOf } from './whatWaits.ts';

type NoteKind = 'suggestion' | 'answer' | 'changed' | 'stance';

export interface WaitingGroup {
  readonly kind: NoteKind;
  readonly title: string;
  readonly notes: readonly NoteView[];
}

const titles: Record<NoteKind, string> = {
  suggestion: 'Suggested wordings to decide on',
  answer: 'Waiting for an answer',
  changed: 'Changed since you gave your view',
  stance: 'Waiting for your view',
};

const order: readonly NoteKind[] = ['suggestion', 'answer', 'changed', 'stance'];

export function waitingGroups(view: SheetView) {
  const shown = new Set<ItemId>();
  const notesOf = (kind: NoteKind): NoteView[] =>
    waitsOf(view).flatMap((waiting) => {
      if (waiting.kind !== kind || shown.has(waiting.note)) return [];
      const note = view.notes.get(waiting.note);
      if (!note) return [];
      shown.add(waiting.note);
      return [note];
    });
  const groups: WaitingGroup[] = order.map((kind) => ({ kind, title: titles[kind], notes: notesOf(kind) }));
  const claims = waitsOf(view).filter(
    (waiting): waiting is Extract<Waiting, { kind: 'claim' }> => waiting.kind === 'claim',
  );
  return { claims, groups };
}
