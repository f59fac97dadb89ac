/** A ladder as CSV, to be changed in a spreadsheet and pasted again. What paste.ts reads of it is the same ladder. */
import type { Ladder } from './ladder.ts';

const cell = (text: string): string =>
  /[",;\t\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export function printLadder({ levels, dimensions, cells }: Ladder): string {
  const textOf = (level: string, dimension: string): string =>
    cells.find((one) => one.level === level && one.dimension === dimension)?.text ?? '';
  const rows = [
    ['Level', 'Path', 'Scope', ...dimensions.map(({ title }) => title)],
    ...levels.map(({ id, path, title, scope }) => [
      ...[title, path, scope],
      ...dimensions.map((dimension) => textOf(id, dimension.id)),
    ]),
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}
