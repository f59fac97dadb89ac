import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Participant } from '../../../src/annotations/participants.ts';
import type { NoteMark, ThemeMarks } from '../../../src/annotations/themes/themeMarks.ts';
import { touchedThemes } from '../../../src/annotations/themes/touched.ts';
import { itemId, type UserId } from '../../../src/workshop/ids.ts';
import { findThemes } from '../../../src/workshop/themes/findThemes.ts';
import { type ThemeId, themeIds } from '../../../src/workshop/themes/themes.ts';
import { erin, max, mona, noon } from '../builders.ts';

const n1 = itemId('n1');
const n2 = itemId('n2');
const notes = [
  { id: n1, found: findThemes('Sit with both juniors every Thursday') },
  { id: n2, found: findThemes('Delete the orphan tables') },
];
const person = (user: UserId, role: Participant['role'], confirmed: boolean): Participant => ({
  ...{ user, name: `${user} Example`, role, confirmed },
  counts: role === 'manager' && confirmed,
});
const participants = [
  person(erin, 'engineer', true),
  person(mona, 'manager', true),
  person(max, 'manager', false),
];
const said = (given: Partial<ThemeMarks>): ThemeMarks => ({ notes: [], role: [], unknown: 0, ...given });
const marked = (theme: ThemeId, note = n1, touches = true): NoteMark => ({ theme, note, touches, at: noon });

const state = (theme: ThemeId, marks: readonly (readonly [UserId, ThemeMarks])[] = []) => {
  const found = touchedThemes({ notes, participants, marks: new Map(marks) }).find(
    (one) => one.theme === theme,
  );
  if (!found) throw new Error(`No ${theme}`);
  return found;
};

describe('a theme', () => {
  test('T1: is touched by the words of a note', () => {
    const coaching = state('coaching');
    expect(coaching.state).toBe('touched');
    expect(coaching.notes.map(({ note, quotes }) => [note, quotes.length > 0])).toEqual([[n1, true]]);
    expect(state('strategy').state).toBe('untouched');
  });

  test('T1: is touched because somebody says so', () => {
    const strategy = state('strategy', [[mona, said({ notes: [marked('strategy', n2)] })]]);
    expect(strategy).toMatchObject({
      state: 'touched',
      notes: [{ note: n2, quotes: [], saidBy: [{ user: mona, name: 'mona Example' }] }],
    });
  });

  test('T2: a word against takes back what the words say, not what somebody else said', () => {
    const denies = [erin, said({ notes: [marked('coaching', n1, false)] })] as const;
    expect(state('coaching', [denies])).toMatchObject({
      state: 'untouched',
      denied: [{ note: n1, by: [{ user: erin }] }],
    });
    const agrees = [mona, said({ notes: [marked('coaching')] })] as const;
    expect(state('coaching', [denies, agrees])).toMatchObject({
      state: 'touched',
      notes: [{ note: n1, quotes: [], saidBy: [{ user: mona }] }],
    });
  });

  test('T3: is left out where no note touches it and somebody says that it is no part of the role', () => {
    const leaves = (theme: ThemeId) =>
      [erin, said({ role: [{ theme, reason: 'The lead does it', at: noon }] })] as const;
    expect(state('strategy', [leaves('strategy')])).toMatchObject({
      state: 'left-out',
      leftOut: [{ user: erin, reason: 'The lead does it' }],
    });
    expect(state('coaching', [leaves('coaching')])).toMatchObject({
      state: 'touched',
      leftOut: [{ user: erin }],
    });
  });

  test('T4: is not touched by the word of somebody whose role is not confirmed', () => {
    expect(state('strategy', [[max, said({ notes: [marked('strategy', n2)] })]]).state).toBe('untouched');
  });

  test('has the same state whatever the order in which desks arrive', () => {
    const mark = fc.record({
      theme: fc.constantFrom(...themeIds),
      note: fc.constantFrom(n1, n2),
      touches: fc.boolean(),
      at: fc.constant(noon),
    });
    const desk = fc.record({
      notes: fc.uniqueArray(mark, { maxLength: 4, selector: ({ theme, note }) => `${theme}/${note}` }),
      role: fc.array(
        fc.record({ theme: fc.constantFrom(...themeIds), reason: fc.constant(''), at: fc.constant(noon) }),
        { maxLength: 2 },
      ),
      unknown: fc.constant(0),
    });
    fc.assert(
      fc.property(desk, desk, desk, (a, b, c) => {
        const desks = [[erin, a] as const, [mona, b] as const, [max, c] as const];
        const read = (order: typeof desks) => touchedThemes({ notes, participants, marks: new Map(order) });
        expect(read(desks.toReversed())).toEqual(read(desks));
      }),
      { seed: 20261130 },
    );
  });
});
