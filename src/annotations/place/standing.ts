/**
 * Where the role stands: from everybody's marks and the sheet's ladder, the same whatever the order of desks.
 *
 * S1  The engineer's two marks say the distance and the mode, nobody else's.
 * S2  A mark at a level that is no longer on the ladder is not counted, and told as lost.
 * S3  Where somebody else sees one of the two at another level than the engineer, that is a difference: those whose
 *     agreement counts first. It changes nothing but what people may want to talk about.
 */
import type { UserId } from '../../workshop/ids.ts';
import { type Distance, distanceOn, type Mode, modeOf } from '../../workshop/ladder/distance.ts';
import { type Ladder, type Level, levelOf } from '../../workshop/ladder/ladder.ts';
import type { Participant } from '../participants.ts';
import { type Mark, type MarkKind, markKinds, type PlaceDesk } from './placeDesk.ts';

export interface MarkSeen {
  readonly mark: Mark;
  /** Null when the ladder has no such level now. */
  readonly level: Level | null;
}

export interface PersonsMarks {
  readonly person: Participant;
  readonly now: MarkSeen | null;
  readonly role: MarkSeen | null;
}

export interface Difference {
  readonly person: Participant;
  readonly kind: MarkKind;
  readonly theirs: Level;
  /** The engineer's. */
  readonly ours: Level;
}

export interface Standing {
  /** Null while nobody is the engineer of the sheet. */
  readonly engineer: PersonsMarks | null;
  /** Who else has marked something, in the order of participants. */
  readonly others: readonly PersonsMarks[];
  readonly distance: Distance | null;
  readonly mode: Mode | null;
  readonly differences: readonly Difference[];
}

/** `participants` in the order in which everybody sees them. */
export function standingOf(
  ladder: Ladder,
  participants: readonly Participant[],
  desks: readonly PlaceDesk[],
  engineer: UserId | null,
): Standing {
  const marksOf = (person: Participant): PersonsMarks => {
    const marks = desks.find(({ owner }) => owner === person.user)?.marks ?? {};
    const seen = (kind: MarkKind): MarkSeen | null => {
      const mark = marks[kind];
      return mark ? { mark, level: levelOf(ladder, mark.level) ?? null } : null;
    };
    return { person, now: seen('now'), role: seen('role') };
  };
  const all = participants.map(marksOf);
  const own = all.find(({ person }) => person.user === engineer) ?? null;
  const others = all.filter((one) => one !== own && (one.now || one.role));
  const [now, role] = [own?.now?.level, own?.role?.level];
  const distance = now && role ? distanceOn(ladder, now.id, role.id) : null;
  const differences = others.flatMap((other) =>
    markKinds.toReversed().flatMap((kind): Difference[] => {
      const [theirs, ours] = [other[kind]?.level, own?.[kind]?.level];
      return theirs && ours && theirs.id !== ours.id ? [{ person: other.person, kind, theirs, ours }] : [];
    }),
  );
  return {
    engineer: own,
    others,
    distance,
    mode: modeOf(distance),
    differences: differences.toSorted((a, b) => Number(b.person.counts) - Number(a.person.counts)),
  };
}
