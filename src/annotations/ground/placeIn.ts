/** Where the role stood at a moment that a round keeps, in the form in which it is told of the sheet as it is now. */
import type { UserId } from '../../workshop/ids.ts';
import type { Ladder } from '../../workshop/ladder/ladder.ts';
import type { Citation, PlaceDesk } from '../place/placeDesk.ts';
import { noTime } from '../plainValues.ts';
import type { SheetState } from '../round.ts';

export interface PlaceThen {
  /** Of its lines only the levels: what notes cite they say themselves. */
  readonly ladder: Ladder;
  /** A round keeps no times of marks and citations. */
  readonly desks: readonly PlaceDesk[];
}

export function placeIn({ ground, notes }: Pick<SheetState, 'ground' | 'notes'>): PlaceThen {
  const marks = ground?.place?.marks ?? [];
  const citations = notes.flatMap(({ id, cites = [] }) =>
    cites.map(({ user, ...words }): readonly [UserId, Citation] => [
      user,
      { note: id, ...words, at: noTime },
    ]),
  );
  const owners = new Set([...marks.map(({ user }) => user), ...citations.map(([user]) => user)]);
  return {
    ladder: { levels: ground?.place?.levels ?? [], dimensions: [], cells: [], source: null },
    desks: [...owners].map(
      (owner): PlaceDesk => ({
        owner,
        marks: Object.fromEntries(
          marks
            .filter(({ user }) => user === owner)
            .map(({ kind, level, title }) => [kind, { level, title, at: noTime }]),
        ),
        citations: new Map(citations.flatMap(([user, one]) => (user === owner ? [[one.note, one]] : []))),
        unknown: 0,
      }),
    ),
  };
}
