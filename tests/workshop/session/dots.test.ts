/** The rules D1 to D5 of dots. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemId } from '../../../src/workshop/ids.ts';
import { dotsEach, dotsFrom, giveDot, givenTo, takeDot, tally } from '../../../src/workshop/session/dots.ts';

const [a, b, c, gone] = ['a', 'b', 'c', 'gone'].map(itemId) as [
  ReturnType<typeof itemId>,
  ReturnType<typeof itemId>,
  ReturnType<typeof itemId>,
  ReturnType<typeof itemId>,
];
const notes = [a, b, c];

describe('dots', () => {
  test('are three each, and may all go to one note (D1)', () => {
    let given: readonly (typeof a)[] = [];
    for (let n = 0; n < 5; n += 1) given = giveDot(given, a);
    expect([given, givenTo(given, a)]).toEqual([[a, a, a], 3]);
    given = giveDot(takeDot(given, a), b);
    expect(given).toEqual([a, a, b]);
    expect(takeDot(given, c)).toBe(given);
  });

  test('beyond three are not counted, wherever they come from (D1)', () => {
    expect(dotsFrom([a, b, c, a, b])).toEqual([a, b, c]);
    expect(tally({ given: [[a, b, c, c, c, c]], notes, open: [] })).toEqual([
      { note: a, dots: 1 },
      { note: b, dots: 1 },
      { note: c, dots: 1 },
    ]);
    expect([dotsFrom('a'), dotsFrom([1, '', null, a])]).toEqual([[], [a]]);
  });

  test('of notes that are gone count for nothing (D2)', () => {
    expect(tally({ given: [[gone, gone, b]], notes, open: [] })).toEqual([{ note: b, dots: 1 }]);
  });

  test('that are equal stand by how far people differ, then as on the sheet (D3)', () => {
    const given = [[c, b, a]];
    expect(tally({ given, notes, open: [] }).map(({ note }) => note)).toEqual([a, b, c]);
    expect(tally({ given, notes, open: [c, b] }).map(({ note }) => note)).toEqual([c, b, a]);
    expect(tally({ given: [[c, b, a], [a]], notes, open: [c, b] }).map(({ note }) => note)).toEqual([
      a,
      c,
      b,
    ]);
  });

  test('of notes that were put together are added up, and stand with the first of them (D5)', () => {
    const given = [[a, c, c], [b]];
    expect(tally({ given, notes, open: [], groups: [[b, c]] })).toEqual([
      { note: b, dots: 3 },
      { note: a, dots: 1 },
    ]);
    // Equal dots: that people differ on one of a group brings the group first.
    expect(tally({ given: [[a, b]], notes, open: [c], groups: [[b, c]] }).map(({ note }) => note)).toEqual([
      b,
      a,
    ]);
  });

  test('are joined by votes that were taken over (D4)', () => {
    expect(
      tally({
        given: [[a]],
        notes,
        open: [],
        votes: new Map([
          [b, 4],
          [gone, 9],
        ]),
      }),
    ).toEqual([
      { note: b, dots: 4 },
      { note: a, dots: 1 },
    ]);
  });

  test('give the same order whoever’s come first, and as many as were given', () => {
    const some = fc.array(fc.constantFrom(a, b, c), { maxLength: dotsEach });
    fc.assert(
      fc.property(
        fc
          .array(some, { maxLength: 12 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.shuffledSubarray(notes),
        ([given, shuffled], open) => {
          const counted = tally({ given, notes, open });
          expect(tally({ given: shuffled, notes, open })).toEqual(counted);
          expect(counted.reduce((sum, { dots }) => sum + dots, 0)).toBe(given.flat().length);
        },
      ),
    );
  });
});
