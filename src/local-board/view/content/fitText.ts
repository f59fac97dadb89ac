/**
 * The largest font size at which a text fits a box, by arithmetic on word widths: asking the browser to lay out every
 * note several times would make a large board slow. Word widths grow in proportion to the font size, so each word is
 * measured once.
 */
export interface TextBox {
  readonly width: number;
  readonly height: number;
  /** Font sizes to stay between. */
  readonly smallest: number;
  readonly largest: number;
}

/** Line height as a multiple of the font size; the style sheet says the same. */
export const lineHeight = 1.3;

/** Words may come out a little wider than measured (bold, kerning, rounding). */
const slack = 0.96;

/** `measure` gives the width of a word at font size 1. */
export function fitText(lines: readonly string[], box: TextBox, measure: (word: string) => number): number {
  const words = lines.map((line) => line.split(/\s+/).filter(Boolean).map(measure));
  const space = measure('i i') - measure('ii');
  const rowsAt = (size: number): number => {
    const room = (box.width * slack) / size;
    let rows = 0;
    for (const line of words) {
      let used = 0;
      rows += 1;
      for (const width of line) {
        if (used > 0 && used + space + width > room) {
          rows += 1;
          used = 0;
        } else if (used > 0) used += space;
        used += width;
        // A word longer than a row is broken.
        while (used > room) {
          rows += 1;
          used -= room;
        }
      }
    }
    return rows;
  };
  // Breaking a short word over two rows looks wrong, so the longest word decides too, unless it is a very long one.
  const widest = Math.max(0, ...words.flat());
  const whole = widest > 0 ? (box.width * slack) / widest : box.largest;
  const fits = (size: number) => rowsAt(size) * size * lineHeight <= box.height;
  let low = box.smallest;
  let high = Math.max(low, Math.min(box.largest, Math.max(whole, box.largest / 4)));
  if (fits(high)) return high;
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return Math.floor(low * 4) / 4 || low;
}

/** Measures with the browser's own text metrics and remembers each word. */
export function wordMeasure(fontFamily: string): (word: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `100px ${fontFamily}`;
  const known = new Map<string, number>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    // Half an em a letter is a fair guess where a browser refuses a canvas.
    const width = context ? context.measureText(word).width / 100 : word.length * 0.5;
    if (known.size > 20_000) known.clear();
    known.set(word, width);
    return width;
  };
}
