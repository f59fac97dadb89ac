/**
 * How the Word document looks: its styles, by name, so that people can restyle it in Word and navigate by headings.
 * Sizes are half points, spacing and indents twentieths of a point, borders eighths of a point (OOXML).
 */
import {
  BorderStyle,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { noteStates } from '../../annotations/noteState.ts';
import { shades } from '../../workshop/palette.ts';
import type { StickyColour } from '../../workshop/stickyColour.ts';
import { accent, hairline, ink, quiet, stateColour } from '../colours.ts';
import { type NoteKind, noteKinds, noteStyle, stateStyle, styleWords } from './noteStyle.ts';

export { accent, hairline, quiet, wash } from '../colours.ts';

/** On every Windows and Mac, in Google Docs, and matched in width by LibreOffice's Liberation Sans. */
export const font = 'Arial';

interface Look {
  readonly size?: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  readonly keepNext?: boolean;
  readonly basedOn?: string;
}

const styleOf = (id: string, name: string, look: Look): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: look.basedOn ?? 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: {
    ...(look.size === undefined ? {} : { size: look.size, sizeComplexScript: look.size }),
    ...(look.colour === undefined ? {} : { color: look.colour }),
    ...(look.bold === undefined ? {} : { bold: look.bold, boldComplexScript: look.bold }),
    ...(look.italics === undefined ? {} : { italics: look.italics, italicsComplexScript: look.italics }),
  },
  paragraph: {
    spacing: { before: look.before ?? 0, after: look.after ?? 0 },
    ...(look.indent === undefined ? {} : { indent: { start: look.indent } }),
    ...(look.keepNext === undefined ? {} : { keepNext: look.keepNext }),
  },
});

const heading = (size: number, before: number, after: number) => ({
  run: { font, size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: ink },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

/** Indents: the note's bar, what people think of it. */
export const noteIndent = 170;
export const talkIndent = 510;

/** The bar beside a note. Word writes colours without the hash. */
export const bar = (colour: StickyColour | null) => ({
  style: BorderStyle.SINGLE,
  size: 24,
  space: 8,
  color: colour === null ? hairline : shades[colour].solid.slice(1),
});

const noteLooks: Readonly<Record<NoteKind, { readonly name: string; readonly look: Look }>> = {
  Note: { name: 'Note', look: { after: 40, indent: noteIndent, keepNext: true } },
  NoteDetail: { name: 'Note Detail', look: { size: 19, after: 40, indent: noteIndent } },
  NoteState: { name: 'Note State', look: { size: 18, after: 40, indent: noteIndent } },
};

/** Outside the pillars; those of a pillar are based on them. */
const plainNotes = noteKinds.map((kind): IParagraphStyleOptions => {
  const style = styleOf(kind, noteLooks[kind].name, noteLooks[kind].look);
  return { ...style, paragraph: { ...style.paragraph, border: { left: bar(null) } } };
});

const coloured = (colour: StickyColour): IParagraphStyleOptions[] =>
  noteKinds.map((kind) => ({
    id: noteStyle(kind, colour),
    name: `${noteLooks[kind].name} ${styleWords(colour)}`,
    basedOn: kind,
    next: 'Normal',
    paragraph: { border: { left: bar(colour) } },
  }));

const states: readonly ICharacterStyleOptions[] = noteStates.map((state) => ({
  id: stateStyle(state),
  name: `State ${styleWords(state)}`,
  basedOn: 'DefaultParagraphFont',
  quickFormat: true,
  run: { bold: true, boldComplexScript: true, color: stateColour[state] },
}));

/** With a note's styles in each of these colours. */
export const styles = (colours: readonly StickyColour[]): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: { ascii: font, hAnsi: font, cs: font, eastAsia: font },
        size: 21,
        sizeComplexScript: 21,
        color: ink,
        language: { value: 'en-GB' },
      },
      paragraph: { spacing: { line: 283, lineRule: LineRuleType.AUTO, after: 80 } },
    },
    title: heading(52, 40, 20),
    heading1: heading(32, 400, 100),
    heading2: heading(24, 260, 40),
    heading3: heading(21, 200, 40),
  },
  paragraphStyles: [
    styleOf('Eyebrow', 'Eyebrow', { size: 17, colour: accent, bold: true, keepNext: true }),
    styleOf('RoleLine', 'Role Line', { size: 26, colour: quiet, after: 200 }),
    styleOf('DraftNotice', 'Draft Notice', { size: 19, before: 60, after: 60 }),
    styleOf('Fact', 'Fact', { size: 20, before: 50, after: 50 }),
    styleOf('Meaning', 'Meaning', { size: 19, colour: quiet, italics: true, after: 100, keepNext: true }),
    styleOf('EmptyPlace', 'Empty Place', { size: 20, colour: quiet, italics: true, after: 120 }),
    ...plainNotes,
    ...colours.flatMap(coloured),
    styleOf('Talk', 'Talk', { size: 19, after: 30, indent: talkIndent }),
    styleOf('Gap', 'Gap', { size: 8, after: 60 }),
    styleOf('PageEdge', 'Page Edge', { size: 16, colour: quiet }),
  ],
  characterStyles: [...states],
});
