import type { Mention } from '../../../annotations/desk.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { SheetView } from '../sheet/sheetView.ts';

/** Whom a remark can name: everybody else on the sheet who has a name. */
export const peopleToName = (view: SheetView | null, me: UserId): readonly Mention[] =>
  (view?.participants ?? []).flatMap(({ user, name }) =>
    user === me || name === '' ? [] : [{ user, name }],
  );
