/** A closed round as a document, and the history of rounds. */
import { describe, expect, test } from 'vitest';
import type { NumberedRound } from '../../src/annotations/numberedRounds.ts';
import type { RoundContent, RoundNote } from '../../src/annotations/round.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import type { SignedRound } from '../../src/annotations/signOffs.ts';
import { jobDescription } from '../../src/export/jobDescription.ts';
import { pastRounds } from '../../src/export/pastRounds.ts';
import { roundThen } from '../../src/export/roundThen.ts';
import { itemId, laneId, userId } from '../../src/workshop/ids.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { details } from '../support/sheets.ts';

const [erin, mona] = [userId('erin'), userId('mona')];
const people = [
  { user: erin, name: '', role: 'engineer' as const, confirmed: true, counts: true },
  { user: mona, name: 'Mona Example', role: 'manager' as const, confirmed: true, counts: true },
];
const direction = laneId('big-picture', 'technical-direction');
const glue = laneId('execution', 'being-glue');
const at = '2026-11-20T12:00:00.000Z';

const note = (id: string, more: Partial<RoundNote> = {}): RoundNote => ({
  id: itemId(id),
  text: `Words of ${id}`,
  lanes: [direction],
  gone: false,
  state: 'open',
  stances: [],
  threads: [],
  retired: [],
  ...more,
});

const roundOf = (notes: readonly RoundNote[]): RoundContent => ({
  number: 2,
  previous: null,
  note: 'After the planning week',
  details: { ...details, template: 'staff-role', engineer: 'Erin Example' },
  engineer: erin,
  people,
  notes,
  agreed: { all: { agreed: 1, total: 3 }, columns: [] },
});

const documentOf = (round: RoundContent, order: readonly string[] = []) =>
  jobDescription({
    told: roundThen(round, order.map(itemId)),
    template: staffRole,
    status: { kind: 'round', at, hash: 'a'.repeat(64) },
  });

describe('a closed round as a document', () => {
  test('holds its notes in their places, in the order in which they lie now, then those that are no longer there', () => {
    const description = documentOf(
      roundOf([note('n1'), note('n2'), note('n3'), note('n4', { lanes: [glue] })]),
      ['n3', 'n1'],
    );
    const found = description.pillars.flatMap(({ responsibilities }) =>
      responsibilities.flatMap(({ title, notes }) => notes.map(({ id }) => `${title}: ${id}`)),
    );
    expect(found).toEqual([
      'Technical direction: n3',
      'Technical direction: n1',
      'Technical direction: n2',
      'Being glue: n4',
    ]);
  });

  test('keeps what was on a border, astray, and gone with its reasons', () => {
    const description = documentOf(
      roundOf([
        note('n1', { lanes: [direction, glue] }),
        note('n2', { lanes: [] }),
        note('n3', {
          ...{ lanes: [], gone: true, state: null },
          retired: [{ by: erin, reason: 'The platform team does it', at }],
        }),
      ]),
    );
    expect(description.unplaced.map(({ id, between }) => [id, between])).toEqual([
      ['n1', ['Big-picture thinking › Technical direction', 'Execution › Being glue']],
      ['n2', []],
    ]);
    expect(description.gone.map(({ id, because }) => [id, because])).toEqual([
      [
        'n3',
        [
          {
            who: { name: 'Erin Example', role: 'engineer', confirmed: true },
            reason: 'The platform team does it',
          },
        ],
      ],
    ]);
  });

  test('says of a stance whether it was about those very words, and tells threads in order', () => {
    const remark = { text: 'Why?', wording: null, proposes: false, at };
    const [first] =
      documentOf(
        roundOf([
          note('n1', {
            state: 'agreed',
            stances: [
              { user: erin, value: 'agree', reason: '', text: null, at },
              { user: mona, value: 'agree', reason: 'yes', text: 'Other words', at },
            ],
            threads: [
              {
                remarks: [
                  { id: 'r1', by: mona, ...remark },
                  { id: 'r2', by: userId('left'), ...remark },
                ],
              },
            ],
          }),
        ]),
      ).pillars[0]?.responsibilities[0]?.notes ?? [];
    expect(first?.stances.map(({ who, earlierText }) => [who.name, earlierText])).toEqual([
      ['Erin Example', false],
      ['Mona Example', true],
    ]);
    expect(
      first?.threads.map(({ id, who, answers }) => [id, who.name, answers.map((one) => one.who.name)]),
    ).toEqual([['r1', 'Mona Example', ['']]]);
  });

  test('agreement is counted as the round itself counts it', () => {
    const { agreement, open } = documentOf(
      roundOf([
        note('n1', { state: 'agreed' }),
        note('n2'),
        note('n3', { state: 'disputed' }),
        note('n4', { lanes: [] }),
      ]),
    );
    expect(agreement).toEqual({ notes: 3, agreed: 1 });
    expect(open.map(({ note: { id }, place }) => `${id} in ${place}`)).toEqual([
      'n3 in Big-picture thinking › Technical direction',
      'n2 in Big-picture thinking › Technical direction',
    ]);
  });
});

describe('the history of rounds', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((sign) => sign.repeat(64) as Hash) as [Hash, Hash, Hash];
  const closed = (hash: Hash, number: number, by = [erin]) => ({ hash, number, previous: null, at, by });
  const rounds: readonly NumberedRound[] = [
    { ...closed(a, 1), beside: [] },
    { ...closed(b, 2, [mona, erin]), beside: [closed(c, 2)] },
  ];
  const key = 'B'.padEnd(87, 'x') as SignedRound['signatures'][number]['device'];
  const signed: readonly SignedRound[] = [
    {
      ...{ hash: b, number: 2, listed: 'the round', onNewDevices: [], signed: false },
      signatures: [{ user: mona, device: key, role: 'manager', at, trust: 'vouched for', counts: true }],
      waitingFor: [erin],
    },
  ];
  const told = pastRounds({
    rounds,
    signed,
    participants: [{ ...people[1], name: 'Mona N. Example' } as (typeof people)[number]],
    contentOf: (hash) => (hash === b ? roundOf([]) : null),
  });

  test('tells each round by its number, those closed beside it by a letter', () => {
    expect(told.map(({ title, hash }) => [title, hash[0]])).toEqual([
      ['Round 1', 'a'],
      ['Round 2', 'b'],
      ['Round 2b', 'c'],
    ]);
  });

  test('people are called as they are today, else as in the round, and who is neither stays without a name', () => {
    expect(told.map(({ by }) => by)).toEqual([[''], ['Mona N. Example', ''], ['']]);
  });

  test('what has not arrived shows no figures, and what has shows its signatures and whom it waits for', () => {
    expect(told.map(({ agreement, note: words }) => [agreement, words])).toEqual([
      [null, ''],
      [{ notes: 3, agreed: 1 }, 'After the planning week'],
      [null, ''],
    ]);
    expect(told[1]).toMatchObject({
      signatures: [
        { who: { name: 'Mona N. Example', role: 'manager', confirmed: true }, at, trust: 'vouched for' },
      ],
      signed: false,
      waitingFor: [''],
    });
  });
});
