/** Giving views unseen, in words: what each person reads about themselves and the others. */
import { expect, test } from 'vitest';
import type { Participant } from '../../src/annotations/participants.ts';
import type { Progress } from '../../src/annotations/unseen.ts';
import { countWords, unseenWords } from '../../src/app/models/unseen/unseenWords.ts';
import { savedWords } from '../../src/app/models/words/savedWords.ts';
import type { Role } from '../../src/workshop/roles.ts';
import { erin, max, noon, note, pia, remark, stance, verdict } from '../annotations/builders.ts';

const person = (user: typeof erin, name: string, role: Role): Participant => ({
  user,
  name,
  role,
  confirmed: true,
  counts: role === 'engineer' || role === 'manager',
});
const how = (who: Participant, done: boolean, looked = 0): Progress => ({ person: who, done, looked });
const [Erin, Max, Pia] = [
  person(erin, 'Erin', 'engineer'),
  person(max, 'Max', 'manager'),
  person(pia, 'Pia', 'peer'),
];

const lines = (
  stage: 'drafting' | 'waiting',
  people: readonly Progress[],
  { me = erin, hasManager = true } = {},
) => {
  const { first, others } = unseenWords({ stage, people, hasManager }, { me, looked: 12, total: 20 });
  return [first, others];
};

const mine = 'Your views stay in this browser until you say done. 12 of 20 looked at.';

test.each([
  [
    'at the beginning',
    lines('drafting', [how(Erin, false), how(Max, false)]),
    [mine, 'Max has looked at 0 of 20.'],
  ],
  ['the other is further', lines('drafting', [how(Erin, false), how(Max, true)]), [mine, 'Max is done.']],
  [
    'more looked at than there are notes by now',
    lines('drafting', [how(Erin, false), how(Max, false, 25)]),
    [mine, 'Max has looked at 20 of 20.'],
  ],
  [
    'a peer who has not begun is not spoken of',
    lines('drafting', [how(Erin, false), how(Pia, false)]),
    [mine, ''],
  ],
  [
    'I am done',
    lines('waiting', [how(Erin, true), how(Max, false, 3)]),
    ['You are done.', 'Max has looked at 3 of 20. You’ll both see both once Max is done, too.'],
  ],
  [
    'there is no manager yet',
    lines('waiting', [how(Erin, true)], { hasManager: false }),
    ['You are done.', 'All is shown once a manager has joined, is confirmed and is done, too.'],
  ],
  [
    'a peer is done before both',
    lines('waiting', [how(Erin, false, 1), how(Max, false), how(Pia, true)], { me: pia }),
    [
      'You are done.',
      'Erin has looked at 1 of 20. Max has looked at 0 of 20. Everybody’s views are shown once Erin and Max are done, too.',
    ],
  ],
])('%s', (_, told, expected) => {
  expect(told).toEqual(expected);
});

test('what was left behind is counted by kind', () => {
  const [agree] = stance('agree').values();
  if (!agree) throw new Error('no stance');
  const view = { kind: 'stance', word: agree } as const;
  const cleared = { kind: 'cleared', word: { note: note.id, at: noon } } as const;
  const said = { kind: 'remark', word: remark('r1') } as const;
  const decided = { kind: 'verdict', word: verdict('r1', 'resolved') } as const;
  expect([countWords([view]), countWords([view, cleared, said]), countWords([decided, said, said])]).toEqual([
    '1 view',
    '2 views and 1 remark',
    '2 remarks and 1 decision',
  ]);
});

test('the status line says that unseen words are in this browser, and warns where it keeps nothing', () => {
  const well = { reach: 'well', behind: 0 } as const;
  const words = (browser: 'saved' | 'memory' | 'failed', reach: 'well' | 'offline' = 'well') =>
    savedWords({ browser, board: 'saved' }, { ...well, reach }, true);
  expect([words('saved'), words('saved', 'offline')]).toEqual([
    { tone: 'good', words: 'Saved in this browser' },
    { tone: 'warn', words: 'Saved in this browser; the board can’t be reached now' },
  ]);
  expect([words('memory').tone, words('failed').tone]).toEqual(['warn', 'warn']);
});
