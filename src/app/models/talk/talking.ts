/** What one person can say in a sheet. Everything here goes to their own desk and nowhere else. */

import type * as Y from 'yjs';
import type { Mention, Remark, StanceValue, VerdictValue, Wording } from '../../../annotations/desk.ts';
import {
  addRemark,
  claimRole,
  clearStance,
  confirmRole,
  decide,
  editRemark,
  introduce,
  takeStance,
  withdrawRole,
} from '../../../annotations/deskDocument.ts';
import type { NoteText } from '../../../annotations/talk.ts';
import type { SpokenRemark } from '../../../annotations/threads.ts';
import { later } from '../../../annotations/times.ts';
import { remarkTime } from '../../../annotations/uniteDesks.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { Hiding } from './hiding.ts';

interface Options {
  /** The desk as it is now: after a deletion there is another. */
  readonly desk: () => Y.Doc;
  readonly name: string;
  /** ISO 8601. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Where words go that are not for others' eyes yet; null while they are for everybody at once. */
  readonly hiding: () => Hiding | null;
}

/** Each returns false when this version may not write (the desk is newer). */
export type Speech = ReturnType<typeof talking>;

export function talking({ desk, name, now, newId, hiding }: Options) {
  /** A name may change in Miro; whoever speaks is introduced by the one they have now. */
  const say = (speak: (desk: Y.Doc) => boolean): boolean => introduce(desk(), name) && speak(desk());
  /** What is said of notes, as opposed to who is who. */
  const speak = (words: (desk: Y.Doc) => boolean): boolean => {
    const hidden = hiding();
    return hidden ? introduce(desk(), name) && hidden.write(words) : say(words);
  };
  return {
    claim: (role: Role | null) => say((desk) => claimRole(desk, role)),
    confirm: (user: UserId, role: Role) => say((desk) => confirmRole(desk, user, role)),
    withdraw: (user: UserId) => say((desk) => withdrawRole(desk, user)),
    /** `after`: when the stance was taken that this one follows; a clock that is behind must not make it the older one. */
    takeStance: (note: NoteText, value: StanceValue, reason: string, after: string | null) =>
      speak((desk) =>
        takeStance(desk, { note: note.id, value, reason, text: note.text, at: later(now(), after) }),
      ),
    clearStance(note: ItemId, after: string | null) {
      const [hidden, at] = [hiding(), later(now(), after)];
      return hidden ? hidden.clearStance(note, at) : say((desk) => clearStance(desk, note, at));
    },
    remark: (note: ItemId, text: string, answers: string | null, mentions: readonly Mention[] = []) =>
      speak((desk) => addRemark(desk, { id: newId(), note, text, answers, mentions, at: now() })),
    reword(remark: Remark, text: string, mentions: readonly Mention[] = []) {
      const hidden = hiding();
      const edited = { id: remark.id, text, mentions, at: later(now(), remarkTime(remark)) };
      return hidden ? hidden.editRemark(remark, edited) : say((desk) => editRemark(desk, edited));
    },
    /** `answers`: the suggestion that it counters. */
    suggest: (note: ItemId, wording: Wording, answers: string | null = null) =>
      speak((desk) => addRemark(desk, { id: newId(), note, text: '', wording, answers, at: now() })),
    decide(
      remark: SpokenRemark,
      value: VerdictValue,
      { before = null, reason = '' }: { readonly before?: string | null; readonly reason?: string } = {},
    ) {
      const after = remark.verdict?.at ?? null;
      const write = (desk: Y.Doc): boolean =>
        decide(desk, { remark: remark.id, value, before, reason, after, at: now() });
      // Everybody sees what happens to the sticky, so that it happened can't be unseen.
      const onSticky = value === 'applied' || remark.verdict?.value === 'applied';
      return onSticky ? say(write) : speak(write);
    },
  };
}
