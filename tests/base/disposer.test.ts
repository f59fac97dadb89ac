import { expect, test } from 'vitest';
import { disposers } from '../../src/base/disposer.ts';

test('an owner undoes what it collected once, the last first', () => {
  const undone: string[] = [];
  const owned = disposers();
  owned.add(() => undone.push('first'));
  owned.add(() => undone.push('second'));
  owned.dispose();
  owned.dispose();
  expect(undone).toEqual(['second', 'first']);
});

test('what comes after the owner has gone is undone at once', () => {
  const undone: string[] = [];
  const owned = disposers();
  owned.dispose();
  owned.add(() => undone.push('late'));
  expect(undone).toEqual(['late']);
});
