/** What came of a session, in words. */
import { describe, expect, test } from 'vitest';
import {
  factsOf,
  type SessionSummary,
  type SheetSummary,
  share,
  summaryHeading,
  summaryMarkdown,
} from '../../src/export/sessionSummary.ts';

const sheet = (more: Partial<SheetSummary> = {}): SheetSummary => ({
  ...{
    name: 'Erin Example',
    reviewers: ['Max Manager'],
    notes: 9,
    agreed: 7,
    open: 2,
    covered: 2,
    columns: 3,
  },
  ...{ empty: ['Execution'], rounds: 1, next: '2026-12-04' },
  pillars: [
    { title: 'Big-picture thinking', notes: 9, agreed: 7 },
    { title: 'Execution', notes: 0, agreed: 0 },
  ],
  ...more,
});
const summary = (sheets: readonly SheetSummary[]): SessionSummary => ({
  ...{ title: 'Staff Data Engineer', at: '2026-11-20T15:30:00.000Z', timeZone: 'UTC', people: 5 },
  sheets,
});

describe('the summary of a session', () => {
  test('tells each sheet in counts, and all of them together', () => {
    const whole = summary([
      sheet(),
      sheet({ name: 'Ada Example', notes: 0, agreed: 0, open: 0, rounds: 0, covered: 3, next: null }),
    ]);
    expect(summaryHeading(whole)).toEqual({
      title: 'After the session: Staff Data Engineer',
      subtitle: '20 November 2026 · 5 people · 2 sheets · 7 of 9 agreed',
    });
    expect(summaryMarkdown(whole)).toBe(`# After the session: Staff Data Engineer

20 November 2026 · 5 people · 2 sheets · 7 of 9 agreed

- **Erin Example**: 7 of 9 agreed · 2 notes open · nothing in Execution · 1 round · next talk on 4 December 2026 · with Max Manager
- **Ada Example**: no notes yet · every column has something · no next date yet · with Max Manager

What each pair thinks of its notes is on their own sheet, and in its own document.
`);
  });

  test('tells a moment by the day that it is where people are', () => {
    const late = sheet({ next: '2026-12-04T23:30:00.000Z' });
    expect(factsOf(late, 'Europe/Berlin').at(-2)).toBe('next talk on 5 December 2026');
    expect(share({ agreed: 1, notes: 1 })).toBe('1 of 1 agreed');
  });

  test('keeps hostile names from being more than words', () => {
    const hostile = sheet({ name: '**x**\n# <b>[a](javascript:1)</b>', reviewers: ['|`rm`|'] });
    const [line] = summaryMarkdown(summary([hostile]))
      .split('\n')
      .filter((one) => one.startsWith('- '));
    expect(line).toContain('- **\\*\\*x\\*\\* \\# \\<b\\>\\[a\\](javascript:1)\\</b\\>**');
    expect(line).toContain('with \\|\\`rm\\`\\|');
  });
});
