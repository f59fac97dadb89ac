/**
 * What a face has no glyph for, found by asking the face about everything that would be drawn. A document with such
 * signs is not made: a box in the place of a word would look as if somebody had written it.
 */
import { turns } from '../direction.ts';
import type { Faces } from './faces.ts';
import type { Part, Piece } from './parts.ts';

function* piecesIn(part: Part): Generator<Piece> {
  switch (part.kind) {
    case 'para':
    case 'marker':
      yield* part.pieces;
      return;
    case 'group':
      for (const each of part.parts) yield* piecesIn(each);
      return;
    case 'grid':
      for (const { cells } of part.rows) for (const cell of cells) yield* cell.pieces;
  }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As people see them: an emoji of several code points is one. In the order in which they come, each once. */
export function missingIn(parts: readonly Part[], faces: Faces): readonly string[] {
  const known = new Map<string, boolean>([['\n', true]]);
  // What runs leftwards would be set the wrong way round, whatever the face has.
  const drawn = (sign: string): boolean => {
    let has = known.get(sign);
    if (has === undefined) {
      const point = sign.codePointAt(0) ?? 0;
      has = Object.values(faces).every((face) => face.hasGlyphForCodePoint(point)) && !turns(sign);
      known.set(sign, has);
    }
    return has;
  };
  const allDrawn = (text: string): boolean => {
    for (const sign of text) if (!drawn(sign)) return false;
    return true;
  };
  const missing = new Set<string>();
  for (const part of parts)
    for (const { text } of piecesIn(part)) {
      if (allDrawn(text)) continue;
      for (const { segment } of graphemes.segment(text)) if (!allDrawn(segment)) missing.add(segment);
    }
  return [...missing];
}
