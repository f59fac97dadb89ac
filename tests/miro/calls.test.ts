import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../src/miro/calls.ts';

describe('a refused call', () => {
  test.each([
    ['API rate limit: all 100000 credits per minute are used up.', 'rate'],
    ['Item not found: 3458764.', 'gone'],
    ['You may only view this board: changing it needs the right to edit.', 'no-access'],
    ['The board cannot be reached. Nothing was changed.', 'offline'],
    ['Failed to fetch', 'offline'],
    ['Something nobody has seen before', 'refused'],
  ])('that says “%s” is %s', (message, reason) => {
    expect(refusalOf(new Error(message)).reason).toBe(reason);
  });
});
