import { expect, test } from 'vitest';
import { relativeWords } from '../../src/app/views/parts/relativeTime.tsx';

const now = Date.parse('2026-11-23T12:00:00.000Z');

test.each([
  ['2026-11-23T12:00:00.000Z', 'just now'],
  ['2026-11-23T11:59:01.000Z', 'just now'],
  ['2026-11-23T11:59:00.000Z', '1 min ago'],
  ['2026-11-23T11:00:01.000Z', '59 min ago'],
  ['2026-11-23T11:00:00.000Z', '1 h ago'],
  ['2026-11-22T12:00:01.000Z', '23 h ago'],
  ['2026-11-22T12:00:00.000Z', '1 d ago'],
  ['2026-10-25T12:00:00.000Z', '29 d ago'],
  ['2026-10-24T12:00:00.000Z', '1 mo ago'],
  ['2025-11-23T12:00:00.000Z', '1 y ago'],
  // A clock that is ahead of ours.
  ['2026-11-23T12:05:00.000Z', 'just now'],
  ['not a date', ''],
])('%s is told as "%s"', (at, words) => {
  expect(relativeWords(at, now)).toBe(words);
});
