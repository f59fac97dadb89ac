/**
 * How high a text item is. Its height is read-only in Miro and follows from content, width and font size; without a
 * browser we estimate it from Arial's widths, wrapped at spaces. The view draws with the same line height, so the
 * estimate is within a line of what is seen.
 */
import { plainText } from './html.ts';

/** Line height as a multiple of the font size. */
export const lineHeight = 1.4;

/** Rough widths in Arial, as a share of the font size. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0x2e7f) return 1;
  if ("ijlI.,:;'|!".includes(character)) return 0.26;
  if (' ftr()[]/-"`'.includes(character)) return 0.32;
  if ('mwMW@%'.includes(character)) return 0.86;
  if (character >= 'A' && character <= 'Z') return 0.68;
  return 0.54;
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + characterWidth(character), 0);

/** Lines that one paragraph takes at `width` (in multiples of the font size); a long word breaks anywhere. */
function linesIn(paragraph: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(/(?<= )/)) {
    const wide = widthOf(word);
    if (used > 0 && used + widthOf(word.trimEnd()) > width) {
      lines += 1;
      used = 0;
    }
    if (wide > width) {
      const extra = Math.ceil(wide / width) - 1;
      lines += extra;
      used = wide - extra * width;
    } else {
      used += wide;
    }
  }
  return lines;
}

export function textHeight(text: {
  readonly content: string;
  readonly width: number;
  readonly fontSize: number;
}): number {
  const room = Math.max(text.width / text.fontSize, 1);
  const lines = plainText(text.content)
    .split('\n')
    .reduce((sum, paragraph) => sum + linesIn(paragraph, room), 0);
  return Math.round(lines * text.fontSize * lineHeight * 100) / 100;
}
