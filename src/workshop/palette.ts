/**
 * The hex colours that go with a sticky note's colour: shapes take hex where stickies take a name. `solid` carries
 * white text and `pale` carries dark text at AA contrast (checked in tests/workshop/palette.test.ts).
 */
import type { StickyColour } from './stickyColour.ts';

export interface Shades {
  /** Behind a column's title. */
  readonly solid: string;
  /** Behind a lane's title. */
  readonly soft: string;
  /** Behind running text. */
  readonly pale: string;
}

export const ink = '#1a1f2b';
export const quietInk = '#4b5563';
export const white = '#ffffff';
export const paper = '#ffffff';

export const shades: Readonly<Record<StickyColour, Shades>> = {
  gray: { solid: '#3f4856', soft: '#e2e6ec', pale: '#f4f6f8' },
  light_yellow: { solid: '#7a6200', soft: '#fbefae', pale: '#fefaea' },
  yellow: { solid: '#7a5c00', soft: '#f9e38a', pale: '#fdf8e3' },
  orange: { solid: '#9c4a00', soft: '#ffd6ad', pale: '#fff5eb' },
  light_green: { solid: '#3d6b12', soft: '#dcefbb', pale: '#f5faeb' },
  green: { solid: '#556310', soft: '#e3edb2', pale: '#f8fbe9' },
  dark_green: { solid: '#2a6a1f', soft: '#c9e9bc', pale: '#f0f9ec' },
  cyan: { solid: '#0d6661', soft: '#c0e7e4', pale: '#edf8f7' },
  light_pink: { solid: '#a12b5e', soft: '#fcd5e3', pale: '#fef3f7' },
  pink: { solid: '#93265f', soft: '#f4c9dd', pale: '#fcf0f6' },
  violet: { solid: '#6b3a78', soft: '#e5d0ea', pale: '#f8f2fa' },
  red: { solid: '#a02633', soft: '#f9cfd4', pale: '#fdf1f2' },
  light_blue: { solid: '#23569b', soft: '#d2e4f9', pale: '#f1f6fd' },
  blue: { solid: '#0b6080', soft: '#c2ebfa', pale: '#ecf8fd' },
  dark_blue: { solid: '#3b46a8', soft: '#d7dbff', pale: '#f2f3ff' },
  black: { solid: '#1a1f2b', soft: '#d5d8de', pale: '#f1f2f4' },
};
