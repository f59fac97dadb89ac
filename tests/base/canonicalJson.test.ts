import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/base/canonicalJson.ts';

test('values are written as in the example of RFC 8785, 3.2.4', () => {
  const value = {
    numbers: [333_333_333.333_333_3, 1e30, 4.5, 2e-3, 0.000_000_000_000_000_000_000_000_001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\u002f',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys stand in the order of their UTF-16 units, as in RFC 8785, 3.2.3', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonicalJson(value).replaceAll(/"1":/g, '"_1":')))).toEqual([
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

test('a value is read back as it was, and keys in another order give the same text', () => {
  const key = fc.string({ unit: 'grapheme' }).filter((name) => name !== '__proto__');
  const value = fc.jsonValue({ stringUnit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value)), (entries) => {
      const once = Object.fromEntries(entries);
      const shuffled = Object.fromEntries(Object.entries(once).reverse());
      expect(canonicalJson(shuffled)).toBe(canonicalJson(once));
      expect(JSON.parse(canonicalJson(once))).toEqual(JSON.parse(JSON.stringify(once)));
    }),
    { seed: 20261204 },
  );
});

test.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [() => 1]])(
  '%s has no form in JSON',
  (value) => {
    expect(() => canonicalJson({ value })).toThrow('Not JSON');
  },
);
