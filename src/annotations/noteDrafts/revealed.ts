/**
 * Whose notes written unseen everybody sees, and when that step ends. As with views (unseen.ts):
 *
 * N1  A draft is seen by its owner alone; what lies on a desk by its owner, and by others once its step was shown or
 *     its owner released it.
 * N2  A step is over when the engineer and every confirmed manager, at least one of them, are done. Peers never hold it
 *     up, nor do people who have left; a manager whose desk is not here yet does.
 * N3  Of one note the newest counts, whichever step it lies in.
 */
import type { UserId } from '../../workshop/ids.ts';
import type { BlindSetting } from '../blindSetting.ts';
import { blindStep } from '../blindSetting.ts';
import type { Desk } from '../desk.ts';
import { openStep } from '../heldWords.ts';
import { compareTimes } from '../times.ts';
import { type StepState, stepState } from '../unseen.ts';
import { byOrder, type DraftNote } from './draftNote.ts';
import type { HeldNotes } from './heldNotes.ts';

/** A desk with the notes on it. */
export interface NotesDesk extends HeldNotes {
  readonly desk: Desk;
}

/** A note with the side it comes from. */
export interface SideNote extends DraftNote {
  readonly user: UserId;
  readonly step: string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isShown = ({ shown }: BlindSetting, { released }: HeldNotes, step: string): boolean =>
  step === openStep || shown.has(step) || released.has(step);

/** Sorted by person, then as they stand in their lanes: the same whatever the order in which desks came. */
export const bySide = (a: SideNote, b: SideNote): number =>
  compare(a.user, b.user) || compare(a.lane, b.lane) || byOrder(a, b);

function newestOf(user: UserId, held: HeldNotes['notes']): readonly SideNote[] {
  const newest = new Map<string, SideNote>();
  for (const { step, note } of held) {
    const known = newest.get(note.id);
    const age = known ? compareTimes(note.at, known.at) || compare(step, known.step) : 1;
    if (age > 0) newest.set(note.id, { ...note, user, step });
  }
  return [...newest.values()].sort(bySide);
}

/** What everybody may see (N1, N3). */
export const revealedNotes = (setting: BlindSetting, desks: readonly NotesDesk[]): readonly SideNote[] =>
  desks
    .flatMap((one) =>
      newestOf(
        one.desk.owner,
        one.notes.filter(({ step }) => isShown(setting, one, step)),
      ),
    )
    .sort(bySide);

/** What somebody holds of a step, for their own eyes. */
export const ownNotes = (desk: NotesDesk, step: string): readonly SideNote[] =>
  newestOf(
    desk.desk.owner,
    desk.notes.filter((one) => one.step === step),
  );

/** The steps whose notes this desk holds and only its owner sees; the step of now aside. */
export const notesKeptBack = (setting: BlindSetting, desk: NotesDesk): readonly string[] => [
  ...new Set(
    desk.notes
      .map(({ step }) => step)
      .filter((step) => step !== blindStep(setting) && !isShown(setting, desk, step)),
  ),
];

/** N2. `looked` of each person is how many notes they have written. */
export const writingState = (
  step: string,
  desks: readonly NotesDesk[],
  engineer: UserId | null,
  left: ReadonlySet<UserId>,
): StepState =>
  stepState(
    step,
    desks.map(({ desk, done, counted }) => ({ desk, done, looked: counted })),
    engineer,
    left,
  );
