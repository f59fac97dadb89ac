/** How a sheet lies now and how it would lie, small enough to be drawn beside each other. */
import type { Box } from '../../../base/box.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import type { Relayout } from '../../../board/relayout.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly headers: readonly Box[];
  readonly notes: readonly Box[];
}

export interface Drawing {
  readonly before: Picture;
  readonly after: Picture;
}

export function drawingOf(
  { frame, items }: SheetOnBoard,
  { frame: size, moves, make, drop }: Relayout,
): Drawing {
  const gone = new Set([...drop.values()].map(({ id }) => id));
  const there = items.filter((item) => item.gone !== true);
  const pictureOf = (list: readonly { readonly kind: string; readonly box: Box }[]) => ({
    headers: list.filter(({ kind }) => kind === 'shape').map(({ box }) => box),
    notes: list.filter(({ kind }) => kind === 'sticky').map(({ box }) => box),
  });
  const moved = there
    .filter(({ id }) => !gone.has(id))
    .map(({ id, kind, box }) => ({ kind, box: moves.get(id)?.to ?? box }));
  const made = [...make.values()].map((box) => ({ kind: 'shape', box }));
  return {
    before: { width: frame.box.width, height: frame.box.height, ...pictureOf(there) },
    after: { ...size.to, ...pictureOf([...moved, ...made]) },
  };
}
