/** Look-alikes of two sides: found by shared words, in any language, and nothing is ever left out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSides } from '../../../src/annotations/noteDrafts/alike.ts';
import type { SideNote } from '../../../src/annotations/noteDrafts/revealed.ts';
import { direction, exploration, sideNote } from './notes.ts';

const seed = 20261123;

/** What two people write in one lane; of each pair whether it says the same. */
const same: readonly (readonly [string, string])[] = [
  [
    'Cut the nightly backfill from 9 h to 2 h',
    'Bring the nightly backfill of the limit models below two hours',
  ],
  ['Decide which feature store stays', 'Choose one feature store, and retire the other feature store'],
  ['Mentor two engineers towards Senior', 'Mentoring: two engineers of the team become Senior'],
  ['Own the migration off the old scoring service', 'Migrate everybody off the old scoring service by June'],
  ['Write the design reviews down', 'Design reviews are written down'],
  ['Reduzir o tempo do job noturno para duas horas', 'O job noturno deve levar no máximo duas horas'],
  ['夜間バッチを二時間に短縮する', '夜間バッチを短縮する'],
  ['On-call: fewer than five pages a week', 'At most five pages a week for on-call'],
];
const different: readonly (readonly [string, string])[] = [
  ['Cut the nightly backfill from 9 h to 2 h', 'Mentor two engineers towards Senior'],
  ['Decide which feature store stays', 'Store less personal data in our logs'],
  ['Own the migration off the old scoring service', 'Talk to the risk team about the new limits'],
  ['Write the design reviews down', 'Write the on-call handbook'],
  ['Be there for the team', 'Set the direction for the team'],
  ['Know the cost of each model', 'Know who calls us at night'],
];

const compare = (one: string, other: string, more: Partial<SideNote> = {}) =>
  compareSides([sideNote('erin', 'a', one), sideNote('max', 'b', other, more)]);

describe('look-alikes', () => {
  test.each(same)('“%s” and “%s”', (one, other) => {
    expect(compare(one, other).alike).toHaveLength(1);
  });

  test.each(different)('but not “%s” and “%s”', (one, other) => {
    expect(compare(one, other).alike).toEqual([]);
  });

  test('are told with the words they share', () => {
    const { alike } = compare(
      'Cut the nightly backfill from 9 h to 2 h',
      'The nightly backfills take 2 h at most',
    );
    expect(alike[0]?.shared).toEqual(['nightly', 'backfill', '2']);
  });

  test('are looked for in the same lane first, and across lanes where more is shared', () => {
    const [a, far, near] = [
      sideNote('erin', 'a', 'Cut the nightly backfill to two hours'),
      sideNote('max', 'far', 'Cut the nightly backfill to two hours', { lane: exploration }),
      sideNote('max', 'near', 'Make the nightly backfill faster'),
    ];
    const idsOf = (notes: readonly SideNote[]) =>
      compareSides(notes).alike.map((one) => one.notes.map(({ id }) => id));
    expect(idsOf([a, far, near])).toEqual([['a', 'near']]);
    expect(idsOf([a, far])).toEqual([['a', 'far']]);
    expect(idsOf([a, { ...near, lane: exploration }])).toEqual([]);
  });

  test('of three people are one group, with one note of each at most', () => {
    const text = 'Decide which feature store stays';
    const { alike, alone } = compareSides([
      sideNote('erin', 'a', text),
      sideNote('erin', 'a2', text),
      sideNote('max', 'b', text),
      sideNote('pia', 'c', text),
    ]);
    expect(alike.map(({ notes }) => notes.map(({ user }) => user))).toEqual([['erin', 'max', 'pia']]);
    expect(alone.map(({ user }) => user)).toEqual(['erin']);
  });

  test('come out the same whatever came first, every note in one place, none with another of its own person', () => {
    const word = fc.constantFrom(
      'cut',
      'nightly',
      'backfill',
      'jobs',
      'job',
      'the',
      'team',
      'model',
      'models',
      '2',
      '',
    );
    const note = fc.record({
      user: fc.constantFrom('erin', 'max', 'pia'),
      text: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
      lane: fc.constantFrom(direction, exploration),
    });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (made, chance) => {
        const notes = made.map(({ user, text, lane }, i) => sideNote(user, `n${i}`, text, { lane }));
        const shuffled = notes
          .map((one) => [chance.next().value, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        const found = compareSides(notes);
        expect(compareSides(shuffled)).toEqual(found);
        const all = [...found.alike.flatMap((one) => one.notes), ...found.alone].map(({ id }) => id);
        expect(all.sort()).toEqual(notes.map(({ id }) => id).sort());
        for (const one of found.alike)
          expect(new Set(one.notes.map(({ user }) => user)).size).toBe(one.notes.length);
      }),
      { seed },
    );
  });

  test('are found in hostile text, and 300 notes are compared within a moment', () => {
    const odd = ['', ' ', '\u0000', '‮evil', '🙂'.repeat(3000), 'a'.repeat(10_000), '<img onerror=1>'];
    const notes = odd.flatMap((text, i) => [sideNote('erin', `a${i}`, text), sideNote('max', `b${i}`, text)]);
    expect(compareSides(notes).alike.length).toBeGreaterThan(3);
    const many = Array.from({ length: 300 }, (_, i) =>
      sideNote(
        i % 2 ? 'erin' : 'max',
        `n${i}`,
        `Cut job number ${i} of the nightly models to ${i % 7} hours`,
      ),
    );
    const before = performance.now();
    compareSides(many);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
