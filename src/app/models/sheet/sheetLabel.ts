import { cleanLine } from '../../../export/cleanText.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';

const joined = (parts: readonly string[]): string => parts.map(cleanLine).filter(Boolean).join(' · ');

/** How a sheet is called in lists. */
export const sheetLabel = ({ title, team, engineer }: SheetDetails): string =>
  joined([title, team, engineer]);

/** In a list with others of the same role and team the name comes first: it is what tells them apart. */
export function sheetLabelAmong(details: SheetDetails, all: readonly SheetDetails[]): string {
  const { title, team, engineer } = details;
  const alike = all.filter((one) => one.title === title && one.team === team).length;
  return alike < 2 ? sheetLabel(details) : joined([engineer, title, team]);
}
