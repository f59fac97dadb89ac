/** The line in Write that leads to writing notes unseen first. Loaded on demand. */
import { blindStep } from '../../../annotations/blindSetting.ts';
import { notesCounted } from '../../models/noteDrafts/draftWords.ts';
import { noteDraftsPart } from '../../models/noteDrafts/part.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { StepRow } from '../steps/stepRow.tsx';

/** While the step is on, the banner above the outline leads there. */
export function NoteDraftsRow({ sheet, view }: { readonly sheet: SheetModel; readonly view: SheetView }) {
  const { writing } = view.content;
  if (writing.by === null)
    return (
      <StepRow
        sheet={sheet}
        step="drafts"
        words="Each of you writes notes that the other sees only when both are done."
      />
    );
  const notes = sheet.part(noteDraftsPart).value;
  const on = blindStep(writing) !== null;
  if (on || !notes || notes.revealed.value.waiting > 0 || notes.left.value) return null;
  const { comparison } = notes.revealed.value;
  const both = comparison.alike.length;
  const all = comparison.alone.length + both;
  const words =
    all === 0
      ? 'Notes are written in the open.'
      : `${notesCounted(all)} written unseen${both > 0 ? `, ${both} of them by both` : ''}.`;
  return <StepRow sheet={sheet} step="drafts" words={words} />;
}
