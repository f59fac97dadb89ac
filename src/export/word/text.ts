/** Text into Word's paragraphs and runs: cleaned, broken at line ends, and turned where its script runs leftwards. */
import { type IParagraphOptions, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { cleanLines, cleanText } from '../cleanText.ts';
import { type Direction, directionOf, stretches } from '../direction.ts';

export type RunLook = Omit<IRunOptions, 'text' | 'children' | 'rightToLeft'>;
export type ParagraphLook = Omit<IParagraphOptions, 'text' | 'children' | 'bidirectional'>;

/** One line as runs, one per direction. Spaces at its edges stay, so that runs can be set side by side. */
export const line = (text: string, look: RunLook = {}): TextRun[] =>
  stretches(cleanText(text).replaceAll('\n', ' ')).map((stretch) => {
    const own = { ...look, text: stretch.text };
    return new TextRun(stretch.direction === 'rtl' ? { ...own, rightToLeft: true } : own);
  });

export const paragraph = (
  children: readonly ParagraphChild[],
  look: ParagraphLook,
  direction: Direction = 'ltr',
): Paragraph => new Paragraph({ ...look, children, ...(direction === 'rtl' ? { bidirectional: true } : {}) });

/** A paragraph of one line whose own letters decide which way it runs. */
export const lineParagraph = (text: string, look: ParagraphLook, run: RunLook = {}): Paragraph =>
  paragraph(line(text, run), look, directionOf(text));

/** Marks around what somebody wrote, such as where a comment begins and ends. */
export interface Around {
  readonly before: readonly ParagraphChild[];
  readonly after: readonly ParagraphChild[];
}

const nothing: Around = { before: [], after: [] };

/** What somebody wrote, one Word paragraph per line: each may run its own way, and blank lines stay. */
export const written = (
  text: string,
  look: (direction: Direction) => ParagraphLook,
  around: Around = nothing,
): Paragraph[] =>
  cleanLines(text).map((each, index, all) => {
    const direction = directionOf(each === '' ? text : each);
    const last = index === all.length - 1;
    return paragraph(
      [...(index === 0 ? around.before : []), ...line(each), ...(last ? around.after : [])],
      look(direction),
      direction,
    );
  });
