/** The line that leads to why this role is needed now. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { whyNowPart } from '../../models/whyNow/part.ts';
import { rowWords } from '../../models/whyNow/words.ts';
import { StepRow } from '../steps/stepRow.tsx';

export function WhyNowRow({ sheet, view }: { readonly sheet: SheetModel; readonly view: SheetView }) {
  const part = sheet.part(whyNowPart).value;
  const state = part?.state.value;
  return (
    <StepRow
      sheet={sheet}
      step="why-now"
      words={
        state
          ? rowWords(state, view.me.user)
          : 'What calls for it, for how long, and the first sign of progress.'
      }
      waits={part?.next.value != null}
    />
  );
}
