/** The message an engineer sends to their manager: what this is, where it is, what waits, how to open the app. */
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';

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

export async function askForView({
  shared,
  link,
  copy,
}: Pick<SheetContext, 'shared' | 'link' | 'copy'>): Promise<void> {
  const view = shared.peek();
  if (!view) return;
  await copy(askMessage(view, link()), 'The message is copied. Paste it wherever you talk to your manager.');
}
