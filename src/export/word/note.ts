/** A note in Word: its words beside a bar in its pillar's colour, its state, and what people say about it. */
import { BorderStyle, type IBordersOptions, type Paragraph } from 'docx';
import { cleanLines } from '../cleanText.ts';
import { type Direction, directionOf } from '../direction.ts';
import type { Note, Spoken, TakenStance, Thread } from '../document.ts';
import * as say from '../wording.ts';
import * as look from './look.ts';
import { line, paragraph, written } from './text.ts';

/** The bar stands where the line starts. Word keeps `left` at the left of the page in either direction. */
const bar = (colour: string, direction: Direction): IBordersOptions => {
  const side = { style: BorderStyle.SINGLE, size: 24, space: 8, color: colour };
  return direction === 'rtl' ? { right: side } : { left: side };
};

/** From this length (characters) a note may part from its state, so that it need not move to a new page as a whole. */
const longNote = 600;

function stanceParagraph(stance: TakenStance): Paragraph {
  const reason = cleanLines(stance.reason).join(' ');
  return paragraph(
    [
      ...line(say.withRole(stance.who)),
      ...line(': '),
      ...line(say.stanceValue(stance), { bold: true }),
      ...(reason ? line(` – ${reason}`) : []),
    ],
    { style: 'Talk' },
  );
}

function spokenParagraphs(remark: Spoken, timeZone: string, start: number): Paragraph[] {
  const facts = say.remarkFacts(remark, timeZone);
  const indent = { start };
  return [
    paragraph(
      [
        ...line(say.withRole(remark.who), { bold: true }),
        ...(facts ? line(`, ${facts}`, { color: look.quiet }) : []),
      ],
      { style: 'Talk', indent, keepNext: true, spacing: { before: 60, after: 10 } },
    ),
    ...written(remark.text, () => ({ style: 'Talk', indent })),
    ...(remark.wording === null
      ? []
      : written(say.orBlank(remark.wording), ({ direction }) => ({
          style: 'Wording',
          indent: { start: start + look.noteIndent },
          border: bar(look.hairline, direction),
        }))),
  ];
}

const threadParagraphs = (thread: Thread, timeZone: string): Paragraph[] => [
  ...spokenParagraphs(thread, timeZone, look.talkIndent),
  ...thread.answers.flatMap((answer) => spokenParagraphs(answer, timeZone, look.answerIndent)),
];

export function noteParagraphs(
  note: Note,
  colour: string,
  timeZone: string,
  between: readonly string[] = [],
): Paragraph[] {
  const facts = [
    ...(note.state === null
      ? []
      : line(say.stateOf(note.state), { bold: true, color: look.stateColour[note.state] })),
    ...(between.length > 0 ? line(` · between ${between.join(' and ')}`, { color: look.quiet }) : []),
  ];
  const direction = directionOf(cleanLines(note.text)[0] ?? '');
  return [
    ...written(say.orBlank(note.text), ({ direction, last }) => ({
      style: 'Note',
      border: bar(colour, direction),
      ...(last && note.text.length < longNote ? { keepNext: true } : {}),
    })),
    ...(facts.length > 0
      ? [paragraph(facts, { style: 'NoteState', border: bar(colour, direction) }, direction)]
      : []),
    ...note.stances.map(stanceParagraph),
    ...note.threads.flatMap((thread) => threadParagraphs(thread, timeZone)),
    paragraph([], { style: 'Gap' }),
  ];
}
