import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type StanceValue,
  stanceValues,
  type VerdictValue,
  verdictValues,
} from '../../src/annotations/desk.ts';
import { noteStates, stateOf } from '../../src/annotations/noteState.ts';
import { gatherTalk } from '../../src/annotations/talk.ts';
import { userId } from '../../src/workshop/ids.ts';
import {
  desk,
  engineer,
  erin,
  fay,
  manager,
  max,
  mona,
  note,
  peer,
  remark,
  stance,
  suggestion,
  talkOf,
  verdict,
} from './builders.ts';

const agree = { stances: stance('agree') };
const stale = (value: 'agree' | 'agree-if' | 'disagree') => ({
  stances: stance(value, { text: 'as it was' }),
});

const table: [string, Parameters<typeof talkOf>, string][] = [
  ['N1 the manager disagrees', [engineer(agree), manager({ stances: stance('disagree') })], 'disputed'],
  ['N1 the engineer does', [engineer({ stances: stance('disagree') }), manager(agree)], 'disputed'],
  [
    'N1 before N2: with a suggestion on the table',
    [
      engineer({ stances: stance('disagree'), remarks: [suggestion('r', 'other words')] }),
      manager({ stances: stance('agree-if') }),
    ],
    'disputed',
  ],
  ['N2 agree, if', [engineer(agree), manager({ stances: stance('agree-if') })], 'change-proposed'],
  [
    'N2 a peer suggests',
    [engineer(agree), manager(agree), peer({ remarks: [suggestion('r', 'x')] })],
    'change-proposed',
  ],
  [
    'N2 in an answer',
    [
      engineer({ ...agree, remarks: [remark('q')] }),
      manager({ ...agree, remarks: [suggestion('r', 'x', { answers: 'q' })] }),
    ],
    'change-proposed',
  ],
  ['N2 before N3', [engineer(stale('agree')), manager({ stances: stance('agree-if') })], 'change-proposed'],
  ['N3 the text has changed since', [engineer(agree), manager(stale('agree'))], 'changed'],
  ['N3 also since a disagreement', [engineer(agree), manager(stale('disagree'))], 'changed'],
  ['N3 also since a condition', [engineer(agree), manager(stale('agree-if'))], 'changed'],
  ['N4 both agree', [engineer(agree), manager(agree)], 'agreed'],
  [
    'N4 white space aside',
    [
      engineer(agree),
      manager({ stances: stance('agree', { text: ` ${note.text.replaceAll(' ', '\n ')} ` }) }),
    ],
    'agreed',
  ],
  [
    'N4 case and punctuation aside',
    [engineer(agree), manager({ stances: stance('agree', { text: `“${note.text.toUpperCase()}!”` }) })],
    'agreed',
  ],
  [
    'N9 a number is another number with another sign in it',
    [engineer(agree), manager({ stances: stance('agree', { text: note.text.replace('two', '2.5') }) })],
    'changed',
  ],
  [
    'N4 every manager has to',
    [
      engineer({ ...agree, confirmed: new Map([[max, 'manager']]) }),
      manager(agree),
      desk('max', { claim: 'manager' }),
    ],
    'open',
  ],
  ['N5 nobody said anything', [engineer(), manager()], 'open'],
  ['N5 the engineer has not', [engineer(), manager(agree)], 'open'],
  ['N6 not sure', [engineer(agree), manager({ stances: stance('not-sure') })], 'open'],
  ['N7 alone', [engineer(agree)], 'open'],
  ['N7 alone, in doubt', [engineer({ stances: stance('disagree') })], 'disputed'],
  [
    'N8 an unconfirmed manager disagrees',
    [engineer(agree), manager(agree), desk('max', { claim: 'manager', stances: stance('disagree') })],
    'agreed',
  ],
  ['N8 a peer disagrees', [engineer(agree), manager(agree), peer({ stances: stance('disagree') })], 'agreed'],
  [
    'N8 an unconfirmed peer suggests',
    [engineer(agree), manager(agree), desk('max', { claim: 'peer', remarks: [suggestion('r', 'x')] })],
    'agreed',
  ],
  [
    'N8 a facilitator suggests',
    [
      engineer({
        ...agree,
        confirmed: new Map([
          [fay, 'facilitator'],
          [mona, 'manager'],
        ]),
      }),
      manager(agree),
      desk('fay', { claim: 'facilitator', remarks: [suggestion('r', 'x')] }),
    ],
    'agreed',
  ],
  [
    'a suggestion that was applied proposes nothing',
    [
      engineer({ ...agree, verdicts: [verdict('r', 'applied')] }),
      manager({ ...agree, remarks: [suggestion('r', 'x')] }),
    ],
    'agreed',
  ],
  [
    'nor does one in a resolved thread',
    [
      engineer({ ...agree, remarks: [remark('q')], verdicts: [verdict('q', 'resolved')] }),
      manager({ ...agree, remarks: [suggestion('r', 'x', { answers: 'q' })] }),
    ],
    'agreed',
  ],
  [
    'nor one whose words stand there already',
    [engineer(agree), manager({ ...agree, remarks: [suggestion('r', `${note.text}\n`)] })],
    'agreed',
  ],
];

