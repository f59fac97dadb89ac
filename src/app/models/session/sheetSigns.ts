/**
 * How the sheets on the board stand, for whoever runs the session: counts of what is on the board, where everybody sees
 * it. Nothing of a draft is looked at.
 */
import { blindStep } from '../../../annotations/blindSetting.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { SheetId } from '../../../workshop/ids.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export interface SheetSigns {
  readonly sheet: SheetId;
  /** The engineer’s name, where no other sheet has it; else what the sheet is called. */
  readonly label: string;
  /** Its first notes are being written unseen: what there is, is nobody’s to count. */
  readonly unseen: boolean;
  readonly notes: number;
  /** Columns in which nobody has written, by their titles; not those across the top or beside. */
  readonly empty: readonly string[];
  readonly agreed: number;
  /** Notes that would fit any company; null while the check is not loaded. */
  readonly vague: number | null;
}

/** How each sheet is called in a list of all. */
export function sheetLabels(
  sheets: readonly (readonly [SheetId, SheetView])[],
): ReadonlyMap<SheetId, string> {
  const names = sheets.map(([, { details }]) => cleanLine(details.engineer));
  return new Map(
    sheets.map(([id, { label }], at) => {
      const name = names[at] ?? '';
      return [id, name !== '' && names.indexOf(name) === names.lastIndexOf(name) ? name : label];
    }),
  );
}

export function sheetSigns(
  sheet: SheetId,
  label: string,
  { columns, total, agreed, notes, content }: SheetView,
  isVague: ((text: string) => boolean) | null,
): SheetSigns {
  const present = [...notes.values()].filter(({ place }) => place !== 'gone');
  return {
    ...{ sheet, label, notes: total, agreed },
    unseen: blindStep(content.writing) !== null,
    empty: columns.flatMap(({ column, total: some }) =>
      column.place === 'main' && some === 0 ? [column.title] : [],
    ),
    vague: isVague && present.filter(({ text }) => isVague(text)).length,
  };
}

/** Most of what is there would fit any company. */
export const isStuck = ({ notes, vague }: SheetSigns): boolean =>
  vague !== null && vague >= 2 && vague * 2 >= notes;
