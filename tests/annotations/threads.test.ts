import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../src/annotations/desk.ts';
import { participantsOf } from '../../src/annotations/participants.ts';
import { remarksIn, type Thread, threadsOf } from '../../src/annotations/threads.ts';
import { itemId } from '../../src/workshop/ids.ts';
import {
  desk,
  engineer,
  erin,
  manager,
  mona,
  note,
  one,
  peer,
  remark,
  suggestion,
  two,
  verdict,
} from './builders.ts';

const threads = (...desks: Desk[]): readonly Thread[] =>
  [...threadsOf(desks, participantsOf(desks, erin)).values()].flat();
const shape = (all: readonly Thread[]) =>
  all.map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)]);
const standing = (...desks: Desk[]) =>
  threads(...desks).map(({ first }) => [
    first.verdict?.value ?? null,
    first.verdict?.by ?? null,
    first.proposes,
  ]);

describe('threads', () => {
  test('T1: gather answers from all desks, however deep, in the order of their times', () => {
    const found = threads(
      engineer({ remarks: [remark('a'), remark('c', { answers: 'b', at: two })] }),
      manager({ remarks: [remark('b', { answers: 'a', at: one }), remark('d', { at: one })] }),
      peer({ remarks: [remark('e', { answers: 'a', at: two })] }),
    );
    expect(shape(found)).toEqual([['a', 'b', 'c', 'e'], ['d']]);
    expect(found[0]?.answers.map(({ author }) => author)).toEqual(['mona', 'erin', 'pia']);
    expect(found.map(({ parentMissing }) => parentMissing)).toEqual([false, false]);
  });

  test('T2: an answer without its parent still shows, and says so', () => {
    const [orphan] = threads(manager({ remarks: [remark('b', { answers: 'a' })] }));
    expect([orphan?.first.id, orphan?.parentMissing]).toEqual(['b', true]);
    const other = itemId('n2');
    const apart = threads(
      engineer({ remarks: [remark('a')] }),
      manager({ remarks: [remark('b', { answers: 'a', note: other, at: one })] }),
    );
    expect(apart.map(({ note: about, parentMissing }) => [about, parentMissing])).toEqual([
      [note.id, false],
      [other, true],
    ]);
  });

  test('T3: answers in a circle still show', () => {
    const circle = [
      remark('b', { answers: 'c' }),
      remark('c', { answers: 'b' }),
      remark('a', { answers: 'c' }),
      remark('z', { answers: 'z', at: one }),
    ];
    expect(shape(threads(manager({ remarks: circle })))).toEqual([['b', 'a', 'c'], ['z']]);
  });

  test('T4: the newest decision counts, and between equal times everybody sees the same one', () => {
    const asked = manager({ remarks: [remark('a')], verdicts: [verdict('a', 'reopened', two)] });
    expect(standing(engineer({ verdicts: [verdict('a', 'resolved', one)] }), asked)).toEqual([
      ['reopened', 'mona', false],
    ]);
    expect(standing(engineer({ verdicts: [verdict('a', 'resolved', two)] }), asked)).toEqual([
      ['reopened', 'mona', false],
    ]);
  });

  test('T5: a decision counts from those whose it is to take', () => {
    const by = (
      who: 'engineer' | 'manager' | 'stranger',
      value: Parameters<typeof verdict>[1],
      author = 'peer',
    ) => {
      const own = { verdicts: [verdict('a', value)] };
      const said = { remarks: [suggestion('a', 'x')] };
      return standing(
        engineer(who === 'engineer' ? own : {}),
        manager({ ...(who === 'manager' ? own : {}), ...(author === 'manager' ? said : {}) }),
        peer(author === 'peer' ? said : {}),
        desk('stranger', { claim: 'manager', ...(who === 'stranger' ? own : {}) }),
      )[0]?.[0];
    };
    expect([by('engineer', 'applied'), by('manager', 'applied')]).toEqual(['applied', null]);
    expect([by('engineer', 'declined'), by('manager', 'declined')]).toEqual(['declined', null]);
    expect(by('manager', 'declined', 'manager')).toBe('declined');
    expect(by('manager', 'applied', 'manager')).toBe(null);
    expect([by('manager', 'resolved'), by('stranger', 'resolved')]).toEqual(['resolved', null]);
  });

  test('T6: a suggestion proposes until something is decided, or its thread is resolved', () => {
    const asked = manager({ remarks: [suggestion('a', 'x')] });
    const decided = (value: Parameters<typeof verdict>[1]) =>
      standing(engineer({ verdicts: [verdict('a', value)] }), asked);
    expect(standing(engineer(), asked)).toEqual([[null, null, true]]);
    expect(decided('applied')).toEqual([['applied', 'erin', false]]);
    expect(decided('declined')).toEqual([['declined', 'erin', false]]);
    expect(decided('resolved')).toEqual([['resolved', 'erin', false]]);
    expect(decided('reopened')).toEqual([['reopened', 'erin', true]]);
  });

  test('T6, T7: a counter stands in for the suggestion it answers, until somebody declines it or it is taken', () => {
    const asked = manager({ remarks: [suggestion('a', 'x')] });
    const counter = suggestion('b', 'y', { answers: 'a', at: one });
    const standingAfter = (...verdicts: Desk['verdicts']) =>
      threads(engineer({ remarks: [counter], verdicts }), asked)
        .flatMap(remarksIn)
        .map(({ id, proposes, counteredBy }) => [id, proposes, counteredBy]);
    expect(standingAfter()).toEqual([
      ['a', true, 'b'],
      ['b', true, null],
    ]);
    expect(standingAfter(verdict('b', 'declined'))).toEqual([
      ['a', true, null],
      ['b', false, null],
    ]);
    expect(standingAfter(verdict('b', 'applied'))).toEqual([
      ['a', false, 'b'],
      ['b', false, null],
    ]);
    expect(standingAfter(verdict('b', 'reopened'))).toEqual(standingAfter());
  });

  test('T6: a counter to a counter settles them all once it is taken', () => {
    const found = threads(
      engineer({
        remarks: [suggestion('b', 'y', { answers: 'a', at: one })],
        verdicts: [verdict('c', 'applied', two)],
      }),
      manager({ remarks: [suggestion('a', 'x'), suggestion('c', 'z', { answers: 'b', at: two })] }),
    );
    expect(found.flatMap(remarksIn).map(({ id, proposes }) => [id, proposes])).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
    ]);
  });

  test('T7: nobody’s suggestion is shown as countered by somebody whose role does not count', () => {
    const stranger = desk('stranger', {
      claim: 'manager',
      remarks: [suggestion('b', 'y', { answers: 'a', at: one })],
    });
    const found = threads(engineer(), manager({ remarks: [suggestion('a', 'x')] }), stranger);
    expect(found.flatMap(remarksIn).map(({ id, counteredBy }) => [id, counteredBy])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  test('T7: suggestions that counter each other in a circle still show', () => {
    const circle = [suggestion('a', 'x', { answers: 'b' }), suggestion('b', 'y', { answers: 'a' })];
    expect(
      threads(manager({ remarks: circle }))
        .flatMap(remarksIn)
        .map(({ id, proposes }) => [id, proposes]),
    ).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });

  test('two desks with the same remark id both show', () => {
    expect(
      shape(threads(engineer({ remarks: [remark('a')] }), manager({ remarks: [remark('a', { at: one })] }))),
    ).toEqual([['a'], ['a']]);
  });

  test('every remark shows exactly once, whatever it claims to answer', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const some = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        answers: fc.option(fc.constantFrom(...ids, 'missing')),
        note: fc.constantFrom(itemId('n1'), itemId('n2')),
        at: fc.constantFrom(one, two),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, some, (hers, his) => {
        const make = (all: typeof hers) => all.map(({ id, ...said }) => remark(id, said));
        const found = threads(engineer({ remarks: make(hers) }), manager({ remarks: make(his) }));
        const shown = found.flatMap(({ first, answers }) => [first, ...answers]);
        const expected = [...hers.map(({ id }) => `erin ${id}`), ...his.map(({ id }) => `${mona} ${id}`)];
        expect(shown.map(({ author, id }) => `${author} ${id}`).sort()).toEqual(expected.sort());
        expect(
          found.every(({ note: about, answers }) => answers.every((answer) => answer.note === about)),
        ).toBe(true);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});