describe('the state of a note', () => {
  test.each(table)('%s', (_name, desks, state) => {
    expect(stateOf(note, talkOf(...desks))).toBe(state);
  });

  test.each(noteStates)('the table shows how a note becomes %s', (state) => {
    expect(table.map(([, , found]) => found)).toContain(state);
  });
});

const people = ['erin', 'mona', 'max', 'pia', 'fay'] as const;
const claims = {
  erin: 'engineer',
  mona: 'manager',
  max: 'manager',
  pia: 'peer',
  fay: 'facilitator',
} as const;

interface Words {
  readonly stance: { readonly value: StanceValue; readonly current: boolean } | null;
  readonly suggests: boolean;
  readonly decides: VerdictValue | null;
  readonly confirms: boolean;
}
const words: fc.Arbitrary<Words> = fc.record({
  stance: fc.option(fc.record({ value: fc.constantFrom(...stanceValues), current: fc.boolean() })),
  suggests: fc.boolean(),
  decides: fc.option(fc.constantFrom(...verdictValues)),
  confirms: fc.boolean(),
});
const everybody = fc.record({ erin: words, mona: words, max: words, pia: words, fay: words });

const deskFor = (who: (typeof people)[number], said: Words) =>
  desk(who, {
    claim: claims[who],
    confirmed: said.confirms ? new Map(people.map((other) => [userId(other), claims[other]])) : new Map(),
    stances: said.stance
      ? stance(said.stance.value, said.stance.current ? {} : { text: 'as it was' })
      : new Map(),
    remarks: said.suggests ? [suggestion(`r-${who}`, `${who}'s words`)] : [],
    verdicts: said.decides ? [verdict('r-mona', said.decides)] : [],
  });

describe('whatever is said', () => {
  test('the order in which desks arrive does not matter', () => {
    fc.assert(
      fc.property(everybody, fc.shuffledSubarray([...people], { minLength: 5 }), (said, order) => {
        const inOrder = gatherTalk(
          people.map((who) => deskFor(who, said[who])),
          erin,
        );
        const shuffled = gatherTalk(
          order.map((who) => deskFor(who, said[who])),
          erin,
        );
        expect(shuffled).toEqual(inOrder);
        expect(stateOf(note, shuffled)).toBe(stateOf(note, inOrder));
      }),
      { seed: 20261122 },
    );
  });

  test('nothing is agreed unless every counting person said so on their own desk', () => {
    fc.assert(
      fc.property(everybody, (said) => {
        const talk = gatherTalk(
          people.map((who) => deskFor(who, said[who])),
          erin,
        );
        const agrees = ({ stance: own }: Words) => own?.value === 'agree' && own.current;
        const unanimous = agrees(said.erin) && agrees(said.mona) && agrees(said.max) && said.erin.confirms;
        fc.pre(unanimous || stateOf(note, talk) === 'agreed');
        expect(unanimous).toBe(true);
      }),
      { seed: 20261123, numRuns: 20, maxSkipsPerRun: 5000 },
    );
  });

  test('the stances and decisions of those who do not count change no state', () => {
    fc.assert(
      fc.property(everybody, words, words, (said, max2, fay2) => {
        const quiet = { ...said, erin: { ...said.erin, confirms: false } };
        const own = (all: typeof said) =>
          stateOf(
            note,
            gatherTalk(
              people.map((who) => deskFor(who, all[who])),
              erin,
            ),
          );
        expect(own({ ...quiet, mona: max2, max: max2, pia: fay2, fay: fay2 })).toBe(own(quiet));
      }),
      { seed: 20261124 },
    );
  });
});
