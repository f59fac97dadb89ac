/** Everything a person says in a sheet: who they are, what they think of a note, and the sheet's own settings. */
import type { Mention, StanceValue } from '../../../annotations/desk.ts';
import {
  type SheetStart,
  startSheet,
  switchTags,
  takeOwnership,
} from '../../../annotations/sheetOperations.ts';
import { mentionsIn } from '../../../annotations/spokenTo.ts';
import { remarksIn, type SpokenRemark } from '../../../annotations/threads.ts';
import type { ItemId, UserId } from '../../../workshop/ids.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { peopleToName } from './peopleToName.ts';
import type { Speech } from './talking.ts';

/** Those that return something: false when this version may not write (the document is newer). */
export interface Speaking {
  /** Right after the drop. */
  begin(role: Role, start: Omit<SheetStart, 'engineer'>): void;
  claim(role: Role | null): void;
  confirm(user: UserId, role: Role): void;
  withdraw(user: UserId): void;
  takeStance(note: ItemId, value: StanceValue, reason: string): void;
  clearStance(note: ItemId): void;
  /** Agrees with all of these as they are now. */
  standBehind(notes: readonly ItemId[]): void;
  remark(note: ItemId, text: string, answers: string | null): boolean;
  /** Changes the words of one's own remark. */
  rewordRemark(remark: string, text: string): boolean;
  /** `answers`: the suggestion that it counters. */
  suggest(note: ItemId, wording: string, answers?: string | null): boolean;
  decide(remark: SpokenRemark, value: 'resolved' | 'reopened'): void;
  /** Without a reason: takes one's own suggestion back. */
  decline(remark: SpokenRemark, reason?: string): boolean;
  switchTags(on: boolean): void;
}

export function openSpeaking({ documents, view, me, now }: SheetContext, speech: Speech): Speaking {
  const noteOf = (id: ItemId) => view.peek()?.notes.get(id);
  const people = (): readonly Mention[] => peopleToName(view.peek(), me.id);
  const agree = (id: ItemId): void => {
    const known = noteOf(id);
    if (known && !known.mine?.current) speech.takeStance(known, 'agree', '', known.mine?.at ?? null);
  };
  return {
    begin(role, start) {
      startSheet(documents.sheet, { ...start, engineer: role === 'engineer' ? me.id : null });
      speech.claim(role);
    },
    claim(role) {
      if (role === 'engineer') takeOwnership(documents.sheet, me.id);
      speech.claim(role);
    },
    confirm: (user, role) => void speech.confirm(user, role),
    withdraw: (user) => void speech.withdraw(user),
    takeStance(note, value, reason) {
      const known = noteOf(note);
      if (known) speech.takeStance(known, value, reason, known.mine?.at ?? null);
    },
    clearStance: (note) => void speech.clearStance(note, noteOf(note)?.mine?.at ?? null),
    standBehind: (ids) => ids.forEach(agree),
    remark: (note, text, answers) => speech.remark(note, text, answers, mentionsIn(text, people())),
    rewordRemark(remark, text) {
      const notes = [...(view.peek()?.notes.values() ?? [])];
      const spoken = notes
        .flatMap(({ threads }) => threads.flatMap(remarksIn))
        .find(({ id }) => id === remark);
      // Somebody named before may have left the sheet since.
      const left = (spoken?.mentions ?? []).filter(({ user }) => people().every((one) => one.user !== user));
      // Words of somebody else are not the bringer's to change.
      return spoken && !spoken.from
        ? speech.reword(spoken, text, mentionsIn(text, [...people(), ...left]))
        : false;
    },
    suggest(note, proposed, answers = null) {
      const known = noteOf(note);
      return known ? speech.suggest(note, { proposed, original: known.text }, answers) : false;
    },
    decide: (remark, value) => void speech.decide(remark, value),
    decline: (remark, reason = '') => speech.decide(remark, 'declined', { reason }),
    switchTags: (on) => void switchTags(documents.sheet, { on, by: me.id, at: now() }),
  };
}
