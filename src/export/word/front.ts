/** The first page's top in Word: what it is, that it is a draft, who it is about and who takes part. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IBorderOptions,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { JobDescription } from '../document.ts';
import { factsOf } from '../facts.ts';
import * as say from '../wording.ts';
import * as look from './look.ts';
import { line, lineParagraph, paragraph } from './text.ts';

/** Twentieths of a point between the margins of an A4 page. */
export const textWidth = 9298;
const nameWidth = 2200;

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: look.hairline };
/** Rules between rows only: quiet enough to read past. */
export const rowRules = {
  top: none,
  left: none,
  right: none,
  bottom: thin,
  insideHorizontal: thin,
  insideVertical: none,
};

export const cell = (
  children: readonly Paragraph[],
  width: number,
  options: { readonly shaded?: boolean } = {},
): TableCell =>
  new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    margins: { left: options.shaded ? 160 : 0, right: options.shaded ? 160 : 0 },
    ...(options.shaded ? { shading: { type: ShadingType.CLEAR, fill: look.wash, color: 'auto' } } : {}),
  });

/** A box that nobody overlooks: the word, the day, what it means. */
function draftNotice(description: JobDescription): Table {
  const edge = { style: BorderStyle.SINGLE, size: 24, color: look.accent };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    borders: { ...rowRules, bottom: none, insideHorizontal: none, left: edge },
    rows: [
      new TableRow({
        children: [
          cell(
            [
              paragraph(
                [...line(say.draftLine(description), { bold: true }), ...line(`. ${say.draftMeaning}`)],
                { style: 'DraftNotice' },
              ),
            ],
            textWidth,
            { shaded: true },
          ),
        ],
      }),
    ],
  });
}

function facts(description: JobDescription): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [nameWidth, textWidth - nameWidth],
    borders: rowRules,
    rows: factsOf(description).map(
      ({ name, values }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([lineParagraph(name, { style: 'Fact' }, { color: look.quiet })], nameWidth),
            cell(
              values.map((value) => lineParagraph(value, { style: 'Fact', alignment: AlignmentType.LEFT })),
              textWidth - nameWidth,
            ),
          ],
        }),
    ),
  });
}

export function front(description: JobDescription): (Paragraph | Table)[] {
  const subtitle = say.subtitleOf(description);
  return [
    lineParagraph('JOB DESCRIPTION', { style: 'Eyebrow' }, { characterSpacing: 40 }),
    lineParagraph(say.titleOf(description), { heading: HeadingLevel.TITLE }),
    ...(subtitle ? [lineParagraph(subtitle, { style: 'RoleLine' })] : []),
    draftNotice(description),
    paragraph([], { style: 'Gap' }),
    facts(description),
  ];
}
