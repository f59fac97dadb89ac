/**
 * The overview of a session's sheets: a frame with a line for each engineer that leads to their sheet, and who looks at
 * it. Nothing in it is a sticky, so no harvest takes it for notes.
 */
import { boxAt, moved, type Point } from '../../base/box.ts';
import { ink, quietInk, white } from '../../workshop/palette.ts';
import { margin } from '../../workshop/spacing.ts';
import { type Type, textHeight } from '../../workshop/textSize.ts';
import type { NewItem } from '../item.ts';
import type { Size } from './grid.ts';

export interface OverviewRow {
  /** The engineer, as on their sheet. */
  readonly name: string;
  /** Where their sheet is. */
  readonly link: string;
  /** Who looks at it; may be empty. */
  readonly about: string;
}

export interface OverviewWords {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly OverviewRow[];
}

/** dp. */
const columnWidth = 900;
const gap = 16;
const rowGap = 28;
/** Rows below each other before a new column begins. */
const rowsPerColumn = 10;

const type = {
  title: { size: 64, bold: true },
  subtitle: { size: 32 },
  name: { size: 40 },
  about: { size: 28 },
} as const satisfies Record<string, Type>;

type Piece = Extract<NewItem, { kind: 'text' }>;

function layout({ title, subtitle, rows }: OverviewWords): { readonly pieces: readonly Piece[] } & Size {
  const columns = Math.max(1, Math.ceil(rows.length / rowsPerColumn));
  const width = 2 * margin + columns * (columnWidth + margin) - margin;
  const pieces: Piece[] = [];
  const text = (
    words: string,
    at: Point,
    most: number,
    look: Type,
    colour: string,
    link?: string,
  ): number => {
    const height = textHeight(words, most, look);
    pieces.push({
      kind: 'text',
      box: boxAt(at.x, at.y, most, height),
      text: words,
      look: { ...look, colour },
      ...(link ? { link } : {}),
    });
    return height;
  };
  let top = margin;
  top += text(title, { x: margin, y: top }, width - 2 * margin, type.title, ink) + gap;
  top += text(subtitle, { x: margin, y: top }, width - 2 * margin, type.subtitle, quietInk) + 2 * gap;
  let bottom = top;
  for (let column = 0; column < columns; column += 1) {
    let y = top;
    const x = margin + column * (columnWidth + margin);
    for (const { name, link, about } of rows.slice(column * rowsPerColumn, (column + 1) * rowsPerColumn)) {
      y += text(name, { x, y }, columnWidth, type.name, ink, link);
      if (about !== '') y += 4 + text(about, { x, y: y + 4 }, columnWidth, type.about, quietInk);
      y += rowGap;
    }
    bottom = Math.max(bottom, y);
  }
  return { pieces, width, height: bottom - rowGap + margin };
}

export function overviewSize(words: OverviewWords): Size {
  const { width, height } = layout(words);
  return { width, height };
}

/** `corner`: its top-left one, in board coordinates. */
export function planOverview(
  words: OverviewWords,
  corner: Point,
): { readonly frame: Extract<NewItem, { kind: 'frame' }>; readonly items: readonly Piece[] } {
  const { pieces, width, height } = layout(words);
  return {
    frame: { kind: 'frame', box: boxAt(corner.x, corner.y, width, height), title: words.title, fill: white },
    items: pieces.map((piece) => ({ ...piece, box: moved(piece.box, corner.x, corner.y) })),
  };
}
