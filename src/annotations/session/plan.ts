/**
 * What a facilitator plans before a session begins, besides its agenda and people: what the sheets are about, where they
 * go on the board, whether there is one board for all. A plain value in the holder's claim, so that a closed tab, or
 * somebody else in the seat, goes on where it ended. Read with care; what is missing or unreadable is as at the start.
 */
import type { Point } from '../../base/box.ts';
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { asSessionMinutes } from '../../workshop/session/fitAgenda.ts';
import { type Lens, lenses } from '../../workshop/sheet.ts';
import { asNumber, asOneOf, asText, clip, field, longest } from '../entries.ts';

/** Where the sheets stand, as `board/cohort/grid.ts` has it. */
export interface PlannedSpot {
  readonly across: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly head: number;
  readonly corner: Point;
}

export interface SessionPlan {
  /** The role that the sheets are about. */
  readonly title: string;
  readonly team: string;
  readonly level: string;
  readonly lens: Lens;
  /** `one`: everybody on this board. `pair`: each engineer and their reviewers on one of their own. */
  readonly boards: 'one' | 'pair';
  /** Minutes of their own that the agenda is fitted to; null where a format has its own. */
  readonly minutes: number | null;
  /** Whether first notes are written unseen. */
  readonly unseen: boolean;
  /** When the first sheet was to be put on the board, ISO 8601; null before. */
  readonly createdAt: string | null;
  readonly spot: PlannedSpot | null;
  readonly overview: ItemId | null;
  /** The place of each person's sheet in the grid, by their id. */
  readonly places: ReadonlyMap<string, number>;
  /** Addresses of boards of their own, by the engineer's id. */
  readonly links: ReadonlyMap<string, string>;
}

export const firstPlan: SessionPlan = {
  ...{ title: '', team: '', level: '', lens: 'pillars', boards: 'one' },
  ...{ minutes: null, unseen: true },
  ...{ createdAt: null, spot: null, overview: null, places: new Map(), links: new Map() },
};

function spotFrom(value: unknown): PlannedSpot | null {
  const number = (of: unknown, key: string) => asNumber(field(of, key));
  const [cell, corner] = [field(value, 'cell'), field(value, 'corner')];
  const [across, head] = [number(value, 'across'), number(value, 'head')];
  const [width, height] = [number(cell, 'width'), number(cell, 'height')];
  const [x, y] = [number(corner, 'x'), number(corner, 'y')];
  if (
    across === null ||
    across < 1 ||
    head === null ||
    width === null ||
    height === null ||
    x === null ||
    y === null
  )
    return null;
  return { across: Math.trunc(across), head, cell: { width, height }, corner: { x, y } };
}

const entriesOf = (value: unknown): readonly [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

export function planIn(said: (what: string) => unknown): SessionPlan {
  const value = said('plan');
  const text = (key: string): string => clip(asText(field(value, key)) ?? '', longest.name);
  const overview = asText(field(value, 'overview'));
  const minutes = asNumber(field(value, 'minutes'));
  return {
    title: text('title'),
    team: text('team'),
    level: text('level'),
    lens: asOneOf(lenses)(field(value, 'lens')) ?? firstPlan.lens,
    boards: field(value, 'boards') === 'pair' ? 'pair' : 'one',
    minutes: minutes === null ? null : asSessionMinutes(minutes),
    unseen: field(value, 'unseen') !== false,
    createdAt: asText(field(value, 'createdAt')),
    spot: spotFrom(field(value, 'spot')),
    overview: overview ? itemId(overview) : null,
    places: new Map(
      entriesOf(field(value, 'places')).flatMap(([id, place]) =>
        Number.isSafeInteger(place) && Number(place) >= 0 ? [[id, Number(place)] as const] : [],
      ),
    ),
    links: new Map(
      entriesOf(field(value, 'links')).flatMap(([id, link]) => {
        const address = asText(link);
        return address ? [[id, clip(address, longest.line)] as const] : [];
      }),
    ),
  };
}

export const planJson = ({ places, links, ...plan }: SessionPlan) => ({
  ...plan,
  places: Object.fromEntries(places),
  links: Object.fromEntries(links),
});
