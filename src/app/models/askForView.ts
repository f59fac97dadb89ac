/** The message an engineer sends to their manager: what this is, where it is, what waits, how to open the app. */
import type { ItemId } from '../../workshop/ids.ts';
import type { SheetView } from './sheetView.ts';

/** Miro's own form of a link to an item (`moveToWidget`, seen in its example apps); the local board knows it too. */
export function sheetLink(origin: string, board: string, frame: ItemId | null): string {
  const base = `${origin}/app/board/${encodeURIComponent(board)}/`;
  return frame ? `${base}?moveToWidget=${encodeURIComponent(frame)}` : base;
}

export function askMessage(view: SheetView, link: string): string {
  const { total, agreed, details } = view;
  const left = total - agreed;
  const role = details.team ? `${details.title} in ${details.team}` : details.title;
  const waits =
    left === 0
      ? `All ${total} notes are agreed; have a last look before we keep it.`
      : `${total === 1 ? 'There is one note' : `There are ${total} notes`}, ${left} of them not agreed yet. A click each says what you think.`;
  return [
    `I wrote down how I see the role of ${role}, and would like your view on it.`,
    waits,
    '',
    link,
    '',
    'To take part: open the board, choose Rolewright under Apps in the left toolbar, say who you are, then select a note.',
  ].join('\n');
}
