/** The line that leads to one problem asked from three altitudes. */
import { altitudePart } from '../../models/altitude/part.ts';
import { rowWords } from '../../models/altitude/words.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { StepRow } from '../steps/stepRow.tsx';

export function AltitudeRow({ sheet }: { readonly sheet: SheetModel }) {
  const part = sheet.part(altitudePart).value;
  return (
    <StepRow
      sheet={sheet}
      step="altitude"
      words={
        part
          ? rowWords(part.altitude.value)
          : 'One real problem, asked as Staff+, Lead and Senior would ask it.'
      }
      waits={part?.next.value != null}
    />
  );
}
