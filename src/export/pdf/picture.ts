/**
 * A PDF's pages as plain values that a page of the app can draw: what would come out, where the browser's own viewer
 * may not run.
 */
import type { edgesOf } from './edges.ts';
import type { Box, Page, Placed } from './layout.ts';
import * as look from './look.ts';
import type { PageSize } from './paper.ts';

export interface PictureText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** As the document's own face has it; whoever draws it with another one keeps to it. */
  readonly width?: number;
  readonly strong: boolean;
  readonly colour: string;
}

export interface PicturePage {
  readonly boxes: readonly Box[];
  readonly texts: readonly PictureText[];
}

export interface Picture {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly pages: readonly PicturePage[];
}

/** A line under what was added, through what was removed. */
export const markHeight = (mark: 'added' | 'removed', size: number): number =>
  mark === 'added' ? size * 0.16 : -size * 0.25;

export const colourOf = ({ para, line }: Placed, at: number): string => {
  const piece = line.fragments[at]?.piece;
  return piece?.colour ?? (piece?.to ? look.accent : para.colour);
};

function drawn(placed: Placed): { texts: PictureText[]; boxes: Box[] } {
  const { para, line, x, baseline } = placed;
  const texts = line.fragments.map(
    ({ piece, text, x: own, width }, at, all): PictureText => ({
      // The width of the last one is that without the space at its end.
      ...{ text: at === all.length - 1 ? text.trimEnd() : text, width },
      ...{ x: x + own, y: baseline, size: para.size },
      ...{ strong: piece.strong === true, colour: colourOf(placed, at) },
    }),
  );
  const boxes = line.fragments.flatMap(({ piece, x: own, width }, at): Box[] =>
    piece.mark
      ? [
          {
            ...{ x: x + own, y: baseline + markHeight(piece.mark, para.size), width, height: 0.6 },
            colour: colourOf(placed, at),
          },
        ]
      : [],
  );
  return { texts, boxes };
}

export function pictureOf(
  pages: readonly Page[],
  { width, height }: PageSize,
  edges: ReturnType<typeof edgesOf>,
): Picture {
  return {
    width,
    height,
    pages: pages.map(({ boxes, lines }, index): PicturePage => {
      const all = lines.map(drawn);
      const around = edges(index + 1, pages.length).map(({ baseline, ...edge }) => ({
        ...edge,
        y: baseline,
      }));
      return {
        boxes: [...boxes, ...all.flatMap((one) => one.boxes)],
        texts: [...all.flatMap(({ texts }) => texts), ...around],
      };
    }),
  };
}
