/** How often the check is right. What is measured, and how the statements were made: docs/make-it-ours.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { qualityOf, statements } from '../../support/statements.ts';

const goal = 0.9;

describe.each([
  ['held out, English', 'held-out', ['en']],
  ['held out, Portuguese', 'held-out', ['pt']],
  ['tuned, English', 'tuned', ['en']],
  ['tuned, Portuguese', 'tuned', ['pt']],
] as const)('on statements %s', (_, half, languages) => {
  const { precision, recall } = qualityOf(statements(half, languages));

  test('nearly all generic ones draw a question', () => {
    expect(recall).toBeGreaterThanOrEqual(goal);
  });

  test('nearly all questions are about generic ones', () => {
    expect(precision).toBeGreaterThanOrEqual(goal);
  });
});

test('the page about the check tells the figures as they are', () => {
  const page = readFileSync(new URL('../../../docs/make-it-ours.md', import.meta.url), 'utf8');
  const rows = (['tuned', 'held-out'] as const).flatMap((half) =>
    (['en', 'pt'] as const).map((language) => {
      const set = statements(half, [language]);
      const { precision, recall } = qualityOf(set);
      const name = `${half === 'tuned' ? 'tuned' : 'held out'}, ${language === 'en' ? 'English' : 'Portuguese'}`;
      return `${name} ${set.generic.length} ${set.specific.length} ${precision.toFixed(2)} ${recall.toFixed(2)}`;
    }),
  );
  const cells = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' '),
    );
  expect(cells).toEqual(expect.arrayContaining(rows));
});

test('no statement is in both halves', () => {
  const all = (half: 'tuned' | 'held-out') => {
    const { generic, specific } = statements(half, ['en', 'pt']);
    return [...generic, ...specific];
  };
  const heldOut = new Set(all('held-out'));
  expect(all('tuned').filter((statement) => heldOut.has(statement))).toEqual([]);
});
