/** The body of the Word document: the one job, the pillars, the sides, where we stand, what is left over, sources. */
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  Table,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { shades } from '../../workshop/palette.ts';
import { cleanLine } from '../cleanText.ts';
import type { JobDescription, Note, PillarSection, SideSection } from '../document.ts';
import { webAddress } from '../webAddress.ts';
import * as say from '../wording.ts';
import { cell, rowRules, textWidth } from './front.ts';
import * as look from './look.ts';
import { noteParagraphs } from './note.ts';
import { line, lineParagraph, paragraph } from './text.ts';

type Block = Paragraph | Table;

/** A main heading over a rule in its section's colour. */
const mainHeading = (title: string, colour: string): Paragraph =>
  lineParagraph(cleanLine(title), {
    heading: HeadingLevel.HEADING_1,
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: colour } },
  });

function notes(found: readonly Note[], prompt: string, colour: string, timeZone: string): Block[] {
  if (found.length > 0) return found.flatMap((note) => noteParagraphs(note, colour, timeZone));
  return [lineParagraph(`${say.nothingYet} ${cleanLine(prompt)}`.trim(), { style: 'EmptyPlace' })];
}

const side = (section: SideSection, timeZone: string): Block[] => [
  mainHeading(section.title, look.hairline),
  ...notes(section.notes, section.prompt, look.hairline, timeZone),
];

function pillar(section: PillarSection, timeZone: string): Block[] {
  // Word writes colours without the hash.
  const colour = shades[section.colour].solid.slice(1);
  return [
    mainHeading(section.title, colour),
    paragraph(
      [
        ...line(say.agreedOf(section.agreement), { bold: true, italics: false }),
        ...line(cleanLine(section.meaning) ? ` · ${cleanLine(section.meaning)}` : ''),
      ],
      { style: 'Meaning' },
    ),
    ...section.responsibilities.flatMap((responsibility) => [
      lineParagraph(cleanLine(responsibility.title), { heading: HeadingLevel.HEADING_2 }),
      ...(cleanLine(responsibility.meaning)
        ? [lineParagraph(cleanLine(responsibility.meaning), { style: 'Meaning' })]
        : []),
      ...notes(responsibility.notes, responsibility.prompt, colour, timeZone),
    ]),
  ];
}

/** Where we stand: a table of plain numbers, read aloud as well as seen. */
function standing(description: JobDescription): Block[] {
  const numberWidth = 1500;
  const widths = [textWidth - 3 * numberWidth, numberWidth, numberWidth, numberWidth];
  const rows = say.agreementRows(description).map((cells, index, all) => {
    const bold = index === 0 || index === all.length - 1;
    return new TableRow({
      tableHeader: index === 0,
      cantSplit: true,
      children: cells.map((value, column) =>
        cell(
          [
            lineParagraph(
              value,
              { style: 'Fact', ...(column === 0 ? {} : { alignment: AlignmentType.RIGHT }) },
              { bold },
            ),
          ],
          widths[column] ?? numberWidth,
        ),
      ),
    });
  });
  return [
    mainHeading(say.headings.inShort, look.hairline),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: rowRules,
      rows,
    }),
    paragraph([], { style: 'Gap' }),
    ...say.remainders(description).map((text) => lineParagraph(text, { style: 'EmptyPlace' })),
  ];
}

function sources(description: JobDescription): Block[] {
  if (description.sources.length === 0) return [];
  return [
    mainHeading(say.headings.sources, look.hairline),
    ...description.sources.map(({ title, url }) => {
      const link = webAddress(url);
      const words = cleanLine(title);
      const runs = link
        ? [new ExternalHyperlink({ link, children: [new TextRun({ text: words, style: 'Hyperlink' })] })]
        : line(words);
      return new Paragraph({ children: runs, bullet: { level: 0 } });
    }),
  ];
}

export function body(description: JobDescription): Block[] {
  const { timeZone, unplaced, gone } = description;
  return [
    ...description.tops.flatMap((section) => side(section, timeZone)),
    ...description.pillars.flatMap((section) => pillar(section, timeZone)),
    ...description.sides.flatMap((section) => side(section, timeZone)),
    ...standing(description),
    ...(unplaced.length > 0
      ? [
          mainHeading(say.headings.unplaced, look.hairline),
          ...unplaced.flatMap((note) => noteParagraphs(note, look.hairline, timeZone, note.between)),
        ]
      : []),
    ...(gone.length > 0
      ? [
          mainHeading(say.headings.gone, look.hairline),
          ...gone.flatMap((note) => noteParagraphs(note, look.hairline, timeZone)),
        ]
      : []),
    ...sources(description),
  ];
}
