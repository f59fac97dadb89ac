import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInLadder } from '../../../src/workshop/ladder/builtInLadder.ts';
import { type Ladder, levelOf, limits } from '../../../src/workshop/ladder/ladder.ts';
import { longestPaste, parseLadder } from '../../../src/workshop/ladder/paste.ts';
import { printLadder } from '../../../src/workshop/ladder/printLadder.ts';
import { nobodys, someLadder } from './ladders.ts';

const pasted = (text: string, turned = false, current: Ladder = nobodys) => {
  const parsed = parseLadder(text, { current, turned });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const problems = (text: string, turned = false) => {
  const parsed = parseLadder(text, { current: nobodys, turned });
  return parsed.ok ? [] : parsed.error;
};
const inShort = ({ levels, dimensions, cells }: Ladder) => ({
  levels: levels.map(({ path, title, scope }) => [path, title, scope]),
  dimensions: dimensions.map(({ title }) => title),
  cells: cells.map(({ level, dimension, text }) => [level, dimension, text]),
});

describe('a table of levels × dimensions', () => {
  const expected = {
    levels: [
      ['common', 'Senior', 'Owns a problem, whole'],
      ['technical', 'Staff', ''],
      ['management', 'Manager', 'Answers for a team'],
    ],
    dimensions: ['Influence', 'Craft'],
    cells: [
      ['senior', 'influence', 'The team'],
      ['staff', 'influence', 'Says "no" when it helps'],
      ['staff', 'craft', 'Deep in one field'],
    ],
  };

  test('is read from CSV, with quotes around commas, quotes and line breaks', () => {
    const text = [
      'Level,Path,Scope,Influence,Craft',
      'Senior,common,"Owns a problem,\nwhole",The team,',
      'Staff,IC track,, "Says ""no"" when it helps",Deep in one field',
      'Manager,management,Answers for a team,,',
    ].join('\r\n');
    expect(inShort(pasted(`\ufeff${text}`).ladder)).toEqual(expected);
  });

  test('is read from cells copied out of a spreadsheet, and from semicolons', () => {
    for (const separator of ['\t', ';']) {
      const rows = [
        ['Level', 'Influence', 'Path', 'Craft', 'Scope'],
        ['Senior', 'The team', 'shared', '', 'Owns a problem, whole'],
        ['Staff', '"Says ""no"" when it helps"', 'technical', 'Deep in one field', ''],
        ['Manager', '', 'people', '', 'Answers for a team'],
      ];
      expect(inShort(pasted(rows.map((row) => row.join(separator)).join('\n')).ladder)).toEqual(expected);
    }
  });

  test('is read the other way round where levels stand in columns', () => {
    const text = [
      'What,Senior,Staff,Manager',
      'Path,common,technical,management',
      'Scope,"Owns a problem, whole",,Answers for a team',
      'Influence,The team,"Says ""no"" when it helps",',
      'Craft,,Deep in one field,',
    ].join('\n');
    expect(inShort(pasted(text, true).ladder)).toEqual(expected);
  });

  test('of two columns has a scope in the second, however it is called', () => {
    expect(inShort(pasted('Grade;What we expect\nSenior;Owns a problem').ladder)).toEqual({
      levels: [['common', 'Senior', 'Owns a problem']],
      dimensions: [],
      cells: [],
    });
  });
});

describe('one level a line', () => {
  test('is read with its scope after a colon, a dash or a tab, and its path under a heading', () => {
    const text = [
      '1. Senior: owns a problem: all of it',
      '',
      '# Technical path',
      '- Staff – clears up what is tangled',
      'Senior Staff\tdoes so across teams',
      '[Management]',
      'Manager',
    ].join('\n');
    expect(pasted(text)).toMatchObject({ guessed: false });
    expect(inShort(pasted(text).ladder).levels).toEqual([
      ['common', 'Senior', 'owns a problem: all of it'],
      ['technical', 'Staff', 'clears up what is tangled'],
      ['technical', 'Senior Staff', 'does so across teams'],
      ['management', 'Manager', ''],
    ]);
  });

  test('is no table for the commas in it', () => {
    const text = 'Junior: learns, asks, delivers\nSenior: leads, teaches, decides';
    expect(inShort(pasted(text).ladder).levels.map(([, title]) => title)).toEqual(['Junior', 'Senior']);
  });

  test('without paths has them guessed: common up to Senior, then by title', () => {
    const { ladder, guessed } = pasted('Júnior\nSênior\nStaff\nEngineering Manager\nPrincipal\nDiretora');
    expect(guessed).toBe(true);
    expect(ladder.levels.map(({ path, title }) => `${path} ${title}`)).toEqual([
      'common Júnior',
      'common Sênior',
      'technical Staff',
      'technical Principal',
      'management Engineering Manager',
      'management Diretora',
    ]);
  });
});

describe('what is wrong is told with its line', () => {
  test.each<[string, string, unknown]>([
    [
      'a quote that is never closed',
      'Level,Scope\nSenior,"Owns\nStaff,more',
      { kind: 'open-quote', line: 2 },
    ],
    [
      'a quote inside that was not doubled',
      'Level,Scope\nJunior,"a\nb"\nSenior,"says "no" often"',
      { kind: 'after-quote', line: 4, words: 'no" often"' },
    ],
    [
      'a comma without quotes',
      'Level,Path,Scope\nSenior,common,owns, and more',
      { kind: 'too-wide', cells: 4, columns: 3, line: 2 },
    ],
    ['a row without a level', 'Level,Scope\n,Owns a problem', { kind: 'no-title', line: 2 }],
    ['a path nobody knows', 'Level,Path\nSenior,sideways', { kind: 'no-path', words: 'sideways', line: 2 }],
    ['a heading that names none', '# Wizards\nMerlin', { kind: 'no-path', words: 'Wizards', line: 1 }],
    [
      'a level that comes twice',
      'Senior\nStaff\n\nsenior: again',
      { kind: 'level-twice', title: 'senior', line: 4 },
    ],
    [
      'a dimension that comes twice',
      'Level,Craft,Reach,craft\nSenior,a,b,c',
      { kind: 'dimension-twice', title: 'craft', line: 1 },
    ],
    ['a column without a name', 'Level,Craft,\nSenior,a,b', { kind: 'no-heading', cell: 'b', line: 1 }],
    ['a heading with nothing below', 'Level,Scope\n', { kind: 'no-levels' }],
    ['nothing at all', ' \n ', { kind: 'no-levels' }],
    [
      'a text as long as a page',
      `Senior: ${'x'.repeat(limits.text + 1)}`,
      { kind: 'text-too-long', start: 'x'.repeat(40), length: limits.text + 1, most: limits.text, line: 1 },
    ],
    [
      'more levels than anybody climbs',
      Array.from({ length: limits.levels + 1 }, (_, at) => `Level ${at}`).join('\n'),
      { kind: 'too-many', what: 'levels', most: limits.levels },
    ],
    ['a whole book', 'x'.repeat(longestPaste + 1), { kind: 'too-long', most: longestPaste }],
  ])('%s', (_, text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test('and where levels stand in columns, with its column', () => {
    expect(problems('What,Senior,senior\nPath,common,sideways', true)).toEqual([
      { kind: 'no-path', words: 'sideways', column: 3 },
    ]);
  });

  test('all of it at once', () => {
    expect(problems('Level,Path\n,common\nStaff,common\nstaff,common').map(({ kind }) => kind)).toEqual([
      'no-title',
      'level-twice',
    ]);
  });
});

describe('a level that is called as before', () => {
  test('keeps its id, and nothing else gets that', () => {
    const renamed: Ladder = {
      ...builtInLadder,
      levels: builtInLadder.levels.map((level) =>
        level.id === 'staff' ? { ...level, title: 'Engineer IV' } : level,
      ),
    };
    const { ladder } = pasted('SENIOR\nEngineer IV\nStaff', false, renamed);
    expect(ladder.levels.map(({ id, title }) => [title, id])).toEqual([
      ['SENIOR', 'senior'],
      ['Engineer IV', 'staff'],
      ['Staff', 'staff-2'],
    ]);
    expect(levelOf(pasted('Staff: more', false, builtInLadder).ladder, 'staff')?.scope).toBe('more');
  });
});

test('whatever is pasted, the answer is a ladder with ids of its own or what is wrong', () => {
  const rubbish = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom('"', ',', '\n', 'Level', 'Senior', '\t', ';', '#', ' ', 'a'), { maxLength: 60 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(rubbish, fc.boolean(), (text, turned) => {
      const parsed = parseLadder(text, { current: builtInLadder, turned });
      if (!parsed.ok) {
        expect(parsed.error.length).toBeGreaterThan(0);
        return;
      }
      const ids = parsed.value.ladder.levels.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { seed: 20261202, numRuns: 500 },
  );
});

test('what is printed and pasted again is the same ladder, ids included', () => {
  let read = 0;
  fc.assert(
    fc.property(someLadder, (made) => {
      const first = parseLadder(printLadder(made), { current: nobodys });
      // Made by hand, a ladder may have a name twice, or none.
      if (!first.ok) return;
      read += 1;
      const { ladder } = first.value;
      expect(pasted(printLadder(ladder), false, ladder)).toEqual({ ladder, guessed: false });
      expect(pasted(printLadder(ladder))).toEqual({ ladder, guessed: false });
    }),
    { seed: 20261203, numRuns: 300 },
  );
  expect(read).toBeGreaterThan(150);
  expect(pasted(printLadder(builtInLadder)).ladder).toEqual({ ...builtInLadder, source: null });
});
