/** Lines out of what people paste: lists, cells, CSV, and anything else that may be on a clipboard. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laneNames, nameMeant } from '../../../src/workshop/bringIn/laneNames.ts';
import { fitsSticky, longestSource } from '../../../src/workshop/bringIn/line.ts';
import type { SourceOptions } from '../../../src/workshop/bringIn/reading.ts';
import { readSource } from '../../../src/workshop/bringIn/source.ts';
import { sheetColumns } from '../../../src/workshop/lens.ts';
import { staffRole } from '../../../src/workshop/templates/staffRole.ts';

const names = laneNames(sheetColumns(staffRole, 'pillars'));

function read(text: string, options: Partial<SourceOptions> = {}) {
  const source = readSource(text, { names, ...options });
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  if (source.value.kind === 'ask') return { asks: source.value.columns.map(({ title }) => title) };
  const { lines, headings } = source.value;
  return { lines: lines.map(({ text, group }) => (group === null ? text : [group, text])), headings };
}

describe('a list', () => {
  test('is a line a note, without bullets, numbers, boxes and blank lines', () => {
    const text =
      '- Cut it\n\n  * [x] Ship it\r\n3) Three\n\t• Four\n(a) Five\n[ ] Six\n1.5 times faster\n—\n';
    expect(read(text).lines).toEqual([
      'Cut it',
      'Ship it',
      'Three',
      'Four',
      'Five',
      'Six',
      '1.5 times faster',
      '—',
    ]);
  });

  test('has headings where a line is the very name of a lane or a column, or marked as one', () => {
    const text = '## Old role\nFirst\nExecution:\n- Cut it\nBeing glue\n- Run the sync\n- Execution';
    expect(read(text)).toEqual({
      lines: [
        ['Old role', 'First'],
        ['Execution', 'Cut it'],
        ['Being glue', 'Run the sync'],
        ['Being glue', 'Execution'],
      ],
      headings: ['Old role', 'Execution', 'Being glue'],
    });
  });

  test('keeps commas, quotes and formulas as they are written', () => {
    const lines = ['Cut, reduce, and ship', '"Quality" is ours', "=cmd|'/c calc'!A1", '@SUM(1)', 'a; b; c'];
    expect(read(lines.join('\n')).lines).toEqual(lines);
  });
});

describe('a table', () => {
  test('has its words and its groups in the columns that say so, whatever else it has', () => {
    const rows = [
      ['Id', 'Frame', 'Text', 'Author', 'Created at'],
      ['3458764500000000001', 'Execution', 'Cut the backfill, by June', 'Ann Example', '2026-01-01T10:00'],
      ['3458764500000000002', 'Leveling up', 'Mentor "both"\njuniors', 'Bo Example', '2026-01-02T10:00'],
      ['3458764500000000003', '', 'No frame', 'Bo Example', ''],
    ];
    const expected = [
      ['Execution', 'Cut the backfill, by June'],
      ['Leveling up', 'Mentor "both"\njuniors'],
      'No frame',
    ];
    for (const delimiter of [',', ';', '\t'])
      expect(read(stringify(rows, { delimiter })).lines).toEqual(expected);
  });

  test('without a heading has its words where most is said, and its groups where lanes are named', () => {
    const rows = Array.from({ length: 6 }, (_, at) => [
      `2026-01-0${at + 1}`,
      at % 2 ? 'Execution' : 'Leveling up',
      `Something that takes number ${at} a while`,
    ]);
    expect(read(stringify(rows), { isTable: true }).lines?.[0]).toEqual([
      'Leveling up',
      'Something that takes number 0 a while',
    ]);
  });

  test('whose columns are lanes gives each cell the name above it', () => {
    expect(read('Execution\tLeveling up\nCut it\tMentor\n\tPair')).toEqual({
      lines: [
        ['Execution', 'Cut it'],
        ['Leveling up', 'Mentor'],
        ['Leveling up', 'Pair'],
      ],
      headings: ['Execution', 'Leveling up'],
    });
  });

  test('that does not tell which column has the words asks, and reads the one that is chosen', () => {
    const text = 'run the sync\tcut the job\nhelp both juniors\tship the thing';
    expect(read(text)).toEqual({ asks: ['run the sync', 'cut the job'] });
    expect(read(text, { column: 1 }).lines).toEqual(['cut the job', 'ship the thing']);
  });

  test('of one column may have cells of several lines', () => {
    expect(read('"First\nand more"\nSecond').lines).toEqual(['First\nand more', 'Second']);
    expect(read('Execution\n"Cut, it"\n', { isTable: true })).toEqual({
      lines: [['Execution', 'Cut, it']],
      headings: ['Execution'],
    });
  });

  test('with broken quotes is refused, by the line on which it begins', () => {
    const text = 'Text,Frame\nfine,Execution\n"never closed,Execution\nmore,x';
    expect(readSource(text, { names })).toEqual({ ok: false, error: { kind: 'open-quote', line: 3 } });
    const after = 'Text,Frame\n"one" two,Execution';
    expect(readSource(after, { names })).toEqual({
      ok: false,
      error: { kind: 'after-quote', line: 2, words: 'two' },
    });
  });
});

test('what is too long or no text at all is refused', () => {
  const kindOf = (text: string) => {
    const source = readSource(text, { names });
    return source.ok ? 'read' : source.error.kind;
  };
  expect(kindOf('x'.repeat(longestSource + 1))).toBe('too-long');
  expect(kindOf('PK\u0003\u0004\u0000\u0000')).toBe('not-text');
});

test('names are known when they are shortened, numbered or written out, and not by small words', () => {
  const lanes = (said: string) => nameMeant(said, names)?.lanes ?? null;
  expect(lanes('2. EXECUTION (us)')).toEqual(['execution/exploration', 'execution/being-glue']);
  expect(lanes('Mentorship')).toEqual(['leveling-up/mentorship-and-sponsorship']);
  expect(lanes('Leveling up / Being glue')).toEqual(['leveling-up/being-glue']);
  expect(lanes('glue')).toEqual(['execution/being-glue', 'leveling-up/being-glue']);
  for (const said of ['my', 'from', '', '  ', '!!', 'Parking lot']) expect(lanes(said)).toBeNull();
});

describe('hostile text', () => {
  const nasty = fc.constantFrom(
    '\u0007\u0001bell',
    '\ud800half',
    'half\udfff',
    '\u202eoverride',
    '\u2066isolate',
    '\ufeff',
    '\u200b',
    '=cmd()',
    '<p><b>bold</b></p>',
    '<script>alert(1)</script>',
    ']]>',
    '"',
    '""',
    '\t',
    ',',
    ';',
    '\r',
    '\u2028',
    'x'.repeat(6_000),
    'Execution',
    '# ',
    '- ',
    'שלום',
  );
  const text = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.constant('\n')), { maxLength: 40 })
    .map((all) => all.join(''));

  test('never throws, never hangs, and leaves nothing in a line that can’t be seen or turns what follows', () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.option(fc.nat(3)), (given, isTable, column) => {
        const source = readSource(given, { names, isTable, column });
        if (!source.ok || source.value.kind === 'ask') return;
        const { lines } = source.value;
        for (const line of lines) {
          expect(line.text.isWellFormed()).toBe(true);
          expect(line.text).not.toMatch(/[^\P{Cc}\n]|[\ufeff\u202a-\u202e\u2066-\u2069]/u);
          expect(line.text.trim()).toBe(line.text);
          expect(line.text).not.toBe('');
        }
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      }),
      { numRuns: 300 },
    );
  });

  test('of a list every letter and digit is in a line or in a heading', () => {
    const letters = (words: string): string =>
      [...words.matchAll(/[\p{L}]/gu)]
        .map(([letter]) => letter)
        .sort()
        .join('');
    const words = fc.stringMatching(/^[a-zA-Zа-яא-ת ]{2,30}[.!?]$/u);
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (all) => {
        const result = read(all.map((one) => `- ${one}`).join('\n'));
        const said = (result.lines ?? []).join('');
        expect(letters(said)).toBe(letters(all.join('').toWellFormed()));
      }),
      { numRuns: 100 },
    );
  });
});

test('a sticky’s limit counts the markup that Miro keeps', () => {
  expect(fitsSticky('x'.repeat(5_992))).toBe(true);
  expect(fitsSticky('x'.repeat(5_993))).toBe(false);
  expect(fitsSticky('&'.repeat(1_300))).toBe(false);
  expect(fitsSticky('\n'.repeat(700))).toBe(false);
});
