import { expect, test } from 'vitest';
import { participantsOf } from '../../src/annotations/participants.ts';
import { userId } from '../../src/workshop/ids.ts';
import { desk, engineer, erin, manager, max, mona, peer } from './builders.ts';

const seen = (...args: Parameters<typeof participantsOf>) =>
  participantsOf(...args).map(({ user, role, confirmed, counts }) => [user, role, confirmed, counts]);

test('P1: the engineer is whom the sheet names, whatever they claim, desk or no desk', () => {
  expect(seen([engineer({ claim: 'peer' })], erin)).toEqual([['erin', 'engineer', true, true]]);
  expect(participantsOf([], erin)).toEqual([
    { user: erin, name: '', role: 'engineer', confirmed: true, counts: true },
  ]);
});

test('P2: a role counts once the engineer confirmed exactly what is claimed', () => {
  const all = [manager(), desk('max', { claim: 'manager' }), peer(), desk('quiet'), engineer()];
  expect(seen(all, erin)).toEqual([
    ['erin', 'engineer', true, true],
    ['max', 'manager', false, false],
    ['mona', 'manager', true, true],
    ['pia', 'peer', true, false],
    ['quiet', null, false, false],
  ]);
  expect(seen([engineer(), manager({ claim: 'peer' })], erin)[1]).toEqual(['mona', 'peer', false, false]);
});

test('P2: nobody but the engineer confirms, themselves included', () => {
  const self = desk('max', { claim: 'manager', confirmed: new Map([[max, 'manager']]) });
  const friend = manager({ confirmed: new Map([[max, 'manager']]) });
  expect(seen([engineer(), self, friend], erin).find(([user]) => user === max)).toEqual([
    'max',
    'manager',
    false,
    false,
  ]);
});

test('P3: nobody else becomes the engineer, even if confirmed', () => {
  const own = engineer({ confirmed: new Map([[mona, 'engineer']]) });
  expect(seen([own, manager({ claim: 'engineer' })], erin)[1]).toEqual(['mona', 'engineer', false, false]);
});

test('P4: without an engineer nobody is confirmed', () => {
  expect(seen([engineer(), manager()], null)).toEqual([
    ['erin', 'engineer', false, false],
    ['mona', 'manager', false, false],
  ]);
  expect(participantsOf([desk('a', { confirmed: new Map([[userId('a'), 'manager']]) })], null)).toHaveLength(
    1,
  );
});
