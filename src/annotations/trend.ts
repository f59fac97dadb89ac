/** How far people agreed at several moments: closed rounds, and the sheet as it is. Pure. */
import type { LaneId } from '../workshop/ids.ts';
import type { Share, SheetState } from './round.ts';

export interface TrendGroup {
  readonly key: string;
  /** What rounds call it; null where they do not count by it. */
  readonly column: string | null;
  readonly title: string;
  readonly lanes: readonly LaneId[];
}

export interface TrendRow {
  readonly key: string;
  readonly title: string;
  /** One for each moment, in their order; null where that moment is not here, or had no notes there. */
  readonly shares: readonly (Share | null)[];
}

/** A round says for itself how far each of its columns was agreed; what it does not say follows from its notes. */
function shareIn(
  { notes, agreed }: Pick<SheetState, 'notes' | 'agreed'>,
  { column: named, lanes }: TrendGroup,
): Share {
  const told = agreed.columns.find(({ column }) => column === named);
  if (told) return { agreed: told.agreed, total: told.total };
  const own = notes.filter(({ state, lanes: [lane, other] }) => {
    const clear = state !== null && lane !== undefined && other === undefined;
    return clear && lanes.includes(lane);
  });
  return { agreed: own.filter(({ state }) => state === 'agreed').length, total: own.length };
}

const orNull = (share: Share): Share | null => (share.total === 0 ? null : share);

/** Null for a moment that is not here. Groups that never had a note are left out. */
export function trendOf(
  moments: readonly (Pick<SheetState, 'notes' | 'agreed'> | null)[],
  groups: readonly TrendGroup[],
): { readonly all: TrendRow['shares']; readonly rows: readonly TrendRow[] } {
  const rows = groups.map((group) => ({
    key: group.key,
    title: group.title,
    shares: moments.map((state) => (state ? orNull(shareIn(state, group)) : null)),
  }));
  return {
    all: moments.map((state) => state && orNull(state.agreed.all)),
    rows: rows.filter(({ shares }) => shares.some((share) => share !== null)),
  };
}
