/**
 * The styles of a note's paragraphs. Each pillar's colour has its own, so that whoever restyles a pillar in Word does it
 * in one place. Word and LibreOffice make a style's id of its name, without the spaces.
 */
import type { NoteState } from '../../annotations/noteState.ts';
import { shades } from '../../workshop/palette.ts';
import type { StickyColour } from '../../workshop/stickyColour.ts';

export const noteKinds = ['Note', 'NoteDetail', 'NoteState'] as const;
/** Its words, such as its why, its state. Also the id of the style outside the pillars. */
export type NoteKind = (typeof noteKinds)[number];

// Object.keys loses that the keys are colours.
const colours = Object.keys(shades) as StickyColour[];

/** `light_blue`: `Light Blue` */
export const styleWords = (id: string): string =>
  id
    .split(/[_-]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
const idOf = (name: string): string => name.replaceAll(' ', '');

const suffix = new Map(colours.map((colour) => [colour, idOf(styleWords(colour))]));
export const noteStyle = (kind: NoteKind, colour: StickyColour | null): string =>
  colour === null ? kind : kind + suffix.get(colour);

/** Of the words that tell a note's state. */
export const stateStyle = (state: NoteState): string => idOf(`State ${styleWords(state)}`);

const kindOf = new Map(
  noteKinds.flatMap((kind) => [null, ...colours].map((colour) => [noteStyle(kind, colour), kind])),
);

/** A style without its pillar's colour; any other style as it is. */
export const plainStyle = (style: string): string => kindOf.get(style) ?? style;
