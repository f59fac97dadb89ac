/** What lies in the board's storage: heads, slices, the registry. Read with care, whatever is in there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksum, fromBase64, toBase64 } from '../../src/sync/bytes.ts';
import { mostSlices, sliceLength } from '../../src/sync/limits.ts';
import {
  entry,
  holdsAll,
  parseRegistry,
  type Registry,
  registryValue,
  united,
} from '../../src/sync/registry.ts';
import { type Head, isWhole, parseHead, parseSlice, planWriting } from '../../src/sync/slices.ts';
import { mergeUpdates } from '../../src/sync/updates.ts';

const holds = new Map([['max', 2]]);
const state = (text: string) => ({ text, digest: 'd', generation: 7, slot: 1, at: 9, holds }) as const;
const longText = (length: number): string => 'abcdefg'.repeat(Math.ceil(length / 7)).slice(0, length);

describe('bytes', () => {
  test('survive as text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
      { seed: 1, numRuns: 50 },
    );
    expect(fromBase64('no base64!')).toBe(null);
  });

  test('have a checksum that notices any one changed character', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (text, at, other) => {
          const place = at % text.length;
          const changed = text.slice(0, place) + other + text.slice(place + 1);
          expect(checksum(changed) === checksum(text)).toBe(changed === text);
        },
      ),
      { seed: 2, numRuns: 2_000 },
    );
  });

  test('of no updates are the update that changes nothing', () => {
    expect(mergeUpdates([])).toEqual(new Uint8Array([0, 0]));
  });
});

describe('a stored state', () => {
  test('that is short lies in its head', () => {
    const plan = planWriting('dev', 'doc', state('short'));
    expect(plan?.values).toEqual([
      {
        key: 'd/dev/doc',
        value: { v: 1, ...plan?.head, holds: { max: 2 }, holdsChecksum: expect.any(String) },
      },
    ]);
    expect(parseHead(plan?.values[0]?.value)).toEqual(plan?.head);
    expect(plan?.head.text).toBe('short');
  });

  test('that is long lies in slices under the limit, written before the head', () => {
    const text = longText(sliceLength * 2 + 1);
    const plan = planWriting('dev', 'doc', state(text));
    expect(plan?.values.map(({ key }) => key)).toEqual([
      's/dev/1/0/doc',
      's/dev/1/1/doc',
      's/dev/1/2/doc',
      'd/dev/doc',
    ]);
    const head = parseHead(plan?.values[3]?.value);
    if (typeof head === 'string') throw new Error(head);
    const slices = plan?.values.slice(0, 3).map(({ value }) => parseSlice(value, head)) ?? [];
    expect(slices.join('')).toBe(text);
    expect(isWhole(head, slices.join(''))).toBe(true);
    const longest = Math.max(...(plan?.values ?? []).map(({ value }) => JSON.stringify(value).length));
    expect(longest).toBeLessThan(64_000);
  });

  test('notices a slice that is missing, damaged or of another save', () => {
    const plan = planWriting('dev', 'doc', state(longText(sliceLength + 5)));
    const head = plan?.head as Head;
    const [first, second] = plan?.values.map(({ value }) => value) ?? [];
    expect(parseSlice(undefined, head)).toBe(null);
    expect(parseSlice({ ...(first as object), generation: 6 }, head)).toBe(null);
    const damaged = `${parseSlice(first, head)?.slice(0, -1)}X${parseSlice(second, head)}`;
    expect([damaged.length === head.length, isWhole(head, damaged)]).toEqual([true, false]);
  });

  test('that is too long for the board is not planned', () => {
    expect(planWriting('dev', 'doc', state('x'.repeat(sliceLength * mostSlices + 1)))).toBe(null);
  });

  test('of a newer version, or none at all, is told apart', () => {
    const good = planWriting('dev', 'doc', state('short'))?.values[0]?.value as object;
    expect(parseHead({ ...good, v: 2, text: { what: 'ever' } })).toBe('newer');
    const bad = [
      undefined,
      null,
      'text',
      [],
      {},
      { ...good, v: '1' },
      { ...good, slot: 5 },
      { ...good, slices: 2 },
      { ...good, slices: 0 },
      { ...good, text: null },
      { ...good, text: 'other' },
      { ...good, checksum: 5 },
      { ...good, generation: -1 },
    ];
    expect(bad.map(parseHead)).toEqual(bad.map(() => 'damaged'));
  });

  test('never breaks its reader', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['damaged', 'newer']).toContain(parseHead(value));
      }),
      { seed: 3 },
    );
  });
});

describe('the registry', () => {
  const registries = fc
    .array(fc.tuple(fc.constantFrom('a', 'b/c', 'd'), fc.constantFrom('x', 'y', 'z')))
    .map((all) => all.reduce<Registry>((sum, [name, device]) => united(sum, entry(name, device)), new Map()));

  test('travels unchanged, and only grows when united', () => {
    fc.assert(
      fc.property(registries, registries, (a, b) => {
        expect(parseRegistry(registryValue(a))).toEqual(a);
        const both = united(a, b);
        expect(registryValue(both)).toEqual(registryValue(united(b, a)));
        expect([holdsAll(both, a), holdsAll(both, b)]).toEqual([true, true]);
      }),
      { seed: 4 },
    );
  });

  test('reads nothing as empty, keeps what it understands, and knows a newer one', () => {
    expect(parseRegistry(undefined)).toEqual(new Map());
    expect(parseRegistry({ v: 1, documents: { a: ['x', 5], b: 'y', '': ['z'], c: [] } })).toEqual(
      entry('a', 'x'),
    );
    expect(parseRegistry({ v: 2 })).toBe('newer');
    expect([parseRegistry('text'), parseRegistry({ v: 1 }), parseRegistry([])]).toEqual([
      'damaged',
      'damaged',
      'damaged',
    ]);
  });
});
