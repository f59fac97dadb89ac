/**
 * Each note's *why*, from all desks.
 *
 * C1  What the sheet's engineer answered is the note's why; others' answers stand beside it, under their names.
 * C2  Everybody's are about the note whatever its words are by now: a why outlives a better wording.
 */
import { type ClarityId, clarityIds } from '../../workshop/clarity/questions.ts';
import type { ItemId, UserId } from '../../workshop/ids.ts';
import type { Desk } from '../desk.ts';
import { type Participant, participantsOf } from '../participants.ts';
import type { ClarityDesk } from './clarityDesk.ts';

export interface ClarityOn {
  readonly desk: Desk;
  readonly clarity: ClarityDesk;
}

export interface Why {
  readonly person: Participant;
  /** C1. */
  readonly isEngineers: boolean;
  /** In the order of the questions. */
  readonly answers: ReadonlyMap<ClarityId, string>;
}

/** Of each note that has any, everybody's, the engineer's first. */
export function whysOf(
  desks: readonly ClarityOn[],
  engineer: UserId | null,
): ReadonlyMap<ItemId, readonly Why[]> {
  const byOwner = new Map(desks.map(({ desk, clarity }) => [desk.owner, clarity.answers]));
  const people = participantsOf(
    desks.map(({ desk }) => desk),
    engineer,
  );
  const whys = new Map<ItemId, Why[]>();
  for (const person of people) {
    const byNote = new Map<ItemId, Map<ClarityId, string>>();
    for (const { note, question, text } of byOwner.get(person.user) ?? [])
      byNote.set(note, (byNote.get(note) ?? new Map()).set(question, text));
    for (const [note, said] of byNote) {
      const answers = clarityIds.flatMap((id) => {
        const text = said.get(id);
        return text === undefined ? [] : [[id, text] as const];
      });
      const why = { person, isEngineers: person.user === engineer, answers: new Map(answers) };
      whys.set(note, [...(whys.get(note) ?? []), why]);
    }
  }
  return whys;
}
