/** Several sheets in one document: counts alone, in every format. */
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/export/csv.ts';
import { documentName } from '../../src/export/fileName.ts';
import { html } from '../../src/export/html.ts';
import { markdown } from '../../src/export/markdown.ts';
import type { SessionSummary, SheetSummary } from '../../src/export/sessionSummary.ts';
import { summaryDocument } from '../../src/export/summaryDocument.ts';

const sheet = (name: string, more: Partial<SheetSummary> = {}): SheetSummary => ({
  ...{ name, reviewers: ['Max Example'], notes: 9, agreed: 7, open: 2, covered: 1, columns: 2 },
  ...{ empty: ['Execution'], rounds: 1, next: '2026-12-04' },
  pillars: [
    { title: 'Big-picture thinking', notes: 9, agreed: 7 },
    { title: 'Execution', notes: 0, agreed: 0 },
  ],
  ...more,
});
const summary: SessionSummary = {
  ...{ title: 'Staff Data Engineer', at: '2026-11-30T15:30:00.000Z', timeZone: 'UTC', people: 4 },
  sheets: [
    sheet('Erin Example'),
    sheet('Ada Example', {
      ...{ notes: 0, agreed: 0, open: 0, rounds: 0, reviewers: [], next: null },
      pillars: [
        { title: 'Big-picture thinking', notes: 0, agreed: 0 },
        { title: 'Execution', notes: 2, agreed: 1 },
      ],
    }),
  ],
  themes: [{ title: 'Coaching', sheets: 2 }],
};

describe('a summary of several sheets', () => {
  test('tells shares, coverage, who meets when and shared themes', () => {
    const text = markdown(summaryDocument(summary));
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells.filter(([first = '']) => !/^[-:]+$/.test(first))).toEqual([
      ['Sheet', 'Notes', 'Agreed', 'Share', 'Open', 'Rounds'],
      ['Erin Example', '9', '7', '78 %', '2', '1'],
      ['Ada Example', '0', '0', '–', '0', '0'],
      ['Sheet', 'With', 'Next talk'],
      ['Erin Example', 'Max Example', '4 December 2026'],
      ['Ada Example', 'nobody yet', 'no date yet'],
      ['Pillar', 'Sheets with notes', 'Notes', 'Agreed', 'Nothing yet on'],
      ['Big-picture thinking', '1 of 2', '9', '7', 'Ada Example'],
      ['Execution', '1 of 2', '2', '1', 'Erin Example'],
      ['Theme', 'Sheets that touch it'],
      ['Coaching', '2 of 2'],
    ]);
    expect(text).toContain('Summary of 30 November 2026');
  });

  test('is the same in other formats, under a name that tells what it is', () => {
    const description = summaryDocument(summary);
    expect(documentName(description, 'html')).toBe('staff-data-engineer-2-sheets-summary-2026-11-30.html');
    expect(html(description)).toContain('<th scope="row">Erin Example</th>');
    expect(csv(description).split('\r\n').slice(0, 2)).toEqual([
      'Sheet,Notes,Agreed,Share,Open,Rounds',
      'Erin Example,9,7,78 %,2,1',
    ]);
  });

  test('keeps hostile names from being more than words', () => {
    const hostile = { ...summary, sheets: [sheet('=cmd()|<script>\u202ex')] };
    const description = summaryDocument(hostile);
    expect(csv(description)).toContain("'=cmd()|<script>x");
    expect(html(description)).not.toContain('<script>');
    expect(markdown(description)).toContain('=cmd()\\|\\<script>x');
  });

  test('says so where nothing is shared', () => {
    expect(markdown(summaryDocument({ ...summary, themes: [] }))).toContain('No theme is on more than one');
  });
});
