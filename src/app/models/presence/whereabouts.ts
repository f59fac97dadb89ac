/** Where somebody is just now, and who is on one sheet by that. Told and heard by presence.ts, which is loaded later. */

/** Where somebody is, in ids. */
export interface Whereabouts {
  readonly sheet: string;
  /** The note whose card is open. */
  readonly note: string | null;
  readonly writing: boolean;
}

/** Somebody else who is on the same sheet just now. */
export interface Companion extends Whereabouts {
  readonly user: string;
  readonly name: string;
}

/** Who is on this sheet, in a steady order. `nameOf`: empty for who is not known. */
export function companionsOn(
  sheet: string,
  others: ReadonlyMap<string, Whereabouts>,
  nameOf: (user: string) => string,
): readonly Companion[] {
  return [...others].flatMap(([user, where]) =>
    where.sheet === sheet ? [{ ...where, user, name: nameOf(user) || 'Somebody' }] : [],
  );
}
