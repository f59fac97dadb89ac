/** What a view leads to: what waits for me, and what is open. Computed where it is asked for, once for each view. */
import { openNotes } from '../../../annotations/agreement.ts';
import { type Waiting, waitsFor } from '../../../annotations/waiting.ts';
import type { NoteView, SheetView } from '../sheet/sheetView.ts';

/** Notes on the board, in the order of the sheet. */
export const notesPresent = ({ columns, unplaced }: SheetView): readonly NoteView[] => [
  ...columns.flatMap(({ lanes }) => lanes.flatMap(({ notes }) => notes)),
  ...unplaced,
];

function onceForEach<T>(compute: (view: SheetView) => T): (view: SheetView) => T {
  const known = new WeakMap<SheetView, { readonly found: T }>();
  return (view) => {
    const { found } = known.get(view) ?? { found: compute(view) };
    known.set(view, { found });
    return found;
  };
}

/** Most useful first. */
export const waitsOf: (view: SheetView) => readonly Waiting[] = onceForEach((view) =>
  waitsFor(view.me.user, notesPresent(view), view.talk),
);

/** Not agreed yet, widest mismatch first. */
export const openIn: (view: SheetView) => readonly NoteView[] = onceForEach((view) =>
  openNotes(notesPresent(view), view.talk).flatMap(({ note }) => view.notes.get(note.id) ?? []),
);
