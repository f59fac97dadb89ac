/** Which notes of a sheet somebody wants to see: by what they ask of them, and by what is new to them. No effects. */

import { changedSince, isUnread, type Looks } from '../../../annotations/looked.ts';
import { remarksIn } from '../../../annotations/threads.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { NoteView, SheetView } from '../sheet/sheetView.ts';
import { waitsOf } from './whatWaits.ts';

export const noteFilters = ['all', 'asked', 'open', 'vague', 'changed', 'unread', 'mine'] as const;
export type NoteFilter = (typeof noteFilters)[number];

/**
 * - `asked`: a remark there waits for this person's answer (waiting.ts, W4);
 * - `open`: not agreed yet;
 * - `vague`: make-it-ours asks something there that they have not set aside (ours/ours.ts);
 * - `changed`: its words say something else than when they last looked;
 * - `unread`: new to them, or somebody said something there since they last looked;
 * - `mine`: they wrote the sticky last, or spoke there.
 */
export function filterNotes(
  view: SheetView,
  looks: Looks,
  vague: ReadonlySet<ItemId>,
): Readonly<Record<NoteFilter, ReadonlySet<ItemId>>> {
  const { me, talk, content } = view;
  const notes = [...view.notes.values()].filter(({ place }) => place !== 'gone');
  const isOwn = ({ id }: NoteView): boolean => content.items.get(id)?.modifiedBy === me.user;
  const spoke = ({ threads }: NoteView): boolean =>
    threads.flatMap(remarksIn).some(({ author }) => author === me.user);
  const those = (fits: (note: NoteView) => boolean): ReadonlySet<ItemId> =>
    new Set(notes.filter(fits).map(({ id }) => id));
  return {
    all: those(() => true),
    asked: new Set(waitsOf(view).flatMap((one) => (one.kind === 'answer' ? [one.note] : []))),
    open: those(({ state }) => state !== 'agreed'),
    vague: those(({ id }) => vague.has(id)),
    changed: those((note) => changedSince(looks.get(note.id), note)),
    unread: those((note) => isUnread(looks.get(note.id), { ...note, own: isOwn(note) }, talk, me.user)),
    mine: those((note) => isOwn(note) || spoke(note)),
  };
}

/** Notes about which others said something since this person last looked. A note never looked at is no news. */
export const newsIn = (view: SheetView, looks: Looks): ReadonlySet<ItemId> =>
  new Set(
    [...looks].flatMap(([id, look]) => {
      const note = view.notes.get(id);
      const own = { id, text: look.text, own: true };
      return note && isUnread(look, own, view.talk, view.me.user) ? [id] : [];
    }),
  );
