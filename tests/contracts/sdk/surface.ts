/** That the contract speaks of the whole SDK: every member of its types is called by some sentence before this one. */
import { describe, expect, test } from 'vitest';
import { memberNames, properties } from './members.ts';
import type { Seen } from './watched.ts';

export function surfaceContract(seen: Seen): void {
  describe('the whole surface', () => {
    test("every member of the SDK's types is called by some sentence [websdk-types]", () => {
      expect(memberNames.filter((name) => !seen.called.has(name))).toEqual([]);
    });

    test.each(Object.entries(properties))(
      '%s has the properties of its type and no others [websdk-types]',
      (type, listed) => {
        const found = seen.properties.get(type) ?? new Map<string, number>();
        const count = seen.items.get(type) ?? 0;
        const known = Object.entries(listed);
        expect(count, 'some sentence has met one').toBeGreaterThan(0);
        expect([...found.keys()].filter((name) => !Object.hasOwn(listed, name))).toEqual([]);
        const unmet = known.filter(([name, how]) => (how === 'never') === found.has(name));
        expect(unmet.map(([name]) => name)).toEqual([]);
        expect(known.filter(([name, how]) => how === 'always' && found.get(name) !== count)).toEqual([]);
      },
    );
  });
}
