/** Tables in Word: rules between rows only, quiet enough to read past. */
import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type ITableCellOptions,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { Block } from '../document.ts';
import * as look from './look.ts';
import { lineParagraph } from './text.ts';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: look.hairline };
export const rowRules = {
  top: none,
  left: none,
  right: none,
  bottom: thin,
  insideHorizontal: thin,
  insideVertical: none,
};
export const noRules = { ...rowRules, bottom: none, insideHorizontal: none };

/** What a table's cells leave free beside their words, said once for all of them. */
export const beside = (left: number, right: number) => ({ margins: { left, right } });

export const cell = (
  children: readonly Paragraph[],
  width: number,
  options: Partial<ITableCellOptions> = {},
): TableCell => new TableCell({ children, width: { size: width, type: WidthType.DXA }, ...options });

export const shaded = { shading: { type: ShadingType.CLEAR, fill: look.wash, color: 'auto' } };

/** The width of each column in twentieths of a point; together exactly `whole`. */
function columnWidths(shares: readonly number[], whole: number): readonly number[] {
  const widths = shares.map((share) => Math.floor(share * whole));
  const rest = whole - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === 0 ? width + rest : width));
}

export function table(block: Extract<Block, { kind: 'table' }>, whole: number): Table {
  const columns = block.rows[0]?.length ?? 1;
  const widths = columnWidths(block.widths ?? Array.from({ length: columns }, () => 1 / columns), whole);
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    borders: rowRules,
    ...beside(0, 120),
    rows: block.rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map((value, column) => {
            const number = block.numbers === true && column > 0;
            const bold = row === 0 || (block.sum === true && row === block.rows.length - 1);
            return cell(
              [
                lineParagraph(
                  value,
                  { style: 'Fact', ...(number ? { alignment: AlignmentType.RIGHT } : {}) },
                  bold ? { bold } : {},
                ),
              ],
              widths[column] ?? 0,
              number ? beside(0, 0) : {},
            );
          }),
        }),
    ),
  });
}
