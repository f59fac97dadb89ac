/**
 * How high a text will be at most. Nobody can measure text without drawing it, and Miro draws with its own fonts, so
 * this errs upwards: Arial's widths (Adobe's metrics for Helvetica, which Arial copies), plus a margin.
 */

/** Line height as a multiple of the font size. */
export const lineHeight = 1.4;
const margin = 1.06;
const bolder = 1.08;

/** Characters by width in thousandths of the font size. */
const widths: readonly (readonly [number, string])[] = [
  [222, "ijl'’‘"],
  [278, ' !,./:;I[]\\ft|·'],
  [355, '()-`r"“”*°'],
  [500, 'ckvxyzJs'],
  [556, 'abdeghnopquL0123456789#$_?–'],
  [611, 'FTZ+<=>~'],
  [667, 'ABEKPSVXY&'],
  [722, 'CDHNRUw'],
  [833, 'GOQMm'],
  [1000, '%W—…→'],
  [1015, '@'],
];
const table = new Map(
  widths.flatMap(([width, characters]) => [...characters].map((character) => [character, width / 1000])),
);

/** Width in em of one character (a code point); unknown ones count as the widest of their kind. */
function em(character: string): number {
  const known = table.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return 1.4;
  return code >= 0x1100 ? 1.05 : 0.8;
}

function widthOf(text: string, { size, bold = false }: Type): number {
  let sum = 0;
  for (const character of text) sum += em(character);
  return sum * size * margin * (bold ? bolder : 1);
}

export interface Type {
  /** dp. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Lines that a text takes at a width (dp); a word longer than a line begins a new one and is broken. */
export function lineCount(text: string, width: number, type: Type): number {
  // A broken word may leave almost a character free at the end of each of its lines.
  const usable = Math.max(width - 1.5 * type.size, type.size);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(/(?<=\s)/)) {
      const whole = widthOf(word, type);
      const visible = widthOf(word.trimEnd(), type);
      if (used + visible <= width) used += whole;
      else if (visible <= width) {
        lines += 1;
        used = whole;
      } else {
        // It may be shorter than we reckon, and then stands on a line of its own, unbroken.
        lines += Math.ceil(whole / usable) - (used > 0 ? 0 : 1);
        used = whole % usable;
      }
    }
  }
  return lines;
}

export const textHeight = (text: string, width: number, type: Type): number =>
  Math.ceil(lineCount(text, width, type) * type.size * lineHeight);
