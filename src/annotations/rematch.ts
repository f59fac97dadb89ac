/**
 * Which notes of an archive are which notes on this board now. Copied and restored boards give every item a new id, so
 * notes are known again by their words and their lanes; whoever takes words along sees the pairs first, with the why.
 *
 * R1  A note that is still there under its id is the same note.
 * R2  Then by text and lanes, then by text alone, then by a similar text in the same lanes, the surest first.
 * R3  Several with the same words are told apart by nothing but their place: as many here as there are paired in the
 *     order of their places; otherwise nobody can know, and they are left to the person.
 * R4  A similar text pairs two notes only if each is the other's one best.
 * R5  Each note is in one pair at most. The order in which notes come never matters.
 * R6  Notes that had left the board when the archive was made come last, and only by their id or text.
 * R7  Texts are compared as people read them, white space aside. Notes without words are known by their id only.
 */
import type { ItemId } from '../workshop/ids.ts';
import type { ArchivedNote } from './archive.ts';
import { letterPairs, similarity } from './similarity.ts';
import { normalised } from './text.ts';

export type PresentNote = Pick<ArchivedNote, 'id' | 'text' | 'lanes' | 'box'>;
export type RememberedNote = PresentNote & Pick<ArchivedNote, 'gone'>;

export type How = 'same id' | 'same text and lane' | 'same text' | 'similar text in the lane';

export interface Pair {
  readonly from: ItemId;
  readonly to: ItemId;
  readonly how: How;
}

/** Notes with the same words, not equally many on both sides: only a person can say which is which. */
export interface Unclear {
  readonly from: readonly ItemId[];
  readonly to: readonly ItemId[];
}

export interface Rematch {
  /** The surest first. */
  readonly pairs: readonly Pair[];
  readonly unclear: readonly Unclear[];
  /** Archived notes in no pair, those in `unclear` included; in the order of their places. */
  readonly left: readonly ItemId[];
  /** Notes here in no pair, those in `unclear` included; in the order of their places. */
  readonly fresh: readonly ItemId[];
}

/** What takeOver and bringAlong want. */
export const idsOf = (pairs: readonly Pick<Pair, 'from' | 'to'>[]): ReadonlyMap<ItemId, ItemId> =>
  new Map(pairs.map(({ from, to }) => [from, to]));

/** Of similarity, from 0 to 1: below this, two texts are taken for two notes. */
const similarEnough = 0.6;
/** Comparing each with each: where more are left in a lane than anybody writes, similarity is not asked. */
const mostCompared = 200;

/** Both sides in the order of their places, so that nothing depends on the order in which they came. */
const byPlace = (a: PresentNote, b: PresentNote): number =>
  a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Null: not to be known by it. */
type Key = (note: PresentNote) => string | null;

const byText: Key = ({ text }) => normalised(text) || null;
const byLane: Key = ({ lanes }) => (lanes.length > 0 ? JSON.stringify(lanes.toSorted()) : null);
const byTextAndLane: Key = (note) => {
  const [text, lane] = [byText(note), byLane(note)];
  return text !== null && lane !== null ? JSON.stringify([text, lane]) : null;
};

export function rematch(archived: readonly RememberedNote[], here: readonly PresentNote[]): Rematch {
  const from = archived.toSorted(byPlace);
  const to = here.toSorted(byPlace);
  const pairs: Pair[] = [];
  const [fromPaired, toPaired] = [new Set<ItemId>(), new Set<ItemId>()];

  const pair = (a: PresentNote, b: PresentNote, how: How): void => {
    pairs.push({ from: a.id, to: b.id, how });
    fromPaired.add(a.id);
    toPaired.add(b.id);
  };
  /** Notes in no pair yet, by what they are to be known by. */
  const groups = (some: readonly PresentNote[], key: Key): readonly Group[] => {
    const theirs = grouped(some, key, fromPaired);
    const ours = grouped(to, key, toPaired);
    return [...theirs].flatMap(([each, list]) => {
      const found = ours.get(each);
      return found ? [{ from: list, to: found }] : [];
    });
  };
  const pairEqual = (some: readonly PresentNote[], key: Key, how: How): void => {
    for (const group of groups(some, key))
      if (group.from.length === group.to.length)
        group.from.forEach((note, at) => {
          const other = group.to[at];
          if (other) pair(note, other, how);
        });
  };

  pairEqual(from, ({ id }) => id, 'same id');
  const there = from.filter(({ gone }) => !gone);
  pairEqual(there, byTextAndLane, 'same text and lane');
  pairEqual(there, byText, 'same text');
  const twins = new Set(groups(there, byText).flatMap((group) => [...group.from, ...group.to]));
  for (const group of groups(there, byLane)) {
    const alone = (notes: readonly PresentNote[]) => notes.filter((note) => !twins.has(note) && byText(note));
    for (const [a, b] of mutuallyBest(alone(group.from), alone(group.to)))
      pair(a, b, 'similar text in the lane');
  }
  pairEqual(
    from.filter(({ gone }) => gone),
    byText,
    'same text',
  );

  const ids = (notes: readonly PresentNote[]): ItemId[] => notes.map(({ id }) => id);
  return {
    pairs,
    unclear: groups(from, byText).map((group) => ({ from: ids(group.from), to: ids(group.to) })),
    left: ids(from).filter((id) => !fromPaired.has(id)),
    fresh: ids(to).filter((id) => !toPaired.has(id)),
  };
}

interface Group {
  readonly from: readonly PresentNote[];
  readonly to: readonly PresentNote[];
}

function grouped(
  notes: readonly PresentNote[],
  key: Key,
  paired: ReadonlySet<ItemId>,
): ReadonlyMap<string, readonly PresentNote[]> {
  const found = new Map<string, PresentNote[]>();
  for (const note of notes) {
    const known = paired.has(note.id) ? null : key(note);
    if (known === null) continue;
    const group = found.get(known);
    if (group) group.push(note);
    else found.set(known, [note]);
  }
  return found;
}

/** Pairs of which each is the other's best, and no other is as good. */
function mutuallyBest(
  from: readonly PresentNote[],
  to: readonly PresentNote[],
): readonly (readonly [PresentNote, PresentNote])[] {
  if (from.length > mostCompared || to.length > mostCompared) return [];
  const pairsIn = (notes: readonly PresentNote[]) => notes.map(({ text }) => letterPairs(text));
  const [mine, theirs] = [pairsIn(from), pairsIn(to)];
  const scores = mine.map((a) => theirs.map((b) => similarity(a, b)));
  const forEach = scores.map(onlyBest);
  const forOther = to.map((_, column) => onlyBest(scores.map((row) => row[column] ?? 0)));
  return from.flatMap((a, row): (readonly [PresentNote, PresentNote])[] => {
    const column = forEach[row] ?? -1;
    const b = to[column];
    return b && forOther[column] === row ? [[a, b]] : [];
  });
}

/** Where the best score stands, if it is good enough and no other is as good; otherwise -1. */
function onlyBest(scores: readonly number[]): number {
  const best = Math.max(similarEnough, ...scores);
  const first = scores.indexOf(best);
  return scores.lastIndexOf(best) === first ? first : -1;
}
