import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInLadder } from '../../../src/workshop/ladder/builtInLadder.ts';
import { distanceOn, modeOf } from '../../../src/workshop/ladder/distance.ts';
import { inPaths, levelsOn, limits, paths } from '../../../src/workshop/ladder/ladder.ts';
import { someLadder } from './ladders.ts';

const from = (now: string, role: string) => {
  const distance = distanceOn(builtInLadder, now, role);
  return [distance, modeOf(distance)];
};

describe('the ladder to begin with', () => {
  test('forks after Senior into two paths', () => {
    const titles = paths.map((path) => levelsOn(builtInLadder, path).map(({ title }) => title));
    expect(titles.map((path) => [path[0], path.at(-1), path.length])).toEqual([
      ['Intern', 'Senior', 4],
      ['Staff', 'Distinguished', 5],
      ['Manager', 'Vice President', 5],
    ]);
    expect(inPaths(builtInLadder.levels)).toEqual(builtInLadder.levels);
  });

  test('says each level’s scope in one sentence that names no craft', () => {
    const ids = builtInLadder.levels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { scope } of builtInLadder.levels) {
      expect(scope).toMatch(/^[A-Z][^.]*\.$/);
      expect(scope.length).toBeLessThan(limits.text);
      expect(scope).not.toMatch(/software|data scien|machine learning|code|model|pipeline/i);
    }
  });
});

describe('the distance from a level to a role', () => {
  test('on one way up is the number of steps, and sets the mode', () => {
    expect(from('staff', 'staff')).toEqual([{ kind: 'at-level' }, 'job']);
    expect(from('senior', 'staff')).toEqual([{ kind: 'ahead', by: 1 }, 'stretch']);
    expect(from('senior', 'senior-manager')).toEqual([{ kind: 'ahead', by: 2 }, 'stretch']);
    expect(from('junior', 'principal')).toEqual([{ kind: 'ahead', by: 5 }, 'stretch']);
    expect(from('principal', 'senior')).toEqual([{ kind: 'behind', by: 3 }, 'job']);
  });

  test('from one path to the other is a change of path, also at the same height', () => {
    expect(from('manager', 'staff')).toEqual([
      { kind: 'across', from: 'management', to: 'technical', by: 0 },
      'stretch',
    ]);
    expect(from('director', 'senior-staff')).toEqual([
      { kind: 'across', from: 'management', to: 'technical', by: -1 },
      'stretch',
    ]);
  });

  test('is unknown, and so is the mode, where a level is not on the ladder', () => {
    expect(from('staff', 'wizard')).toEqual([null, null]);
  });

  test('is the same both ways but for the direction, on any ladder', () => {
    const three = someLadder.chain((ladder) => {
      const some = fc.constantFrom(...ladder.levels.map(({ id }) => id));
      return fc.tuple(fc.constant(ladder), some, some);
    });
    const signed = (distance: ReturnType<typeof distanceOn>) => {
      if (distance?.kind === 'behind') return -distance.by;
      return distance?.kind === 'at-level' ? 0 : (distance?.by ?? Number.NaN);
    };
    fc.assert(
      fc.property(three, ([ladder, one, other]) => {
        const [there, back] = [distanceOn(ladder, one, other), distanceOn(ladder, other, one)];
        expect(signed(there) + signed(back)).toBe(0);
        expect(there?.kind === 'across').toBe(back?.kind === 'across');
        expect(distanceOn(ladder, one, one)).toEqual({ kind: 'at-level' });
      }),
      { seed: 20261201 },
    );
  });
});
