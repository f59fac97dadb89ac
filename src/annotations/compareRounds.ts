/**
 * What changed between two rounds, or between a round and the sheet as it is now. With the two exchanged, everything
 * reads the other way round: what was added was retired, and before is after.
 *
 * C1  A note is told by its id. What is not on the board in one of the two was added or retired, whatever was said.
 * C2  A retired note keeps its last text, and the reasons that people gave; without one it still shows as retired.
 * C3  A note can be moved, reworded and judged anew at once. Trivial edits show as rewordings that re-open nothing.
 * C4  A stance has changed when its value, its reason, or whether it is about the text of the moment has. Who takes
 *     the same stance again on the new text has not changed it.
 * C5  A note's whys, and the lines of the ladder that it is about, are compared where it is there before and after.
 * C6  When somebody wrote the words of a note into another one and took the note away, both are named.
 */
import type { ItemId, SheetId, UserId } from '../workshop/ids.ts';
import type { Changes, HeldStance, NoteChange, Rewording, StanceChange } from './changes.ts';
import { citeChanges, groundChanges, whyChanges } from './ground/compareGround.ts';
import { pairs } from './pairs.ts';
import type { Participant } from './participants.ts';
import type { RoundNote, RoundStance, SheetState } from './round.ts';
import { containment, letterPairs } from './similarity.ts';
import { saysTheSame } from './text.ts';
import { wordDiff } from './wordDiff.ts';

export interface Comparing {
  /** Another sheet of the board on which a note lies now, or lay before; null where that is not known. */
  readonly elsewhere?: (note: ItemId) => SheetId | null;
}

const nowhere = () => null;

export function compareRounds(before: SheetState, after: SheetState, comparing: Comparing = {}): Changes {
  const changes: NoteChange[] = [];
  const unchanged: ItemId[] = [];
  for (const [id, old, now] of pairs(before.notes, after.notes, ({ id }) => id)) {
    const change = noteChange(id, old, now, comparing.elsewhere ?? nowhere);
    if (change === 'unchanged') unchanged.push(id);
    else if (change) changes.push(change);
  }
  return {
    notes: withMerges(changes),
    unchanged,
    people: peopleChanges(before.people, after.people),
    details: detailChanges(before, after),
    ground: groundChanges(before.ground, after.ground),
    agreed: { before: before.agreed, after: after.agreed },
  };
}

/** Null where it was on the board neither before nor after. */
function noteChange(
  id: ItemId,
  old: RoundNote | null,
  now: RoundNote | null,
  elsewhere: (note: ItemId) => SheetId | null,
): NoteChange | 'unchanged' | null {
  const [was, is] = [old && !old.gone ? old : null, now && !now.gone ? now : null];
  if (!was && !is) return null;
  const gone = was && is ? null : is ? old : now;
  const presence = was && is ? 'kept' : is ? 'added' : 'retired';
  const stances = stanceChanges(was, is);
  const [whys, cites] = was && is ? [whyChanges(was, is), citeChanges(was, is)] : [[], []];
  const said = stances.length + whys.length + cites.length;
  const reworded = was && is ? rewording(was.text, is.text) : null;
  const moved =
    was && is && was.lanes.join() !== is.lanes.join() ? { before: was.lanes, after: is.lanes } : null;
  const [stateBefore, stateAfter] = [was?.state ?? null, is?.state ?? null];
  const state = stateBefore === stateAfter ? null : { before: stateBefore, after: stateAfter };
  if (presence === 'kept' && !reworded && !moved && !state && said === 0) return 'unchanged';
  return {
    note: id,
    text: is?.text ?? was?.text ?? '',
    presence,
    ...{ moved, reworded, stances, whys, cites, state },
    because: gone?.retired ?? [],
    wordsIn: [],
    elsewhere: presence === 'kept' ? null : elsewhere(id),
  };
}

const rewording = (before: string, after: string): Rewording | null =>
  before === after
    ? null
    : { before, after, parts: wordDiff(before, after), trivial: saysTheSame(before, after) };

