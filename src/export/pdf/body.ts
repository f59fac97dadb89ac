/** The whole document as parts of a PDF: what it is and who it is about, then its sections. */
import { shades } from '../../workshop/palette.ts';
import { anchorOf } from '../anchor.ts';
import { cleanLine } from '../cleanText.ts';
import type { Block, JobDescription } from '../document.ts';
import { factsOf } from '../facts.ts';
import { type Section, sectionsOf } from '../sections.ts';
import * as say from '../wording.ts';
import * as look from './look.ts';
import { group, type NotePlace, noteItem } from './note.ts';
import type { Grid, Group, Marker, Part, Piece } from './parts.ts';
import { piece, runs, written } from './text.ts';

const { looks, para } = look;

const marker = (text: string, own: look.Look): Marker => ({
  kind: 'marker',
  tag: 'Lbl',
  pieces: [piece(text)],
  size: own.size,
  colour: look.quiet,
});

const nameWidth = 112;

function front(description: JobDescription): Part[] {
  const [title, subtitle] = [say.titleOf(description), say.subtitleOf(description)];
  const facts = factsOf(description).map(({ name, values }) =>
    group('LI', [
      marker(name, looks.fact),
      group(
        'LBody',
        values.map((value, at) => para('P', looks.fact, [piece(value)], at > 0 ? { before: 0 } : {})),
        { indent: nameWidth },
      ),
    ]),
  );
  return [
    para('P', looks.eyebrow, [piece('JOB DESCRIPTION', { strong: true })]),
    para('H1', looks.title, [piece(title, { strong: true })]),
    ...(subtitle ? [para('P', looks.subtitle, [piece(subtitle)])] : []),
    group(
      'Sect',
      [
        group(
          'Sect',
          [
            para('P', looks.notice, [
              piece(say.statusLine(description), { strong: true }),
              piece(`. ${say.statusMeaning(description)}`),
            ]),
          ],
          { indent: 12 },
        ),
      ],
      { wash: look.wash, bar: { colour: look.accent, width: 3 } },
    ),
    ...(facts.length > 0 ? [group('L', facts)] : []),
  ];
}

const line = (pieces: readonly Piece[]): readonly Piece[] => (pieces.length > 0 ? pieces : [piece('')]);

function grid({ rows, numbers, sum, widths }: Extract<Block, { kind: 'table' }>): Grid {
  const columns = rows[0]?.length ?? 1;
  return {
    kind: 'grid',
    tag: 'Table',
    widths: widths ?? Array.from({ length: columns }, () => 1 / columns),
    rows: rows.map((cells, row) => ({
      kind: 'row',
      tag: 'TR',
      head: row === 0,
      cells: cells.map((cell, column) => {
        const head = row === 0 || column === 0;
        return para(
          head ? 'TH' : 'TD',
          looks.cell,
          [piece(cleanLine(cell), { strong: row === 0 || (sum === true && row === rows.length - 1) })],
          {
            ...(head ? { scope: row === 0 ? ('Column' as const) : ('Row' as const) } : {}),
            ...(numbers && column > 0 ? { alignment: 'right' as const } : {}),
          },
        );
      }),
    })),
  };
}

const bulletIndent = 12;

function content(block: Exclude<Block, { kind: 'note' }>, { places }: NotePlace): Part[] {
  switch (block.kind) {
    case 'line': {
      const own = block.look ? looks[block.look] : { ...looks.text, withNext: true };
      return [para('P', own, line(runs(block.line, places)))];
    }
    case 'words':
      return written(block.text, looks.text);
    case 'list':
      return [
        group(
          'L',
          block.lines.map((each) =>
            group('LI', [
              marker('•', looks.item),
              group('LBody', [para('P', looks.item, line(runs(each, places)))], { indent: bulletIndent }),
            ]),
          ),
        ),
      ];
    case 'table':
      return [grid(block)];
  }
}

/** Notes that follow each other are one list. */
function contents(blocks: readonly Block[], place: NotePlace): Part[] {
  const made: Part[] = [];
  let notes: Group[] = [];
  const flush = (): void => {
    if (notes.length > 0) made.push(group('L', notes));
    notes = [];
  };
  for (const block of blocks) {
    if (block.kind === 'note') notes.push(noteItem(block.note, block.more, place));
    else {
      flush();
      made.push(...content(block, place));
    }
  }
  flush();
  return made;
}

function section({ level, title, colour, blocks }: Section, place: Omit<NotePlace, 'colour'>): Group {
  const own = colour === null ? look.quiet : shades[colour].solid.slice(1);
  const heading =
    level === 1
      ? para('H2', looks.section, [piece(title, { strong: true })], {
          rule: colour === null ? look.hairline : own,
          heading: { level, title: printedTitle(title) },
        })
      : para('H3', looks.place, [piece(title, { strong: true })], {
          heading: { level, title: printedTitle(title) },
        });
  return group('Sect', [heading, ...contents(blocks, { ...place, colour: own })]);
}

const printedTitle = (title: string): string => piece(title).text;

export function partsOf(description: JobDescription): readonly Part[] {
  const sections = sectionsOf(description);
  const notes = new Set(
    sections.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'note' ? [one.note.id] : []))),
  );
  const places = (note: string): string | null => (notes.has(note) ? anchorOf('note', note) : null);
  return [
    ...front(description),
    ...sections.map((one) => section(one, { timeZone: description.timeZone, places })),
  ];
}
