/** How far the counting people agree: the meter, and the open notes with the widest mismatch first. */
import type { StanceValue } from './desk.ts';
import { type NoteState, noteStates, stateOf } from './noteState.ts';
import { type NoteText, positionsOn, type Talk } from './talk.ts';

export interface Count {
  readonly agreed: number;
  readonly total: number;
  readonly states: Readonly<Record<NoteState, number>>;
}

export interface Group<K> {
  /** A pillar, a responsibility, a side column: whatever the caller groups by. */
  readonly key: K;
  readonly notes: readonly NoteText[];
}

export interface Meter<K> {
  readonly groups: readonly (Count & { readonly key: K })[];
  /** A note that stands in two groups is counted once here. */
  readonly all: Count;
}

function count(notes: readonly NoteText[], stateOfNote: (note: NoteText) => NoteState): Count {
  const found = notes.map(stateOfNote);
  const tally = (state: NoteState) => found.filter((one) => one === state).length;
  const states = {
    open: tally('open'),
    'change-proposed': tally('change-proposed'),
    disputed: tally('disputed'),
    agreed: tally('agreed'),
    changed: tally('changed'),
  };
  return { agreed: states.agreed, total: notes.length, states };
}

export function meter<K>(groups: readonly Group<K>[], talk: Talk): Meter<K> {
  const states = new Map<string, NoteState>();
  const state = (note: NoteText): NoteState => {
    const known = states.get(note.id) ?? stateOf(note, talk);
    states.set(note.id, known);
    return known;
  };
  const all = new Map(groups.flatMap(({ notes }) => notes.map((note) => [note.id, note] as const)));
  return {
    groups: groups.map(({ key, notes }) => ({ key, ...count(notes, state) })),
    all: count([...all.values()], state),
  };
}

/**
 * How far apart two current stances are. Widest: yes against no. Then a no against a yes with conditions, then the
 * condition itself, then doubt. A missing or outdated stance beside a current one is the smallest mismatch: they may
 * well agree, nobody has asked. Equal stances are no mismatch, even two noes: both want another text.
 */
const distances: readonly (readonly [StanceValue, StanceValue, number])[] = [
  ['agree', 'disagree', 6],
  ['agree-if', 'disagree', 5],
  ['agree', 'agree-if', 4],
  ['not-sure', 'disagree', 3],
  ['agree', 'not-sure', 2],
  ['agree-if', 'not-sure', 2],
];
const unasked = 1;

export function distanceBetween(a: StanceValue | null, b: StanceValue | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return unasked;
  const found = distances.find(([x, y]) => (x === a && y === b) || (x === b && y === a));
  if (!found) throw new Error(`No distance between ${a} and ${b}`);
  return found[2];
}

export interface OpenNote {
  readonly note: NoteText;
  readonly state: Exclude<NoteState, 'agreed'>;
  /** The widest distance between any two counting people; 0 to 6. */
  readonly mismatch: number;
}

/** Between equal mismatches: what needs talk most. */
const urgency: Readonly<Record<NoteState, number>> = {
  disputed: 0,
  'change-proposed': 1,
  changed: 2,
  open: 3,
  agreed: 4,
};

/** Notes not agreed yet, widest mismatch first; equal ones stay in the order given (that of the sheet). */
export function openNotes(notes: readonly NoteText[], talk: Talk): readonly OpenNote[] {
  return notes
    .flatMap((note): OpenNote[] => {
      const state = stateOf(note, talk);
      return state === 'agreed' ? [] : [{ note, state, mismatch: mismatchOn(note, talk) }];
    })
    .sort((a, b) => b.mismatch - a.mismatch || urgency[a.state] - urgency[b.state]);
}

function mismatchOn(note: NoteText, talk: Talk): number {
  const counting = positionsOn(note, talk).filter(({ person }) => person.counts);
  // Equal stances are no mismatch, so however many people there are, only so many values are compared.
  const values = [
    ...new Set(counting.map(({ stance, current }) => (current && stance ? stance.value : null))),
  ];
  return Math.max(0, ...values.flatMap((a, i) => values.slice(i + 1).map((b) => distanceBetween(a, b))));
}

/** All states in the order a legend shows them. */
export const legend: readonly NoteState[] = [...noteStates].sort((a, b) => urgency[b] - urgency[a]);
