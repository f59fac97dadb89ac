/** The lists are data that people edit: these tests catch what would otherwise silently never match. */
import { describe, expect, test } from 'vitest';
import { languageCodes, languages } from '../../../src/workshop/ours/languages/languages.ts';
import { finder } from '../../../src/workshop/ours/phrases.ts';
import { voices } from '../../../src/workshop/ours/voices.ts';
import { plainForm, wordsOf } from '../../../src/workshop/ours/words.ts';

describe.each(languageCodes)('the lists of %s', (code) => {
  const { general, own, classes, common, marks } = languages[code];
  const phrases = [...Object.values(general), ...Object.values(own)].flat();
  const parts = phrases.flatMap((phrase) =>
    phrase
      .replace(/^\^/, '')
      .split(' ')
      .flatMap((part) => part.split('|')),
  );

  test('are written in plain form', () => {
    const words = [
      ...parts.filter((part) => !(part in classes)),
      ...Object.values(classes).join(' ').split(' '),
    ];
    expect(
      [...words, ...`${common} ${marks}`.split(/\s+/)].filter((word) => word !== plainForm(word)),
    ).toEqual([]);
  });

  test('name only classes that exist', () => {
    expect(parts.filter((part) => /^[A-Z]/.test(part) && !(part in classes))).toEqual([]);
  });

  test('have no empty alternative and no double space', () => {
    expect(
      phrases.filter((phrase) => phrase.split(' ').some((part) => part.split('|').includes(''))),
    ).toEqual([]);
  });

  test('have each phrase once', () => {
    const lists = [...Object.values(general), ...Object.values(own)];
    for (const list of lists)
      expect(list.filter((phrase, index) => list.indexOf(phrase) !== index)).toEqual([]);
  });

  test('have only words that a statement can hold', () => {
    const whole = parts.filter((part) => /^[a-z0-9]+$/.test(part));
    expect(whole.filter((word) => wordsOf(word).length !== 1)).toEqual([]);
  });

  test('come with a voice: every question is one, and short', () => {
    for (const question of Object.values(voices[code].questions)) {
      expect(question).toMatch(/\?$/);
      expect(question.length).toBeLessThan(75);
    }
  });
});

describe('a phrase', () => {
  const found = (phrase: string, text: string) =>
    finder([['x', [phrase]]], { COLOUR: 'red blue' })
      .find(wordsOf(text))
      .map(({ first, last }) => [first, last]);

  test.each([
    ['a b', 'A, b', [[0, 1]]],
    ['a|b c', 'b c', [[0, 1]]],
    ['sha* x', 'shaping x', [[0, 1]]],
    ['# days', '90 days', [[0, 1]]],
    ['in #|two days', 'in 3 days', [[0, 2]]],
    ['#|both of', '2 of', [[0, 1]]],
    ['a _ c', 'a whatever c', [[0, 2]]],
    ['from ~ to', 'from one two to', [[0, 3]]],
    ['COLOUR box', 'blue box', [[0, 1]]],
    ['from ~ to', 'from a b c d e f g to', []],
    ['a b', 'a. b', []],
    ['a', 'ab', []],
    [
      '^a|b c',
      'b c. a c',
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['^a', 'b a', []],
  ] as const)('%s in “%s”', (phrase, text, expected) => {
    expect(found(phrase, text)).toEqual(expected);
  });

  test('must begin with something to look it up by', () => {
    expect(() => finder([['x', ['_ a']]])).toThrow('begins with a word or a number');
  });
});
