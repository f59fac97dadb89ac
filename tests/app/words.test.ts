import { describe, expect, test } from 'vitest';
import { sheetLink } from '../../src/app/models/board/sheetLink.ts';
import { namesIn } from '../../src/app/models/drop/detailsFrom.ts';
import { onlyInThisPage } from '../../src/app/models/sheet/onlyInThisPage.ts';
import { sheetLabel } from '../../src/app/models/sheet/sheetLabel.ts';
import { problemWords } from '../../src/app/models/words/problemWords.ts';
import { refusalWords } from '../../src/app/models/words/refusalWords.ts';
import { savedWords } from '../../src/app/models/words/savedWords.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import type { SyncProblem } from '../../src/sync/sync.ts';
import { itemId } from '../../src/workshop/ids.ts';
import { details } from '../support/sheets.ts';

describe('what the status line says', () => {
  const browsers = ['saved', 'saving', 'memory', 'failed'] as const;
  const boards = ['saved', 'saving', 'slow', 'offline', 'refused'] as const;
  const reaches = ['joining', 'well', 'slow', 'offline', 'refused'] as const;
  const well = { reach: 'well', behind: 0 } as const;

  const combinations = browsers.flatMap((browser) =>
    boards.flatMap((board) =>
      reaches.flatMap((reach) =>
        [0, 1, 3].map((behind) => {
          const [saved, connection] = [
            { browser, board },
            { reach, behind },
          ];
          return { browser, board, reach, behind, ...savedWords(saved, connection) };
        }),
      ),
    ),
  );

  test.each([
    ['joining', 0, 'busy', 'Reading the board…'],
    ['joining', 2, 'busy', 'Reading the board…'],
    ['well', 0, 'good', 'Saved on this board'],
    ['well', 2, 'busy', 'Saved on this board · fetching what others said'],
    ['slow', 0, 'busy', 'Saved on this board · others’ words come slowly'],
    [
      'offline',
      0,
      'warn',
      'The board can’t be reached. Your words are saved on it; others’ may be missing until you are back online',
    ],
    [
      'refused',
      0,
      'warn',
      'The board can’t be read now. Your words are saved on it; others’ may be missing. It is tried again',
    ],
  ] as const)(
    'with all of one’s own saved, when others’ words come %s, %i behind',
    (reach, behind, tone, words) => {
      expect(savedWords({ browser: 'saved', board: 'saved' }, { reach, behind })).toEqual({ tone, words });
    },
  );

  test.each([
    ['saving', 'busy', 'Saved here, sending to the board…'],
    ['slow', 'busy', 'Saved here, syncing slowly'],
    ['offline', 'warn', 'Saved in this browser; the board gets it when you are back online'],
    [
      'refused',
      'warn',
      'Saved in this browser; the board refused it. Trying again. If you may only view, ask to edit',
    ],
  ] as const)('when this browser has it and the board is %s', (board, tone, words) => {
    expect(savedWords({ browser: 'saved', board }, well)).toEqual({ tone, words });
  });

  test.each(boards)('while this browser writes and the board is %s: nothing is called saved yet', (board) => {
    expect(savedWords({ browser: 'saving', board }, well)).toEqual({ tone: 'busy', words: 'Saving…' });
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
    expect(savedWords({ browser, board }, well)).toEqual({ tone, words });
  });

  describe('in each of all combinations', () => {
    const that = (holds: (one: (typeof combinations)[number]) => boolean) =>
      combinations.filter((one) => !holds(one));

    test('is good exactly when the board has one’s own words and nothing of others is known to be missing', () => {
      const isWell = (one: (typeof combinations)[number]) =>
        one.browser !== 'saving' && one.board === 'saved' && one.reach === 'well' && one.behind === 0;
      expect(that((one) => (one.tone === 'good') === isWell(one))).toEqual([]);
    });

    test('never calls saved on the board what is not, nor in this browser', () => {
      expect(that((one) => !/saved on/i.test(one.words) || one.board === 'saved')).toEqual([]);
      expect(
        that((one) => !/Saved (here|in this browser)/.test(one.words) || one.browser === 'saved'),
      ).toEqual([]);
    });

    test('warns of others’ words missing wherever nothing can be read and one’s own are safe', () => {
      const isCut = (one: (typeof combinations)[number]) =>
        one.board === 'saved' &&
        one.browser !== 'saving' &&
        (one.reach === 'offline' || one.reach === 'refused');
      expect(that((one) => !isCut(one) || (one.tone === 'warn' && one.words.includes('others’')))).toEqual(
        [],
      );
    });

    test('warns wherever closing would lose words that the disk has refused', () => {
      const isAtRisk = (one: (typeof combinations)[number]) =>
        onlyInThisPage(one) && one.browser !== 'saving';
      expect(that((one) => !isAtRisk(one) || (one.tone === 'warn' && /tab/.test(one.words)))).toEqual([]);
    });

    test('is short enough for three lines of a narrow panel', () => {
      expect(that((one) => one.words.length <= 120)).toEqual([]);
    });
  });

  test('closing the page is warned of exactly when neither the browser nor the board has the words', () => {
    const asked = browsers.map((browser) => boards.filter((board) => onlyInThisPage({ browser, board })));
    const unsaved = ['saving', 'slow', 'offline', 'refused'];
    expect(asked).toEqual([[], unsaved, unsaved, unsaved]);
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

describe('what sync left aside', () => {
  const problem = (kind: SyncProblem['kind']): SyncProblem => ({ kind, document: null, who: null });
  const safe = { browser: 'saved', board: 'saved' } as const;
  const well = { reach: 'well', behind: 0 } as const;

  test('is told in one line, the most useful first', () => {
    expect(problemWords([], safe, well)).toBeNull();
    expect(problemWords([problem('strange')], safe, well)).toBeNull();
    expect(problemWords([problem('missing')], safe, well)).toContain('tried again');
    expect(problemWords([problem('missing'), problem('newer')], safe, well)).toContain('Reload');
  });

  test('says no reload before words that are only in the page have been copied', () => {
    const unsafe = { browser: 'memory', board: 'saving' } as const;
    expect(problemWords([problem('newer')], unsafe, well)).toContain('Copy what you wrote last, then reload');
    expect(problemWords([problem('too-large')], unsafe, well)).not.toContain('kept in this browser');
  });

  test('is not told twice: a board that can’t be reached can’t be read either', () => {
    const offline = { reach: 'offline', behind: 0 } as const;
    expect(problemWords([problem('missing')], safe, offline)).toBeNull();
  });
});

test('every refusal says what did not happen and what to do next', () => {
  for (const reason of ['rate', 'gone', 'no-access', 'refused'] as const) {
    const words = refusalWords(new BoardRefusal(reason, 'an internal message'), 'add the note');
    expect(words).toContain('add the note');
    expect(words).not.toContain('internal');
    expect(words).toMatch(/try again|ask its owner|undo its removal/i);
  }
});
