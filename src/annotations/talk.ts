/**
 * Everything said in a sheet, gathered once from all desks, so that states, meters and agendas don't each walk them
 * again. A value: made anew when a desk or the engineer changes. The order in which desks come never matters.
 */
import type { ItemId, UserId } from '../workshop/ids.ts';
import type { Desk, Stance } from './desk.ts';
import { type Participant, participantsOf } from './participants.ts';
import { sameText, saysTheSame } from './text.ts';
import { remarksIn, type SpokenRemark, type Thread, threadsOf } from './threads.ts';

/** A note as the mirror shows it. Blank ones are no notes; leave them out. */
export interface NoteText {
  readonly id: ItemId;
  readonly text: string;
}

export interface Talk {
  readonly engineer: UserId | null;
  readonly participants: readonly Participant[];
  readonly desks: ReadonlyMap<UserId, Desk>;
  readonly threads: ReadonlyMap<ItemId, readonly Thread[]>;
}

export function gatherTalk(desks: readonly Desk[], engineer: UserId | null): Talk {
  const inOrder = [...desks].sort((a, b) => (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0));
  const participants = participantsOf(inOrder, engineer);
  return {
    engineer,
    participants,
    desks: new Map(inOrder.map((desk) => [desk.owner, desk])),
    threads: threadsOf(inOrder, participants),
  };
}

export interface Position {
  readonly person: Participant;
  /** Null when they have said nothing about this note. */
  readonly stance: Stance | null;
  /** Whether the stance is about the text as it stands now, trivial edits aside (text.ts). */
  readonly current: boolean;
}

/** What every participant thinks of a note, in the order of the participants. */
export function positionsOn(note: NoteText, talk: Talk): readonly Position[] {
  return talk.participants.map((person) => {
    const stance = talk.desks.get(person.user)?.stances.get(note.id) ?? null;
    return { person, stance, current: stance !== null && saysTheSame(stance.text, note.text) };
  });
}

export const threadsOn = (note: ItemId, talk: Talk): readonly Thread[] => talk.threads.get(note) ?? [];

/** Suggestions on a note that wait for a decision and would change its text, whoever made them. */
export function openSuggestions(note: NoteText, talk: Talk): readonly SpokenRemark[] {
  return threadsOn(note.id, talk)
    .flatMap(remarksIn)
    .filter(
      ({ proposes, wording }) => proposes && wording !== null && !sameText(wording.proposed, note.text),
    );
}
