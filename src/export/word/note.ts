/** A note in Word: its words beside a bar in its pillar's colour, its state, and what people think of it. */
import { BorderStyle, type IBordersOptions, type Paragraph } from 'docx';
import type { StickyColour } from '../../workshop/stickyColour.ts';
import { cleanLine, cleanLines } from '../cleanText.ts';
import { type Direction, directionOf } from '../direction.ts';
import type { Line, Note, TakenStance } from '../document.ts';
import * as say from '../wording.ts';
import * as look from './look.ts';
import type { Margin } from './margin.ts';
import { type NoteKind, noteStyle, stateStyle } from './noteStyle.ts';
import { runs } from './runs.ts';
import { line, paragraph, written } from './text.ts';

/** The bar stands where the line starts. Word keeps `left` at the left of the page in either direction. */
const barAt = (direction: Direction, colour: StickyColour | null): { border?: IBordersOptions } =>
  direction === 'rtl' ? { border: { left: { style: BorderStyle.NONE }, right: look.bar(colour) } } : {};

/** From this length (characters) a note may part from its state, so that it need not move to a new page as a whole. */
const longNote = 600;

function stanceParagraph(stance: TakenStance): Paragraph {
  const reason = cleanLines(stance.reason).join(' ');
  return paragraph(
    [
      ...line(`${say.withRole(stance.who)}: `),
      ...line(say.stanceValue(stance), { bold: true }),
      ...(reason ? line(` – ${reason}`) : []),
    ],
    { style: 'Talk' },
  );
}

/** Remarks stand in the margin; see margin.ts. */
export function noteParagraphs(
  note: Note,
  {
    colour,
    more = [],
    margin,
  }: { readonly colour: StickyColour | null; readonly more?: Line; readonly margin: Margin },
): Paragraph[] {
  const facts = [
    ...(note.state === null
      ? []
      : line(say.stateOf(note.state, note.answered), { style: stateStyle(note.state) })),
    ...(note.state !== null && more.length > 0 ? line(' · ', { color: look.quiet }) : []),
    ...runs(more),
  ];
  const direction = directionOf(cleanLines(note.text)[0] ?? '');
  const around = margin.about(note);
  const styled = (kind: NoteKind, own = direction) => ({
    style: noteStyle(kind, colour),
    ...barAt(own, colour),
    ...(kind === 'Note' && note.text.length >= longNote ? { keepNext: false } : {}),
  });
  const change = margin.changed(note, styled('Note'), around);
  return [
    ...(change ? [change] : written(say.orBlank(note.text), (own) => styled('Note', own), around)),
    ...note.details.flatMap(({ name, words }) =>
      cleanLines(words).map((each, at) =>
        paragraph(
          [...(at === 0 ? line(`${cleanLine(name)}: `, { bold: true }) : []), ...line(each)],
          styled('NoteDetail'),
          directionOf(each),
        ),
      ),
    ),
    ...(facts.length > 0 ? [paragraph(facts, styled('NoteState'), direction)] : []),
    ...note.stances.map(stanceParagraph),
    paragraph([], { style: 'Gap' }),
  ];
}
