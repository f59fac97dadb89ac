/** The people of a session, as somebody pastes and pairs them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { userId } from '../../../src/workshop/ids.ts';
import {
  inThrees,
  isAmong,
  mostPeople,
  namesFrom,
  peopleFrom,
  reviewersOf,
  type SessionPerson,
  tidyPeople,
} from '../../../src/workshop/session/people.ts';

const person = (id: string, more: Partial<SessionPerson> = {}): SessionPerson => ({
  id,
  name: `Person ${id}`,
  user: null,
  role: 'engineer',
  sheet: null,
  reviews: [],
  ...more,
});
const engineers = (count: number) => Array.from({ length: count }, (_, at) => person(`p${at}`));

describe('names that somebody pastes', () => {
  test('are taken one by one, however they are listed', () => {
    const text =
      'Erin Example\n- Max  Manager\n2. Mona Example <mona@example.org>; Ada Example,\n• José Example\n\n';
    expect(namesFrom(text)).toEqual({
      names: ['Erin Example', 'Max Manager', 'Mona Example', 'Ada Example', 'José Example'],
      repeated: [],
    });
  });

  test('count once when they are pasted twice, in whatever capitals', () => {
    expect(namesFrom('Erin Example\nMax Manager\nerin  example\nJose Example\nJosé Example')).toEqual({
      names: ['Erin Example', 'Max Manager', 'Jose Example', 'José Example'],
      repeated: ['erin example'],
    });
  });

  test('are cut at a length that a sheet can show, and never become none or broken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const name of namesFrom(text.toWellFormed()).names) {
          expect(name.trim()).toBe(name);
          expect([...name].length).toBeGreaterThan(0);
          expect([...name].length).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});

test('two people of one name are two where the board knows them apart, and one where it does not', () => {
  const erin = person('a', { name: 'Erin Example', user: userId('e1') });
  expect(isAmong([erin], 'Erin Example', userId('e2'))).toBe(false);
  expect(isAmong([erin], 'Somebody', userId('e1'))).toBe(true);
  expect(isAmong([erin], 'erin example', null)).toBe(true);
});

describe('reviewing in threes', () => {
  test.each([
    [1, [1]],
    [2, [2]],
    [3, [3]],
    [4, [4]],
    [5, [3, 2]],
    [7, [3, 4]],
    [12, [3, 3, 3, 3]],
  ])('puts %i engineers into groups of %j', (count, sizes) => {
    const people = inThrees(engineers(count));
    const groups = new Set(people.map(({ id, reviews }) => [id, ...reviews].sort().join()));
    expect([...groups].map((group) => group.split(',').length).sort()).toEqual(sizes.toSorted());
  });

  test('leaves what managers review as it is', () => {
    const manager = person('m', { role: 'manager', reviews: ['p0', 'p1'] });
    const people = inThrees([...engineers(3), manager]);
    expect(people.at(-1)).toEqual(manager);
    expect(reviewersOf(people, 'p0').map(({ id }) => id)).toEqual(['p1', 'p2', 'm']);
  });
});

describe('people in a document', () => {
  test('are read as they were written', () => {
    const people = tidyPeople([
      person('a', { user: userId('e1'), reviews: ['b'] }),
      person('b'),
      person('m', { role: 'manager', reviews: ['a', 'b'] }),
    ]);
    expect(peopleFrom(JSON.parse(JSON.stringify(people)))).toEqual({ people, unknown: 0 });
  });

  test('that can’t be read are counted; nobody reviews themselves, a manager, or somebody who is not there', () => {
    const list = [
      person('a', { reviews: ['a', 'b', 'b', 'gone', 'm'] }),
      person('b'),
      person('m', { role: 'manager' }),
      person('a'),
      { ...person('c'), role: 'king' },
      { ...person('d'), name: '  ' },
      null,
    ];
    const { people, unknown } = peopleFrom(list);
    expect([people.map(({ id, reviews }) => [id, reviews]), unknown]).toEqual([
      [
        ['a', ['b']],
        ['b', []],
        ['m', []],
      ],
      4,
    ]);
    expect([peopleFrom(undefined), peopleFrom({})]).toEqual([
      { people: [], unknown: 0 },
      { people: [], unknown: 1 },
    ]);
    expect(peopleFrom(engineers(mostPeople + 5))).toMatchObject({ unknown: 5 });
  });
});
