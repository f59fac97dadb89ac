/** The panel's one "Next" line: the most useful thing this person can do now. */

import type { ItemId, UserId } from '../../../workshop/ids.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { waitsOf } from '../talk/whatWaits.ts';
import { asRole } from '../words/roleWords.ts';

export type NextThing = { readonly words: string; readonly action: string } & (
  | { readonly kind: 'confirm'; readonly user: UserId; readonly role: Role }
  | { readonly kind: 'note'; readonly note: ItemId }
  | { readonly kind: 'ask' }
  | { readonly kind: 'export' }
);

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : many.replace('#', String(count));

export function nextThing(view: SheetView): NextThing | null {
  if (!view.canWrite) return null;
  const waiting = waitsOf(view);
  const first = waiting[0];
  const same = first ? waiting.filter(({ kind }) => kind === first.kind).length : 0;
  switch (first?.kind) {
    case 'claim':
      return {
        kind: 'confirm',
        user: first.user,
        role: first.role,
        words: `${first.name || 'Somebody'} says they are ${asRole[first.role]} here.`,
        action: "That's right",
      };
    case 'suggestion':
      return {
        kind: 'note',
        note: first.note,
        words: counted(same, 'A suggested wording waits for you.', '# suggested wordings wait for you.'),
        action: 'Look',
      };
    case 'answer':
      return {
        kind: 'note',
        note: first.note,
        words: counted(same, 'A remark waits for an answer.', '# remarks wait for an answer.'),
        action: 'Read',
      };
    case 'changed':
      return {
        kind: 'note',
        note: first.note,
        words: counted(
          same,
          'A note changed since you gave your view.',
          '# notes changed since you gave your view.',
        ),
        action: 'Look again',
      };
    case 'stance':
      return {
        kind: 'note',
        note: first.note,
        words: counted(same, 'One note waits for your view.', '# notes wait for your view.'),
        action: 'Start',
      };
    default:
      return afterwards(view);
  }
}

/** Nothing waits for me: then for whom, or are we done? */
function afterwards(view: SheetView): NextThing | null {
  if (view.total === 0) return null;
  if (view.agreed === view.total) {
    return { kind: 'export', words: 'Every note is agreed. Take the document with you.', action: 'Export' };
  }
  if (view.me.user !== view.engineer) return null;
  return {
    kind: 'ask',
    words: 'You have said your part. Ask your manager for their view.',
    action: 'Copy a message',
  };
}
