import { cleanLine } from '../../export/cleanText.ts';
import type { SheetDetails } from '../../workshop/sheet.ts';

/** How a sheet is called in lists. */
export const sheetLabel = ({ title, team, engineer }: SheetDetails): string =>
  [title, team, engineer].map(cleanLine).filter(Boolean).join(' · ');
