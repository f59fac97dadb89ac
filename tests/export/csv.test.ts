/** The table is read back by a strict parser that is not ours. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { cleanLine, cleanLines } from '../../src/export/cleanText.ts';
import { csv } from '../../src/export/csv.ts';
import type { JobDescription } from '../../src/export/document.ts';
import { emptyDescription, erin, example, max, note, place, remark, stance } from './example.ts';
import { fixed, hostileText } from './hostileText.ts';

/** Columns must be as many in each row, and each quote where it belongs. */
const read = (text: string): string[][] => parse(text, { record_delimiter: '\r\n' });

/** By the names of its columns. */
const table = (text: string): Record<string, string>[] => {
  const [head = [], ...rows] = read(text);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
};

const withNotes = (...texts: string[]): JobDescription => ({
  ...emptyDescription,
  title: 'Role',
  tops: [
    place(
      'The one job',
      texts.map((text) => note(text)),
    ),
  ],
});

describe('the table of notes', () => {
  test('has a row for each note, in the order of the sheet, wherever it is', () => {
    const rows = table(csv(example));
    expect(
      rows.map((row) => [row.Pillar, row.Responsibility, row['Where instead']].filter(Boolean).join(' › ')),
    ).toEqual([
      'The one job',
      'Why this role, why now',
      'Big-picture thinking › Technical direction',
      'Big-picture thinking › Technical direction',
      'Big-picture thinking › Engineering perspective',
      'Execution › Being glue',
      'Execution › Being glue',
      'Leveling up › Mentorship and sponsorship',
      'What I will not do',
      'What I need from my manager',
      'between Execution › Exploration and Execution › Being glue',
      'in no place',
      'no longer on the board',
    ]);
  });

  test('says of a note which sheet and round, what state, and what each person thinks of it', () => {
    const description: JobDescription = {
      ...emptyDescription,
      title: 'Staff Engineer',
      team: 'Credit',
      engineer: 'Erin Example',
      participants: [erin, max],
      tops: [
        place('The one job', [
          note('Cut it', {
            id: '17',
            state: 'disputed',
            details: [{ name: 'Why', words: 'The desk closes at 11' }],
            stances: [
              stance(max, 'disagree', 'not\nthis year'),
              stance(erin, 'agree', '', { earlierText: true }),
            ],
            threads: [
              remark(max, 'Why?', { answers: [remark(erin, '', { wording: 'Cut', proposes: true })] }),
            ],
            changedBy: 'Erin Example',
            changedAt: '2026-11-20T10:00:00Z',
          }),
        ]),
      ],
    };
    expect(table(csv(description))).toEqual([
      {
        ...{ Role: 'Staff Engineer', Team: 'Credit', Engineer: 'Erin Example', Round: 'draft' },
        ...{ Pillar: 'The one job', Responsibility: '', Note: 'Cut it', Why: 'The desk closes at 11' },
        State: 'Disputed',
        'View of Erin Example (engineer)': 'Agree (to an earlier wording)',
        'Reason of Erin Example (engineer)': '',
        'View of Max Example (manager)': 'Disagree',
        'Reason of Max Example (manager)': 'not\nthis year',
        ...{ Remarks: '2', 'Suggestions that wait': '1' },
        ...{ 'Changed by': 'Erin Example', 'Changed at': '2026-11-20T10:00:00Z' },
        ...{ 'Where instead': '', 'Note id': '17' },
      },
    ]);
  });

  test('the clean variant has no views, states or remarks', () => {
    const [head] = read(csv(chosen(example, { variant: 'clean', chapters })));
    expect(head).toEqual(
      [
        ['Role', 'Team', 'Engineer', 'Round', 'Pillar', 'Responsibility', 'Note'],
        ['Changed by', 'Changed at', 'Where instead', 'Note id'],
      ].flat(),
    );
  });

  test.each(['=cmd()', '+1', '-1', '@SUM(A1)', '＝1', '=1\n=2'])('%j is no formula', (text) => {
    expect(table(csv(withNotes(text)))[0]?.Note).toBe(`'${text}`);
  });

  test('a mark by which Excel knows UTF-8 comes only when it is wished for', () => {
    expect(csv(example).startsWith('Role,')).toBe(true);
    expect(csv(example, { withBom: true }).startsWith('\ufeffRole,')).toBe(true);
  });

  test('every row ends with CRLF, the last one too', () => {
    const text = csv(withNotes('a'));
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('reads back word for word, whatever the notes hold', () => {
    const safe = (text: string) => (/^[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text);
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (texts) => {
        const first = texts[0] ?? '';
        const rows = table(csv({ ...withNotes(...texts), team: first, engineer: first }));
        expect(rows.map((row) => row.Note)).toEqual(texts.map((text) => safe(cleanLines(text).join('\n'))));
        expect(rows[0]?.Team).toBe(safe(cleanLine(first)));
      }),
      fixed,
    );
  });
});
