/** Which line of the ladder a note is about. The engineer's choice is the sheet's; what others point to stands beside it. */
import type { ItemId, UserId } from '../../workshop/ids.ts';
import type { Participant } from '../participants.ts';
import type { Citation, PlaceDesk } from './placeDesk.ts';

export interface Cited {
  readonly person: Participant;
  readonly citation: Citation;
}

export interface CitedOn {
  readonly sheets: Cited | null;
  /** In the order of participants. */
  readonly others: readonly Cited[];
}

export function citedOn(
  note: ItemId,
  participants: readonly Participant[],
  desks: readonly PlaceDesk[],
  engineer: UserId | null,
): CitedOn {
  const all = participants.flatMap((person): Cited[] => {
    const citation = desks.find(({ owner }) => owner === person.user)?.citations.get(note);
    return citation ? [{ person, citation }] : [];
  });
  return {
    sheets: all.find(({ person }) => person.user === engineer) ?? null,
    others: all.filter(({ person }) => person.user !== engineer),
  };
}
