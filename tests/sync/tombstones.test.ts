/** What a deletion does to what the registry says, in whatever order the news of it arrives. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entry,
  holdsAll,
  parseRegistry,
  type Registry,
  registryValue,
  united,
} from '../../src/sync/registry.ts';
import { deletedIn, isDeleted, tombstone } from '../../src/sync/tombstones.ts';

const names = ['a', 'b/c', 'd'] as const;
const said = fc.tuple(fc.constantFrom(...names), fc.constantFrom('x', 'y', 'z', tombstone));
const registryOf = (all: readonly (readonly [string, string])[]): Registry =>
  all.reduce<Registry>((sum, [name, device]) => united(sum, entry(name, device)), new Map());
const registries = fc.array(said, { maxLength: 8 }).map(registryOf);
const value = (registry: Registry) => registryValue(registry);

describe('registries with deletions', () => {
  test('unite to the same whatever came first, however often', () => {
    fc.assert(
      fc.property(registries, registries, registries, (a, b, c) => {
        expect(value(united(a, b))).toEqual(value(united(b, a)));
        expect(value(united(united(a, b), c))).toEqual(value(united(a, united(b, c))));
        expect(value(united(a, a))).toEqual(value(a));
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  test('name no device of a deleted document, and forget no deletion', () => {
    fc.assert(
      fc.property(fc.array(said), fc.shuffledSubarray([...names]), (all, more) => {
        const deleted = new Set(all.filter(([, device]) => device === tombstone).map(([name]) => name));
        const later = more.reduce((sum, name) => united(sum, entry(name, 'late')), registryOf(all));
        expect(deletedIn(later)).toEqual([...deleted].sort());
        for (const name of deleted) expect([...(later.get(name) ?? [])]).toEqual([tombstone]);
      }),
      { seed: 52, numRuns: 500 },
    );
  });

  test('hold all of each part, and with all of it say no less than it', () => {
    fc.assert(
      fc.property(registries, registries, (a, b) => {
        const both = united(a, b);
        expect([holdsAll(both, a), holdsAll(both, b)]).toEqual([true, true]);
        expect(holdsAll(a, b)).toBe(JSON.stringify(value(united(a, b))) === JSON.stringify(value(a)));
      }),
      { seed: 53, numRuns: 500 },
    );
  });

  test('travel unchanged, and are put in order where somebody left devices beside a tombstone', () => {
    fc.assert(
      fc.property(registries, (registry) => {
        expect(parseRegistry(registryValue(registry))).toEqual(registry);
      }),
      { seed: 54 },
    );
    const read = parseRegistry({ v: 1, documents: { a: ['x', tombstone, 'y'], b: ['x'] } });
    expect(read).toEqual(united(entry('a', tombstone), entry('b', 'x')));
    expect(typeof read !== 'string' && [isDeleted(read, 'a'), isDeleted(read, 'b')]).toEqual([true, false]);
  });
});
