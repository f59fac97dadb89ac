import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directionOf, stretches } from '../../src/export/direction.ts';
import { fixed, hostileText } from './hostileText.ts';

describe('direction', () => {
  test.each([
    ['plain English', 'ltr'],
    ['שלום', 'rtl'],
    ['2026: مرحبا', 'rtl'],
    ['Platform مع', 'ltr'],
    ['', 'ltr'],
    ['123 !', 'ltr'],
  ])('%j runs %s: its first letter decides', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });

  test('a text turns where its letters do; what is neutral goes with what is before it', () => {
    expect(stretches('(1) כולל SLA, ברור')).toEqual([
      { text: '(1) כולל ', direction: 'rtl' },
      { text: 'SLA, ', direction: 'ltr' },
      { text: 'ברור', direction: 'rtl' },
    ]);
  });

  test('nothing is lost in parting a text, and neighbours always differ', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const found = stretches(text);
        expect(found.map((stretch) => stretch.text).join('')).toBe(text);
        expect(found.some((one, at) => one.direction === found[at + 1]?.direction)).toBe(false);
      }),
      fixed,
    );
  });
});
