/** For screens that ask something about one sheet: the way to another one, where there are several. */
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { Workshop } from '../../models/workshop.ts';

export function SheetChoice({ workshop, sheet }: { workshop: Workshop; sheet: SheetModel }) {
  const sheets = workshop.sheets.value;
  if (sheets.length < 2) return null;
  return (
    <label class="field">
      <span class="caption">Not this sheet?</span>
      <select
        class="select"
        value={sheet.id}
        onChange={({ currentTarget }) => workshop.choose(currentTarget.value)}
      >
        {sheets.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entry.label}
          </option>
        ))}
      </select>
    </label>
  );
}
