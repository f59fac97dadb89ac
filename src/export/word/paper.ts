/** Paper and margins, in twentieths of a point: 23 mm at the sides, 22 mm above and below. */
import type { Paper } from '../choice.ts';

const sizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 11906, height: 16838 },
  letter: { width: 12240, height: 15840 },
};

const margin = { left: 1304, right: 1304, top: 1247, bottom: 1247, header: 620, footer: 620 };

export const pageOf = (paper: Paper) => ({ size: sizes[paper], margin });

/** Between the margins. */
export const textWidthOf = (paper: Paper): number => sizes[paper].width - margin.left - margin.right;
