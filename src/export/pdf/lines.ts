/** A paragraph's pieces as lines of a width, broken where Unicode allows it (UAX #14). Knows no pages. */
import LineBreaker from 'linebreak';
import type { Piece } from './parts.ts';

export interface Fragment {
  readonly piece: Piece;
  /** With the space that ends it, so that words of two lines are not read as one. */
  readonly text: string;
  readonly x: number;
  /** Without that space at the end of a line. */
  readonly width: number;
}

export interface Line {
  readonly fragments: readonly Fragment[];
  readonly width: number;
}

export type Measure = (text: string, strong: boolean) => number;

interface Bit {
  readonly piece: Piece;
  readonly text: string;
  /** With the space that ends it. */
  readonly full: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function linesOf(pieces: readonly Piece[], width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  let fragments: (Fragment & { text: string; width: number })[] = [];
  /** Where the next bit starts. */
  let x = 0;
  let last: Bit | null = null;

  const bitOf = (piece: Piece, text: string): Bit => ({
    piece,
    text,
    full: measure(text, piece.strong === true),
  });
  /** Without the space that ends it. */
  const seenOf = ({ piece, text, full }: Bit): number => {
    const seen = text.trimEnd();
    return seen === text ? full : measure(seen, piece.strong === true);
  };
  const finish = (): void => {
    const fragment = fragments.at(-1);
    const space = last ? last.full - seenOf(last) : 0;
    if (fragment) fragment.width -= space;
    lines.push({ fragments, width: x - space });
    fragments = [];
    x = 0;
    last = null;
  };
  const add = (bit: Bit): void => {
    const { piece, text, full } = bit;
    const fragment = fragments.at(-1);
    if (fragment?.piece === piece) {
      fragment.text += text;
      fragment.width += full;
    } else fragments.push({ piece, text, x, width: full });
    x += full;
    last = bit;
  };
  /** A word longer than a line is broken where the line ends. */
  const addBroken = (bits: readonly Bit[]): void => {
    for (const { piece, text } of bits)
      for (const { segment } of graphemes.segment(text)) {
        const bit = bitOf(piece, segment);
        if (x > 0 && x + seenOf(bit) > width) finish();
        add(bit);
      }
  };

  const whole = pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map(({ text }) => text).join('');
  const breaker = new LineBreaker(whole);
  let from = 0;
  /** The piece that goes on, and where in the whole it begins. */
  let at = 0;
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const to = next.position;
    const bits: Bit[] = [];
    let own = 0;
    while (from < to) {
      const piece = pieces[at];
      if (!piece) break;
      const upTo = Math.min(to, start + piece.text.length);
      if (upTo > from) {
        const text = piece.text.slice(from - start, upTo - start);
        const bit = bitOf(piece, text.endsWith('\n') ? `${text.slice(0, -1)} ` : text);
        bits.push(bit);
        own += bit.full;
        from = upTo;
      }
      if (from < to) {
        start += piece.text.length;
        at += 1;
      }
    }
    const end = bits.at(-1);
    // What ends a line may let its space stand out.
    if (end && x + own > width) {
      own -= end.full - seenOf(end);
      if (fragments.length > 0 && x + own > width) finish();
    }
    if (own > width) addBroken(bits);
    else for (const bit of bits) add(bit);
    if (next.required && to < whole.length) finish();
  }
  if (fragments.length > 0 || lines.length === 0) finish();
  return lines;
}
