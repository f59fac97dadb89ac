/** The line in the Write place that leads to what the check asks and to the team's names. */
import { oursPart } from '../../models/ours/oursPart.ts';
import { counted } from '../../models/rounds/roundWords.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { StepRow } from '../steps/stepRow.tsx';

export function OursRow({ sheet }: { readonly sheet: SheetModel }) {
  const ours = sheet.part(oursPart).value;
  const notes = ours?.vague.value.size ?? 0;
  const names = ours?.names.value.values.length ?? 0;
  const said = [
    notes > 0 ? `${counted(notes, 'note', 'notes')} would fit any team` : '',
    names > 0 ? counted(names, 'name of yours', 'names of yours') : '',
  ].filter((part) => part !== '');
  return (
    <StepRow
      sheet={sheet}
      step="ours"
      words={
        said.length > 0 ? said.join(' · ') : 'What would fit any team, and the names that only yours uses'
      }
    />
  );
}
