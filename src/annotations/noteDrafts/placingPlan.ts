/** What is to be put on the board, in which order: one step for each sticky. Pure, and the same for everybody. */
import type { LaneId, UserId } from '../../workshop/ids.ts';
import type { Comparison } from './alike.ts';
import { alikeKey, type Keep, type NoteKey, noteKey } from './placements.ts';
import type { SideNote } from './revealed.ts';

export interface PlacingStep {
  readonly note: SideNote;
  /** Its own, or that of the look-alike beside which it goes. */
  readonly lane: LaneId;
  /** Notes whose words don't go on the board: another wording was kept for all of them. */
  readonly also: readonly SideNote[];
}

export interface PlacingPlan {
  readonly steps: readonly PlacingStep[];
  /** Notes that are on the board in another one's words by now: only that is to be put on record. */
  readonly joins: readonly { readonly note: SideNote; readonly to: NoteKey }[];
}

/** Unless somebody chose: look-alikes of one lane go side by side, those of different lanes each to its own. */
export function keepOf(notes: readonly SideNote[], choices: ReadonlyMap<string, Keep>): Keep {
  const chosen = choices.get(alikeKey(notes.map(noteKey)));
  if (chosen?.kind === 'one' && !notes.some((note) => noteKey(note) === chosen.note))
    return { kind: 'side-by-side' };
  const oneLane = new Set(notes.map(({ lane }) => lane)).size === 1;
  return chosen ?? { kind: oneLane ? 'side-by-side' : 'apart' };
}

interface Situation {
  readonly comparison: Comparison;
  readonly choices: ReadonlyMap<string, Keep>;
  readonly isPlaced: (note: NoteKey) => boolean;
  /** In the order of the sheet. */
  readonly lanes: readonly LaneId[];
  /** Whose notes come first. */
  readonly first: UserId | null;
}

export function planPlacing({ comparison, choices, isPlaced, lanes, first }: Situation): PlacingPlan {
  const steps: PlacingStep[] = [];
  const joins: { note: SideNote; to: NoteKey }[] = [];
  const waits = (note: SideNote): boolean => !isPlaced(noteKey(note));
  for (const { notes } of comparison.alike) {
    const ordered = notes.toSorted((a, b) => Number(b.user === first) - Number(a.user === first));
    const keep = keepOf(notes, choices);
    const kept = keep.kind === 'one' ? ordered.find((note) => noteKey(note) === keep.note) : undefined;
    if (kept) {
      const others = ordered.filter((note) => note !== kept && waits(note));
      if (waits(kept)) steps.push({ note: kept, lane: kept.lane, also: others });
      else for (const note of others) joins.push({ note, to: noteKey(kept) });
      continue;
    }
    const lane = keep.kind === 'side-by-side' ? ordered[0]?.lane : undefined;
    for (const note of ordered.filter(waits)) steps.push({ note, lane: lane ?? note.lane, also: [] });
  }
  const alone = comparison.alone
    .filter(waits)
    .toSorted((a, b) => Number(b.user === first) - Number(a.user === first))
    .map((note): PlacingStep => ({ note, lane: note.lane, also: [] }));
  const place = ({ lane }: PlacingStep): number => {
    const at = lanes.indexOf(lane);
    return at < 0 ? lanes.length : at;
  };
  // Sorting is stable: within a lane look-alikes come first and stay together.
  return { steps: [...steps, ...alone].sort((a, b) => place(a) - place(b)), joins };
}
