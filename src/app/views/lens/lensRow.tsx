/** The line that leads to laying the sheet out by the other lens. */
import { lensName, otherLensOf } from '../../models/lens/lensName.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { StepRow } from '../steps/stepRow.tsx';

export function LensRow({ sheet, view }: { readonly sheet: SheetModel; readonly view: SheetView }) {
  const { lens } = view.details;
  const words = view.content.relayout
    ? 'Under way'
    : `On the board it is by ${lensName[lens]}; it can be by ${lensName[otherLensOf(lens)]}.`;
  return <StepRow sheet={sheet} step="lens" words={words} waits={view.content.relayout !== null} />;
}
