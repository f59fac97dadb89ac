import type { ItemId } from '../../../workshop/ids.ts';

/** Miro's own form of a link to an item (`moveToWidget`, seen in its example apps); the local board knows it too. */
export function sheetLink(origin: string, board: string, frame: ItemId | null): string {
  const base = `${origin}/app/board/${encodeURIComponent(board)}/`;
  return frame ? `${base}?moveToWidget=${encodeURIComponent(frame)}` : base;
}
