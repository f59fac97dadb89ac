import { describe, expect, test } from 'vitest';
import { nextElements } from '../../src/local-board/view/state/detail.ts';

const ids = (text: string): string[] => text.split(' ').filter(Boolean);
const next = (
  present: string,
  wanted: string,
  room: number,
  more: { kept?: string; lingering?: string } = {},
) => {
  const { elements, unfinished } = nextElements({
    present: new Set(ids(present)),
    wanted: ids(wanted),
    kept: ids(more.kept ?? ''),
    lingering: ids(more.lingering ?? ''),
    room,
  });
  return [[...elements].sort().join(' '), unfinished];
};

describe('which items become elements', () => {
  test('as many as there is room for, the first first, and those that are already there stay', () => {
    expect(next('c', 'a b c d', 1)).toEqual(['a c', true]);
    expect(next('a c', 'a b c d', 2)).toEqual(['a b c d', false]);
  });

  test('what is no longer wanted goes, unless it may linger; then there is still something to do', () => {
    expect(next('a b', 'a', 5)).toEqual(['a', false]);
    expect(next('a b', 'a', 5, { lingering: 'a b c' })).toEqual(['a b', true]);
  });

  test('what is being edited or has the focus does not wait', () => {
    expect(next('', 'a b', 0, { kept: 'b z' })).toEqual(['b z', true]);
  });

  test('without room nothing comes and nothing that is there goes', () => {
    const wanted = Array.from({ length: 5000 }, (_, index) => `n${index}`).join(' ');
    expect(next('n3 n9', wanted, 0)).toEqual(['n3 n9', true]);
  });
});
