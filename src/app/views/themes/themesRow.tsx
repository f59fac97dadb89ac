/** The line in the Write place that leads to what the sheet touches of what such roles share. */

import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { themesPart } from '../../models/themes/themesPart.ts';
import { StepRow } from '../steps/stepRow.tsx';

export function ThemesRow({ sheet }: { readonly sheet: SheetModel }) {
  const themes = sheet.part(themesPart).value;
  const states = themes?.states.value ?? [];
  const touched = states.filter(({ state }) => state === 'touched').length;
  const left = states.filter(({ state }) => state === 'left-out').length;
  const said = [
    `${touched} of ${states.length} themes touched`,
    left > 0 ? `${left} not part of this role` : '',
    themes?.balance.value.replace(/\.$/, '') ?? '',
  ].filter((part) => part !== '');
  return (
    <StepRow
      sheet={sheet}
      step="themes"
      words={touched + left > 0 ? said.join(' · ') : 'Eight themes that postings of such roles share'}
    />
  );
}
