/** Agreement over the closed rounds and now, in the panel's words. Read inside a component, it follows what arrives. */
import type { SheetState } from '../../../annotations/round.ts';
import { type TrendGroup, type TrendRow, trendOf } from '../../../annotations/trend.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import type { Lens } from '../../../workshop/sheet.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import type { Rounds } from './rounds.ts';

export interface TrendMoment {
  /** E.g. "Round 2", or "Now". */
  readonly title: string;
  /** Whether its figures are here. */
  readonly here: boolean;
  readonly looking: boolean;
}

export interface Trend {
  readonly moments: readonly TrendMoment[];
  readonly all: TrendRow['shares'];
  readonly rows: readonly TrendRow[];
  /** How now compares with the last round that is here; null where there is nothing to compare. */
  readonly words: string | null;
}

/** `most`: so many rounds, the newest ones; each takes a look at a document of its own. */
export function trendNow(view: SheetView, rounds: Rounds, by: Lens, most: number): Trend {
  const shown = rounds.list.value.slice(-most);
  const readings = shown.map(({ hash }) => rounds.reading(hash).value);
  const states = readings.map((reading): SheetState | null =>
    reading.kind === 'here' ? reading.record.content : null,
  );
  const now = rounds.now.value;
  const { all, rows } = trendOf([...states, now], groupsBy(view, by));
  return {
    moments: [
      ...shown.map(({ number }, index) => ({
        title: `Round ${number}`,
        here: states[index] !== null,
        looking: readings[index]?.kind === 'looking',
      })),
      { title: 'Now', here: now !== null, looking: now === null },
    ],
    all,
    rows,
    words: sinceWords(
      shown.map(({ number }) => number),
      all,
    ),
  };
}

const groupsBy = ({ template }: SheetView, by: Lens): readonly TrendGroup[] =>
  sheetColumns(template, by).map(({ id, title, lanes }) => ({
    key: id,
    // Rounds count by pillar, and by what stands beside the pillars.
    column: by === 'pillars' || lanes.some(({ pillar }) => pillar === null) ? id : null,
    title,
    lanes: lanes.map((lane) => lane.id),
  }));

function sinceWords(numbers: readonly number[], all: TrendRow['shares']): string | null {
  const now = all.at(-1);
  const last = all.slice(0, -1).findLastIndex((share) => share !== null);
  const before = all[last];
  if (!now || !before || numbers[last] === undefined) return null;
  return `${now.agreed} of ${now.total} notes are agreed now; in round ${numbers[last]} it was ${before.agreed} of ${before.total}.`;
}
