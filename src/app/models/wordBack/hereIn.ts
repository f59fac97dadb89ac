/** The sheet as this person sees it, in the form in which a document that comes back is held against it. */
import type { RoundRecord } from '../../../annotations/round.ts';
import { remarksIn } from '../../../annotations/threads.ts';
import type { Here, HereRemark } from '../../../export/wordBack/here.ts';
import * as say from '../../../export/wording.ts';
import type { ItemId, SheetId, UserId } from '../../../workshop/ids.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export function hereIn(sheet: SheetId, view: SheetView, rounds: readonly RoundRecord[]): Here {
  const notes = [...view.notes.values()];
  const { participants, desks } = view.talk;
  const names = new Map(participants.map(({ user, name }) => [user, name]));
  // The engineer's desk may not have arrived; the sheet itself knows their name, and documents call them by it.
  const nameOf = (user: UserId): string =>
    names.get(user) || (user === view.engineer ? view.details.engineer : '');
  const remarks = notes.flatMap(({ threads }) =>
    threads.flatMap((thread): HereRemark[] =>
      remarksIn(thread).map(({ id, note, text, author, from, at, wording, proposes }) => ({
        ...{ id, note, text, proposes },
        author: say.name(from?.name ?? nameOf(author)),
        at: from?.at ?? at,
        wording: wording?.proposed ?? null,
        ...{ thread: thread.first.id, resolved: thread.resolved },
      })),
    ),
  );
  const aboutNote = new Map(remarks.map(({ id, note }) => [id, note]));
  const earlier = new Map<ItemId, Set<string>>();
  const remember = (note: ItemId, text: string | null | undefined): void => {
    if (!text) return;
    const known = earlier.get(note) ?? new Set();
    earlier.set(note, known.add(text));
  };
  for (const { stances, remarks: own, verdicts } of desks.values()) {
    for (const { note, text } of stances.values()) remember(note, text);
    for (const { note, wording } of own) remember(note, wording?.original);
    for (const { remark, before } of verdicts) {
      const about = aboutNote.get(remark);
      if (about) remember(about, before);
    }
  }
  for (const { content } of rounds) for (const { id, text } of content.notes) remember(id, text);
  return {
    sheet,
    notes: notes.map(({ id, text, lane, place }) => ({
      id,
      text,
      lane: lane?.id ?? null,
      gone: place === 'gone',
    })),
    lanes: [
      ...new Map(
        view.columns.flatMap(({ lanes }) => lanes.map(({ lane }) => [lane.id, lane] as const)),
      ).values(),
    ].map(({ id, title }) => ({ id, title })),
    remarks,
    earlier: (note) => [...(earlier.get(note) ?? [])],
  };
}
