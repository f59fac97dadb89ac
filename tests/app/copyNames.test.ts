/** Which of this browser's databases a person may read. */
import { expect, test } from 'vitest';
import { copyName, otherBoards } from '../../src/app/main/copyNames.ts';

test('only the same person’s copies of other boards are found', () => {
  const names = [
    copyName('board-2', 'erin'),
    copyName('board-1', 'erin'),
    copyName('uXjVK=', 'erin'),
    copyName('board-3', 'mona'),
    copyName('board-4', 'not-erin'),
    copyName('board-5', 'mona/erin'),
    copyName('board/6', 'erin'),
    'other/board-7/erin',
    'rolewright//erin',
    '',
  ];
  expect(otherBoards(names, 'erin', 'board-1')).toEqual(['board-2', 'uXjVK=']);
});
