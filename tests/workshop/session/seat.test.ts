/** The rules F1 to F4 of the facilitator's seat; that what others said in older terms is ignored is sessionDocument.test.ts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { userId } from '../../../src/workshop/ids.ts';
import {
  type Claim,
  holderOf,
  isFree,
  mayTake,
  nextTerm,
  patience,
  ranked,
} from '../../../src/workshop/session/seat.ts';

const claim = (term: number, user: string, more: Partial<Claim> = {}): Claim => ({
  term,
  user: userId(user),
  name: user,
  at: '2026-11-20T12:00:00.000Z',
  left: false,
  offeredTo: null,
  ...more,
});
const someClaims = fc.uniqueArray(
  fc.record({ term: fc.integer({ min: 1, max: 4 }), user: fc.constantFrom('erin', 'fay', 'max', 'mona') }),
  { selector: ({ term, user }) => `${term}/${user}`, maxLength: 12 },
);

describe('the seat', () => {
  test('is held by the same person in whatever order claims arrive (F1)', () => {
    fc.assert(
      fc.property(
        someClaims.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const claims = (list: typeof all) => list.map(({ term, user }) => claim(term, user));
          expect(ranked(claims(shuffled))).toEqual(ranked(claims(all)));
        },
      ),
    );
  });

  test('goes to whoever claims next, and nobody’s later word in an older term brings it back', () => {
    const claims = [claim(1, 'fay'), claim(2, 'max')];
    expect(holderOf(claims)?.user).toBe('max');
    expect(holderOf([...claims, claim(nextTerm(claims), 'fay')])?.user).toBe('fay');
    expect(holderOf([...claims, claim(1, 'erin')])?.user).toBe('max');
    expect([holderOf([]), nextTerm([])]).toEqual([null, 1]);
  });

  test('has one holder when two claim it at once', () => {
    expect(holderOf([claim(3, 'mona'), claim(3, 'max')])?.user).toBe('max');
  });

  test('is free after a minute of silence of somebody who is not on the board, and after five wherever they are (F3)', () => {
    const free = (silent: number, onBoard: boolean | null, more: Partial<Claim> = {}) =>
      isFree(claim(1, 'fay', more), { silent, onBoard });
    expect([free(patience.gone - 1, false), free(patience.gone, false), free(patience.gone, null)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([free(patience.gone, true), free(patience.silent, true)]).toEqual([false, true]);
    expect([free(0, true, { left: true }), isFree(null, { silent: 0, onBoard: true })]).toEqual([true, true]);
  });

  test('may be taken by whom it is offered to, and by its holder only after leaving it (F4)', () => {
    const there = { silent: 0, onBoard: true };
    const offered = claim(1, 'fay', { offeredTo: userId('max') });
    expect(['max', 'mona', 'fay'].map((user) => mayTake(offered, userId(user), there))).toEqual([
      true,
      false,
      false,
    ]);
    expect(mayTake(claim(1, 'fay', { left: true }), userId('fay'), there)).toBe(true);
  });
});