const held = (stance: RoundStance | undefined, note: RoundNote | null): HeldStance | null =>
  stance && note
    ? {
        value: stance.value,
        reason: stance.reason,
        current: stance.text === null || saysTheSame(stance.text, note.text),
      }
    : null;

const sameStance = (a: HeldStance | null, b: HeldStance | null): boolean =>
  a?.value === b?.value && a?.reason === b?.reason && a?.current === b?.current;

function stanceChanges(was: RoundNote | null, is: RoundNote | null): readonly StanceChange[] {
  if (was === is) return [];
  return pairs(was?.stances ?? [], is?.stances ?? [], ({ user }) => user).flatMap(
    ([user, old, now]): StanceChange[] => {
      const [before, after] = [held(old ?? undefined, was), held(now ?? undefined, is)];
      return sameStance(before, after) ? [] : [{ user, before, after }];
    },
  );
}

/** So much of a note's letters in pairs must stand among the words that another one gained. */
const mostOfIt = 0.85;
/** Shorter ones are found anywhere. */
const leastPairs = 8;

/** C6: what went into notes that gained words at the same time; and, the other way round, what was cut out of them. */
function withMerges(changes: readonly NoteChange[]): readonly NoteChange[] {
  const edited = changes.flatMap(({ note, reworded }) => {
    if (!reworded || reworded.trivial) return [];
    const words = (kind: 'added' | 'removed') =>
      letterPairs(reworded.parts.flatMap((part) => (part.kind === kind ? [part.text] : [])).join(' '));
    return [{ note, gained: words('added'), lost: words('removed') }];
  });
  if (edited.length === 0) return changes;
  return changes.map((change) => {
    if (change.presence === 'kept' || change.elsewhere !== null) return change;
    const own = letterPairs(change.text);
    if (own.total < leastPairs) return change;
    const found = edited.filter(
      ({ gained, lost }) => containment(own, change.presence === 'retired' ? gained : lost) >= mostOfIt,
    );
    return { ...change, wordsIn: found.map(({ note }) => note) };
  });
}

const samePerson = (a: Participant | null, b: Participant | null): boolean =>
  a?.role === b?.role && a?.confirmed === b?.confirmed && a?.counts === b?.counts;

const peopleChanges = (before: readonly Participant[], after: readonly Participant[]): Changes['people'] =>
  pairs(before, after, ({ user }) => user).flatMap(([user, old, now]) =>
    old && now && samePerson(old, now) ? [] : [{ user, before: old, after: now }],
  );

const shownDetails = ['title', 'team', 'level', 'engineer', 'reviewers', 'lens', 'template'] as const;

function detailChanges(before: SheetState, after: SheetState): Changes['details'] {
  return shownDetails.flatMap((field) => {
    const [old, now] = [before, after].map(({ details }) => [details[field]].flat().join(', '));
    return old === undefined || now === undefined || old === now ? [] : [{ field, before: old, after: now }];
  });
}

/** The round itself, or how the notes read when this person last took a stance on each of them. */
export type Since = SheetState | { readonly wordOf: UserId };

export function changesSince(since: Since, now: SheetState, comparing: Comparing = {}): Changes {
  if (!('wordOf' in since)) return compareRounds(since, now, comparing);
  const { wordOf } = since;
  const own = ({ stances }: RoundNote) => stances.filter(({ user }) => user === wordOf);
  const mine = now.notes.map((note) => ({ ...note, state: null, stances: own(note) }));
  // Where a note lay then, and what others thought of it, nobody noted down: it counts as it is now.
  const then = mine.flatMap((note) =>
    note.stances.map((stance) => ({
      ...{ ...note, gone: false, text: stance.text ?? note.text },
      stances: [{ ...stance, text: null }],
    })),
  );
  return compareRounds({ ...now, notes: then }, { ...now, notes: mine }, comparing);
}
