/**
 * Dots: which notes of a sheet are worth talking about first. Each person has a few for each sheet, and may give several
 * to one note. Until the stage is over nobody sees anybody's.
 *
 * D1  A person's dots for a sheet are at most so many; what is beyond is not counted, from the end.
 * D2  Notes that are gone since get none.
 * D3  More dots stand first. Of equal ones, the one on which people differ most; then the one that stands first on the
 *     sheet. So nobody has to decide by hand, and everybody sees the same order.
 * D4  What Miro's own voting counted is added, where somebody took it over.
 * D5  Notes that were put together count as one: their dots are added up, and stand with the first of them.
 */
import type { ItemId } from '../ids.ts';

export const dotsEach = 3;

/** As they lie in a document: at most so many, each the id of a note (D1). */
export function dotsFrom(value: unknown): readonly ItemId[] {
  if (!Array.isArray(value)) return [];
  const ids = value.filter((id): id is ItemId => typeof id === 'string' && id !== '' && id.length <= 200);
  return ids.slice(0, dotsEach);
}

export const givenTo = (given: readonly ItemId[], note: ItemId): number =>
  given.filter((id) => id === note).length;

/** One more for this note; the same where none is left. */
export const giveDot = (given: readonly ItemId[], note: ItemId): readonly ItemId[] =>
  given.length < dotsEach ? [...given, note] : given;

export function takeDot(given: readonly ItemId[], note: ItemId): readonly ItemId[] {
  const at = given.lastIndexOf(note);
  return at < 0 ? given : [...given.slice(0, at), ...given.slice(at + 1)];
}

export interface Counted {
  readonly note: ItemId;
  readonly dots: number;
}

interface Tally {
  /** One list for each person. */
  readonly given: readonly (readonly ItemId[])[];
  /** The notes of the sheet, in its order. */
  readonly notes: readonly ItemId[];
  /** Those on which people differ, widest mismatch first. */
  readonly open: readonly ItemId[];
  /** Counted elsewhere (D4). */
  readonly votes?: ReadonlyMap<ItemId, number>;
  /** Look-alikes that were put together, each in the order of the sheet (D5). */
  readonly groups?: readonly (readonly ItemId[])[];
}

/** What got at least one dot, groups by their first note (D2, D3, D5). */
export function tally({ given, notes, open, votes = new Map(), groups = [] }: Tally): readonly Counted[] {
  const groupOf = new Map(groups.flatMap((group) => group.map((note) => [note, group] as const)));
  const likes = (note: ItemId): readonly ItemId[] => groupOf.get(note) ?? [note];
  const dotsOf = (note: ItemId): number =>
    given.reduce((sum, one) => sum + givenTo(one.slice(0, dotsEach), note), votes.get(note) ?? 0);
  const differ = (note: ItemId): number => Math.min(...likes(note).map((like) => place(open, like)));
  const place = (list: readonly ItemId[], note: ItemId): number => {
    const at = list.indexOf(note);
    return at < 0 ? list.length : at;
  };
  return notes
    .filter((note) => likes(note)[0] === note)
    .map((note): Counted => ({ note, dots: likes(note).reduce((sum, like) => sum + dotsOf(like), 0) }))
    .filter(({ dots }) => dots > 0)
    .sort((a, b) => b.dots - a.dots || differ(a.note) - differ(b.note));
}
