import { expect, test } from 'vitest';
import { lineCount, textHeight } from '../../src/workshop/textSize.ts';

const type = { size: 10 };

test('a text takes a line per line break and as many more as its words need', () => {
  expect(
    ['', 'one', 'one\ntwo', 'one two three four', 'a\n\nb'].map((text) => lineCount(text, 60, type)),
  ).toEqual([1, 1, 2, 2, 3]);
});

test('a word longer than the line is broken', () => {
  // 20 letters of 8.3 dp each, with a margin, on lines of 60 dp.
  expect(lineCount('m'.repeat(20), 60, type)).toBe(4);
});

test('bold, large, Chinese and emoji texts are wider', () => {
  const text = 'nnnnnnnnnn nnnnnnnnnn';
  const lines = [
    lineCount(text, 122, type),
    lineCount(text, 122, { size: 10, bold: true }),
    lineCount(text, 122, { size: 12 }),
    lineCount('汉字汉字汉字汉字汉字汉字', 122, type),
    lineCount('🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭', 122, type),
  ];
  expect(lines).toEqual([1, 2, 2, 2, 2]);
});

test('a height is a whole number of dp', () => {
  expect(textHeight('one\ntwo', 500, { size: 26 })).toBe(73);
});
