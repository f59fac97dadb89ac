import { expect, test } from 'vitest';
import { balanceWords } from '../../../src/workshop/themes/balance.ts';

const words = (...notes: readonly number[]) =>
  balanceWords(
    ['Big-picture thinking', 'Execution', 'Leveling up'].map((title, i) => ({ title, notes: notes[i] ?? 0 })),
  );

test.each([
  [[2, 9, 0], '9 of 11 notes are Execution. None is in Leveling up.'],
  [[1, 9, 1], '9 of 11 notes are Execution.'],
  [[4, 4, 3], 'Of 11 notes: 4 Big-picture thinking, 4 Execution, 3 Leveling up.'],
  [[0, 4, 0], '4 of 4 notes are Execution. None is in Big-picture thinking or Leveling up.'],
  [[0, 1, 0], 'Of 1 note: 1 Execution. None is in Big-picture thinking or Leveling up.'],
  [[0, 0, 0], ''],
] as const)('%j notes in the pillars: %s', (notes, said) => {
  expect(words(...notes)).toBe(said);
});

test('one pillar alone has nothing to balance', () => {
  expect(balanceWords([{ title: 'Everything', notes: 5 }])).toBe('');
});
