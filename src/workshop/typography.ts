/** The sizes of a sheet's texts, chosen to be readable when the whole frame fits a laptop's screen (zoom about 0.4). */
import { type Type, textHeight } from './textSize.ts';

export const type = {
  title: { size: 76, bold: true },
  subtitle: { size: 36 },
  source: { size: 24 },
  how: { size: 28 },
  column: { size: 44, bold: true },
  side: { size: 40, bold: true },
  meaning: { size: 28 },
  lane: { size: 36, bold: true },
  prompt: { size: 28 },
} as const satisfies Record<string, Type>;

/** What we reckon a shape keeps free around its text (dp). */
const padding = { x: 24, y: 14 };

/** How high a shape must be to hold a text. */
export const shapeHeight = (text: string, width: number, kind: Type): number =>
  textHeight(text, width - 2 * padding.x, kind) + 2 * padding.y;
