import { describe, expect, test } from 'vitest';
import { sheetLink } from '../../src/app/models/askForView.ts';
import { problemWords } from '../../src/app/models/problemWords.ts';
import { refusalWords } from '../../src/app/models/refusalWords.ts';
import { savedWords } from '../../src/app/models/savedWords.ts';
import { namesIn, sheetLabel } from '../../src/app/models/startForm.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import type { SyncProblem } from '../../src/sync/sync.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { details } from '../support/sheets.ts';

describe('what the status line says', () => {
  test.each([
    [{ browser: 'saved', board: 'saved' }, 'good', 'Saved on this board'],
    [{ browser: 'saving', board: 'saved' }, 'busy', 'Saving…'],
    [{ browser: 'saved', board: 'saving' }, 'busy', 'Saved here, sending to the board…'],
    [{ browser: 'saved', board: 'slow' }, 'busy', 'Saved here, syncing slowly'],
    [
      { browser: 'saved', board: 'offline' },
      'warn',
      'Saved in this browser; the board gets it when you are back online',
    ],
    [
      { browser: 'saved', board: 'refused' },
      'warn',
      'Saved in this browser; the board refused it. Trying again',
    ],
    [{ browser: 'memory', board: 'saved' }, 'good', 'Saved on this board'],
    [
      { browser: 'memory', board: 'saving' },
      'warn',
      'This browser blocks storage: keep the tab open until the board has your words',
    ],
    [
      { browser: 'failed', board: 'saved' },
      'warn',
      'This browser could not save. Keep this tab open and copy what matters',
    ],
  ] as const)('%o', (state, tone, words) => {
    expect(savedWords(state)).toEqual({ tone, words });
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
