/** Agreement over several moments, per column as rounds told it, and per responsibility from their notes. */
import { expect, test } from 'vitest';
import type { RoundAgreement, RoundNote } from '../../src/annotations/round.ts';
import { type TrendGroup, trendOf } from '../../src/annotations/trend.ts';
import { itemId, laneId } from '../../src/workshop/ids.ts';

const [glue, alsoGlue, mentoring] = [
  laneId('execution', 'being-glue'),
  laneId('leveling-up', 'being-glue'),
  laneId('leveling-up', 'mentorship'),
];
const note = (id: string, state: RoundNote['state'], ...lanes: RoundNote['lanes']): RoundNote => ({
  ...{ id: itemId(id), text: id, lanes, gone: state === null, state },
  ...{ stances: [], threads: [], retired: [] },
});
const agreed: RoundAgreement = {
  all: { agreed: 2, total: 4 },
  columns: [
    { column: 'execution', agreed: 1, total: 1 },
    { column: 'leveling-up', agreed: 1, total: 3 },
  ],
};
const first = {
  agreed,
  notes: [
    note('a', 'agreed', glue),
    note('b', 'open', alsoGlue),
    note('c', 'agreed', mentoring),
    note('d', 'disputed', mentoring),
    // Neither counts: between two lanes, and gone.
    note('e', 'agreed', glue, mentoring),
    note('f', null),
  ],
};
const group = (key: string, column: string | null, ...lanes: TrendGroup['lanes']): TrendGroup => ({
  ...{ key, column, title: key, lanes },
});

test('by pillar it is what each round said, by responsibility what its notes say', () => {
  const byPillar = [
    group('execution', 'execution', glue),
    group('leveling-up', 'leveling-up', alsoGlue, mentoring),
  ];
  const byResponsibility = [group('glue', null, glue, alsoGlue), group('mentoring', null, mentoring)];
  const shares = (groups: readonly TrendGroup[]) =>
    trendOf([first], groups).rows.map(({ key, shares: [share] }) => [key, share?.agreed, share?.total]);
  expect(shares(byPillar)).toEqual([
    ['execution', 1, 1],
    ['leveling-up', 1, 3],
  ]);
  expect(shares(byResponsibility)).toEqual([
    ['glue', 1, 2],
    ['mentoring', 1, 2],
  ]);
});

test('what is not here, or had no notes, has no figure, and what never had any has no row', () => {
  const empty = { agreed: { all: { agreed: 0, total: 0 }, columns: [] }, notes: [] };
  const trend = trendOf(
    [empty, null, first],
    [group('glue', null, glue), group('nowhere', 'nowhere', laneId('x', 'y'))],
  );
  expect(trend).toEqual({
    all: [null, null, agreed.all],
    rows: [{ key: 'glue', title: 'glue', shares: [null, null, { agreed: 1, total: 1 }] }],
  });
});
