import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameText, saysTheSame } from '../../src/annotations/text.ts';

const alike: readonly (readonly [string, string])[] = [
  ['Own the search index', 'own the  Search\nindex.'],
  ['Own the search index', '“Own the search index!”'],
  ['Cut it, then hand it over', 'Cut it; then hand it over…'],
  ['a long-term plan', 'a long term plan'],
  ["the team's index", 'the team’s index'],
  ['3-5 teams', '3–5 teams'],
  ['(5 people) in 2026.', '5 people in 2026'],
  ['Decis\u00e3o t\u00e9cnica', 'DECISA\u0303O TE\u0301CNICA'],
  ['co\u00adordinate', 'coordinate'],
  ['技术方向。', '技术方向'],
  ['…', ' … '],
];

const different: readonly (readonly [string, string])[] = [
  ['Own the index', 'Co-own the index'],
  ['Cut it to 1.5 hours', 'Cut it to 15 hours'],
  ['Cut it to 1.5 hours', 'Cut it to 1 5 hours'],
  ['Grow by 5', 'Grow by -5'],
  ['Below 5 %', 'Below 5'],
  ['Teach C', 'Teach C++'],
  ['Teach C', 'Teach C#'],
  ['Spend 5', 'Spend $5'],
  ['the teams index', "the team's index"],
  ['re-sign', 'resign'],
  ['Ja', 'Jа'], // the second one is Cyrillic
  ['?', '!'],
  ['', '…'],
];

describe('a stance on one text stands for another', () => {
  test.each(alike)('%j and %j', (a, b) => {
    expect([saysTheSame(a, b), saysTheSame(b, a)]).toEqual([true, true]);
  });
  test.each(different)('but not for %j and %j', (a, b) => {
    expect([saysTheSame(a, b), saysTheSame(b, a)]).toEqual([false, false]);
  });
});

test('whatever stands in a text, white space never makes another of it, and what is the same also says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(saysTheSame(a, `\n ${a}  `)).toBe(true);
      expect(saysTheSame(a, b)).toBe(saysTheSame(b, a));
      if (sameText(a, b)) expect(saysTheSame(a, b)).toBe(true);
    }),
    { seed: 20261201 },
  );
});

test('words of letters and digits are never passed over', () => {
  const word = fc.stringMatching(/^[a-zà-ÿ0-9]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, fc.nat({ max: 8 }), (words, added, place) => {
      expect(saysTheSame(words.join(' '), words.toSpliced(place, 0, added).join(', '))).toBe(false);
    }),
    { seed: 20261202 },
  );
});
