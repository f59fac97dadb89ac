import { describe, expect, test } from 'vitest';
import { sheetLink } from '../../src/app/models/askForView.ts';
import { problemWords } from '../../src/app/models/problemWords.ts';
import { refusalWords } from '../../src/app/models/refusalWords.ts';
import { onlyInThisPage, savedWords } from '../../src/app/models/savedWords.ts';
import { namesIn, sheetLabel } from '../../src/app/models/startForm.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import type { SyncProblem } from '../../src/sync/sync.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { details } from '../support/sheets.ts';

describe('what the status line says', () => {
  const boards = ['saved', 'saving', 'slow', 'offline', 'refused'] as const;

  test.each([
    ['saved', 'good', 'Saved on this board'],
    ['saving', 'busy', 'Saved here, sending to the board…'],
    ['slow', 'busy', 'Saved here, syncing slowly'],
    ['offline', 'warn', 'Saved in this browser; the board gets it when you are back online'],
    ['refused', 'warn', 'Saved in this browser; the board refused it. Trying again'],
  ] as const)('when this browser has it and the board is %s', (board, tone, words) => {
    expect(savedWords({ browser: 'saved', board })).toEqual({ tone, words });
  });

  test.each(boards)('while this browser writes and the board is %s: nothing is called saved yet', (board) => {
    expect(savedWords({ browser: 'saving', board })).toEqual({ tone: 'busy', words: 'Saving…' });
  });

  test.each([
    ['memory', 'saved', 'good', 'Saved on this board, not in this browser: it blocks storage'],
    [
      'memory',
      'saving',
      'warn',
      'This browser blocks storage: keep the tab open until the board has your words',
    ],
    [
      'memory',
      'slow',
      'warn',
      'This browser blocks storage: keep the tab open until the board has your words',
    ],
    [
      'memory',
      'offline',
      'warn',
      'This browser blocks storage, and the board can’t be reached. Keep this tab open, or copy what matters',
    ],
    [
      'memory',
      'refused',
      'warn',
      'This browser blocks storage, and the board refuses. Keep this tab open, and copy what matters',
    ],
    ['failed', 'saved', 'good', 'Saved on this board, not in this browser: its storage may be full'],
    [
      'failed',
      'saving',
      'warn',
      'This browser could not save: keep the tab open until the board has your words',
    ],
    [
      'failed',
      'offline',
      'warn',
      'This browser could not save, and the board can’t be reached. Keep this tab open, or copy what matters',
    ],
    [
      'failed',
      'refused',
      'warn',
      'This browser could not save, and the board refuses. Keep this tab open, and copy what matters',
    ],
  ] as const)('when this browser is %s and the board is %s', (browser, board, tone, words) => {
    expect(savedWords({ browser, board })).toEqual({ tone, words });
  });

  test('closing the page is warned of exactly when neither the browser nor the board has the words', () => {
    const asked = (['saved', 'saving', 'memory', 'failed'] as const).map((browser) =>
      boards.filter((board) => onlyInThisPage({ browser, board })),
    );
    const unsaved = ['saving', 'slow', 'offline', 'refused'];
    expect(asked).toEqual([[], unsaved, unsaved, unsaved]);
  });

  test('never says saved on the strength of memory alone', () => {
    for (const board of ['saving', 'offline', 'slow', 'refused'] as const) {
      expect(savedWords({ browser: 'memory', board }).words).not.toMatch(/^Saved/);
    }
  });
});

test('reviewers are taken by commas, semicolons and lines, without empty names', () => {
  expect(namesIn(' Max Manager, , Pat Peer;Fay Facilitator\n')).toEqual([
    'Max Manager',
    'Pat Peer',
    'Fay Facilitator',
  ]);
});

test('a sheet is called by what is known of it', () => {
  expect(sheetLabel(details)).toBe('Staff Machine Learning Engineer · Credit limits · Erin Example');
  expect(sheetLabel({ ...details, team: '', engineer: '' })).toBe('Staff Machine Learning Engineer');
});

test('a link leads to the sheet’s frame, and to the board when the frame is not known', () => {
  expect(sheetLink('https://miro.com', 'uXj=', itemId('345'))).toBe(
    'https://miro.com/app/board/uXj%3D/?moveToWidget=345',
  );
  expect(sheetLink('https://miro.com', 'uXj=', null)).toBe('https://miro.com/app/board/uXj%3D/');
});

test('what sync left aside is told in one line, the most useful first', () => {
  const problem = (kind: SyncProblem['kind']): SyncProblem => ({ kind, document: null, who: null });
  expect(problemWords([])).toBeNull();
  expect(problemWords([problem('strange')])).toBeNull();
  expect(problemWords([problem('missing')])).toContain('tried again');
  expect(problemWords([problem('missing'), problem('newer')])).toContain('Reload');
});

test('every refusal says what did not happen and what to do next', () => {
  for (const reason of ['rate', 'gone', 'no-access', 'refused'] as const) {
    const words = refusalWords(new BoardRefusal(reason, 'an internal message'), 'add the note');
    expect(words).toContain('add the note');
    expect(words).not.toContain('internal');
    expect(words).toMatch(/try again|ask its owner|undo its removal/i);
  }
});
