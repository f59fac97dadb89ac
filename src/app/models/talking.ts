/** What one person can say in a sheet. Everything here goes to their own desk and nowhere else. */

import type * as Y from 'yjs';
import type { StanceValue, VerdictValue, Wording } from '../../annotations/desk.ts';
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
  readonly desk: Y.Doc;
  readonly name: string;
  /** ISO 8601. */
  readonly now: () => string;
  readonly newId: () => string;
}

export function talking({ desk, name, now, newId }: Options) {
  /** A name may change in Miro; whoever speaks is introduced by the one they have now. */
  const say = (speak: () => boolean): boolean => introduce(desk, name) && speak();
  return {
    claim: (role: Role | null) => say(() => claimRole(desk, role)),
    confirm: (user: UserId, role: Role) => say(() => confirmRole(desk, user, role)),
    withdraw: (user: UserId) => say(() => withdrawRole(desk, user)),
    takeStance: (note: NoteText, value: StanceValue, reason: string) =>
      say(() => takeStance(desk, { note: note.id, value, reason, text: note.text, at: now() })),
    clearStance: (note: ItemId) => say(() => clearStance(desk, note, now())),
    remark: (note: ItemId, text: string, answers: string | null) =>
      say(() => addRemark(desk, { id: newId(), note, text, answers, at: now() })),
    reword: (remark: string, text: string) => say(() => editRemark(desk, { id: remark, text, at: now() })),
    suggest: (note: ItemId, wording: Wording) =>
      say(() => addRemark(desk, { id: newId(), note, text: '', wording, at: now() })),
    decide: (remark: SpokenRemark, value: VerdictValue, before: string | null = null) =>
      say(() =>
        decide(desk, { remark: remark.id, value, before, after: remark.verdict?.at ?? null, at: now() }),
      ),
  };
}
