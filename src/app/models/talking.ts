/** What one person can say in a sheet. Everything here goes to their own desk and nowhere else. */

import type * as Y from 'yjs';
import type { Mention, StanceValue, VerdictValue, Wording } from '../../annotations/desk.ts';
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
} from '../../annotations/deskDocument.ts';
import type { NoteText } from '../../annotations/talk.ts';
import type { SpokenRemark } from '../../annotations/threads.ts';
import type { ItemId, UserId } from '../../workshop/ids.ts';
import type { Role } from '../../workshop/roles.ts';

interface Options {
  /** The desk as it is now: after a deletion there is another. */
  readonly desk: () => Y.Doc;
  readonly name: string;
  /** ISO 8601. */
  readonly now: () => string;
  readonly newId: () => string;
}

export function talking({ desk, name, now, newId }: Options) {
  /** A name may change in Miro; whoever speaks is introduced by the one they have now. */
  const say = (speak: (desk: Y.Doc) => boolean): boolean => introduce(desk(), name) && speak(desk());
  return {
    claim: (role: Role | null) => say((desk) => claimRole(desk, role)),
    confirm: (user: UserId, role: Role) => say((desk) => confirmRole(desk, user, role)),
    withdraw: (user: UserId) => say((desk) => withdrawRole(desk, user)),
    takeStance: (note: NoteText, value: StanceValue, reason: string) =>
      say((desk) => takeStance(desk, { note: note.id, value, reason, text: note.text, at: now() })),
    clearStance: (note: ItemId) => say((desk) => clearStance(desk, note, now())),
    remark: (note: ItemId, text: string, answers: string | null, mentions: readonly Mention[] = []) =>
      say((desk) => addRemark(desk, { id: newId(), note, text, answers, mentions, at: now() })),
    reword: (remark: string, text: string, mentions: readonly Mention[] = []) =>
      say((desk) => editRemark(desk, { id: remark, text, mentions, at: now() })),
    /** `answers`: the suggestion that it counters. */
    suggest: (note: ItemId, wording: Wording, answers: string | null = null) =>
      say((desk) => addRemark(desk, { id: newId(), note, text: '', wording, answers, at: now() })),
    decide: (
      remark: SpokenRemark,
      value: VerdictValue,
      { before = null, reason = '' }: { readonly before?: string | null; readonly reason?: string } = {},
    ) =>
      say((desk) => {
        const after = remark.verdict?.at ?? null;
        return decide(desk, { remark: remark.id, value, before, reason, after, at: now() });
      }),
  };
}
