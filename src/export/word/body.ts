/** The body of the Word document: its sections, one after the other. */
import { HeadingLevel, Paragraph, type Table } from 'docx';
import type { StickyColour } from '../../workshop/stickyColour.ts';
import { directionOf } from '../direction.ts';
import type { Block, Line } from '../document.ts';
import type { Section } from '../sections.ts';
import * as look from './look.ts';
import type { Margin } from './margin.ts';
import { noteParagraphs } from './note.ts';
import { runs } from './runs.ts';
import { table } from './tables.ts';
import { line, paragraph, written } from './text.ts';

interface Place {
  readonly width: number;
  readonly margin: Margin;
}

const plain = (all: Line): string => all.map(({ text }) => text).join('');

function heading({ id, level, title, colour }: Section, { margin }: Place): Paragraph {
  const { before, after } = margin.bookmark('section', id);
  return paragraph(
    [...before, ...line(title), ...after],
    level === 1
      ? {
          heading: HeadingLevel.HEADING_1,
          border: { bottom: { ...look.bar(colour), size: 12, space: 4 } },
        }
      : { heading: HeadingLevel.HEADING_2 },
    directionOf(title),
  );
}

/** Both are italic. */
const styles = { small: 'Meaning', aside: 'EmptyPlace' } as const;

function block(one: Block, colour: StickyColour | null, { width, margin }: Place): (Paragraph | Table)[] {
  switch (one.kind) {
    case 'line':
      return [
        paragraph(
          runs(one.line, one.look && { bold: true, italics: false }),
          one.look ? { style: styles[one.look] } : { keepNext: true },
          directionOf(plain(one.line)),
        ),
      ];
    case 'words':
      return written(one.text, () => ({}));
    case 'list':
      return one.lines.map((each) => new Paragraph({ children: runs(each), bullet: { level: 0 } }));
    case 'table':
      return [table(one, width), paragraph([], { style: 'Gap' })];
    case 'note':
      return noteParagraphs(one.note, { colour, margin, ...(one.more ? { more: one.more } : {}) });
  }
}

export const body = (sections: readonly Section[], place: Place): (Paragraph | Table)[] =>
  sections.flatMap((section) => [
    heading(section, place),
    ...section.blocks.flatMap((one) => block(one, section.colour, place)),
  ]);
