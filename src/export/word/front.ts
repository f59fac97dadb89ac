/** The first page's top in Word: what it is, whether it is a draft, who it is about and who takes part. */
import { BorderStyle, HeadingLevel, type Paragraph, Table, TableRow, WidthType } from 'docx';
import type { JobDescription } from '../document.ts';
import { factsOf } from '../facts.ts';
import * as say from '../wording.ts';
import * as look from './look.ts';
import { beside, cell, noRules, rowRules, shaded } from './tables.ts';
import { line, lineParagraph, paragraph } from './text.ts';

const nameWidth = 2200;

/** A box that nobody overlooks: the word, the day, what it means. */
function notice(description: JobDescription, width: number): Table {
  const edge = { style: BorderStyle.SINGLE, size: 24, color: look.accent };
  const words = [
    ...line(say.statusLine(description), { bold: true }),
    ...line(`. ${say.statusMeaning(description)}`),
  ];
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    borders: { ...noRules, left: edge },
    ...beside(160, 160),
    rows: [
      new TableRow({
        children: [cell([paragraph(words, { style: 'DraftNotice' })], width, shaded)],
      }),
    ],
  });
}

const facts = (description: JobDescription, width: number): Table =>
  new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [nameWidth, width - nameWidth],
    borders: rowRules,
    ...beside(0, 0),
    rows: factsOf(description).map(
      ({ name, values }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([lineParagraph(name, { style: 'Fact' }, { color: look.quiet })], nameWidth),
            cell(
              values.map((value) => lineParagraph(value, { style: 'Fact' })),
              width - nameWidth,
            ),
          ],
        }),
    ),
  });

export function front(description: JobDescription, width: number): (Paragraph | Table)[] {
  const subtitle = say.subtitleOf(description);
  return [
    lineParagraph(say.eyebrowOf(description), { style: 'Eyebrow' }, { characterSpacing: 40 }),
    lineParagraph(say.titleOf(description), { heading: HeadingLevel.TITLE }),
    ...(subtitle ? [lineParagraph(subtitle, { style: 'RoleLine' })] : []),
    notice(description, width),
    paragraph([], { style: 'Gap' }),
    facts(description, width),
  ];
}
