/**
 * Both sides' views of all notes at a glance: what the one thinks across what the other thinks. On the diagonal they
 * think alike. A view of an earlier wording is none: nobody knows what its owner thinks of the new one.
 */
import type { UserId } from '../workshop/ids.ts';
import type { StanceValue } from './desk.ts';
import { type NoteText, positionsOn, type Talk } from './talk.ts';

/** From agreement to disagreement, in steps that are neighbours on the map; null is nothing said yet. */
export const mapOrder = ['agree', 'agree-if', 'not-sure', 'disagree', null] as const;
export type MapValue = StanceValue | null;

export interface MapCell<N extends NoteText> {
  readonly one: MapValue;
  readonly other: MapValue;
  /** In the order given. */
  readonly notes: readonly N[];
}

/** One row for each of the first person's views, a cell in it for each of the other's. */
export function stanceMap<N extends NoteText>(
  notes: readonly N[],
  talk: Talk,
  sides: { readonly one: UserId; readonly other: UserId },
): readonly (readonly MapCell<N>[])[] {
  const seen = notes.map((note) => {
    const positions = positionsOn(note, talk);
    const viewOf = (user: UserId): MapValue => {
      const found = positions.find(({ person }) => person.user === user);
      return found?.current ? (found.stance?.value ?? null) : null;
    };
    return { note, one: viewOf(sides.one), other: viewOf(sides.other) };
  });
  return mapOrder.map((one) =>
    mapOrder.map((other) => ({
      one,
      other,
      notes: seen.flatMap((each) => (each.one === one && each.other === other ? [each.note] : [])),
    })),
  );
}
