/**
 * That a sheet is being laid out anew, by the other lens, as it lies in the sheet document:
 *
 *   relayout  now → { id, by, at, from, to, lanes, plan }   always written as one value
 *             beat → a number that grows while somebody is at it
 *
 * While it is there, places on the board say nothing about lanes: every note counts for the lanes that are written here,
 * for everybody, however far the moving has come and whatever becomes of who began it. The lens changes in the same
 * transaction that takes the record away (layAnew.ts). What moves where is the plan, which is the board's matter.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId, type LaneId, type UserId, userId } from '../workshop/ids.ts';
import { type Lens, lenses } from '../workshop/sheet.ts';
import { asNumber, asOneOf, asText, field } from './entries.ts';

export interface RelayoutRecord {
  /** Of the run that goes on with it: another with each who takes it on. */
  readonly id: string;
  readonly by: UserId;
  readonly at: string;
  readonly from: Lens;
  readonly to: Lens;
  /** One lane, several for a note on their border, or none. */
  readonly lanes: ReadonlyMap<ItemId, readonly LaneId[]>;
  /** Unread. */
  readonly plan: unknown;
  readonly beat: number;
}

export const nowKey = 'now';
export const beatKey = 'beat';

const lensFrom = asOneOf(lenses);

function lanesFrom(value: unknown): RelayoutRecord['lanes'] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.map(([note, lanes]: [string, unknown]) => [
      itemId(note),
      // Lane ids are strings that templates give; one that none has is no lane.
      (Array.isArray(lanes) ? lanes : []).filter((lane): lane is LaneId => typeof lane === 'string'),
    ]),
  );
}

/** Null while nothing is moved. `unknown` counts what lies there and can't be read. */
export function readRelayout(root: Y.Map<unknown>): {
  readonly value: RelayoutRecord | null;
  readonly unknown: number;
} {
  const now = root.get(nowKey);
  if (now === undefined) return { value: null, unknown: 0 };
  const text = (key: string): string | null => asText(field(now, key));
  const [id, by, at] = [text('id'), text('by'), text('at')];
  const [from, to] = [lensFrom(field(now, 'from')), lensFrom(field(now, 'to'))];
  if (id === null || by === null || at === null || from === null || to === null)
    return { value: null, unknown: 1 };
  const beat = asNumber(root.get(beatKey)) ?? 0;
  const lanes = lanesFrom(field(now, 'lanes'));
  return { value: { id, by: userId(by), at, from, to, lanes, plan: field(now, 'plan'), beat }, unknown: 0 };
}
