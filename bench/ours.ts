/**
 * The check that makes notes specific: how often it is right, on the statements it was tuned with and on those held
 * out, and what one statement costs beside the least that any such check must do, which is to cut it into words.
 */
import { checker } from '../src/workshop/ours/check.ts';
import type { LanguageCode } from '../src/workshop/ours/finding.ts';
import { wordsOf } from '../src/workshop/ours/words.ts';
import { type Half, qualityOf, statements } from '../tests/support/statements.ts';
import type { Report } from './main.ts';

const rounds = 30;

/** Microseconds each, the best of several rounds: the others were disturbed. */
function microseconds(lines: readonly string[], work: (line: string) => unknown): string {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (const line of lines) work(line);
    best = Math.min(best, performance.now() - start);
  }
  return `${((best / lines.length) * 1000).toFixed(1)} µs`;
}

export async function bench(): Promise<Report> {
  const sets: readonly (readonly [string, Half, readonly LanguageCode[]])[] = [
    ['tuned, English', 'tuned', ['en']],
    ['tuned, Portuguese', 'tuned', ['pt']],
    ['held out, English', 'held-out', ['en']],
    ['held out, Portuguese', 'held-out', ['pt']],
    ['held out, both', 'held-out', ['en', 'pt']],
  ];
  const quality = sets.map(([name, half, languages]) => {
    const set = statements(half, languages);
    const { precision, recall } = qualityOf(set);
    return [
      name,
      `${set.generic.length} + ${set.specific.length}`,
      precision.toFixed(3),
      recall.toFixed(3),
      '',
    ] as const;
  });

  const all = (['tuned', 'held-out'] as const).flatMap((half) => {
    const { generic, specific } = statements(half, ['en', 'pt']);
    return [...generic, ...specific];
  });
  const names = Array.from({ length: 100 }, (_, index) => `System ${index}`);
  const costs: readonly (readonly [string, (line: string) => unknown])[] = [
    ['one pass of a regular expression', (line) => line.match(/\p{L}+/gu)],
    ['cut into words, with places and plain forms', wordsOf],
    ['the whole check', checker()],
    ['the whole check, language given', checker({ language: 'en' })],
    ['the whole check, 100 names in the glossary', checker({ glossary: names })],
  ];
  return {
    title: 'Make it ours: is it right, and what does it cost?',
    columns: ['', 'generic + specific', 'precision', 'recall', 'per statement'],
    rows: [...quality, ...costs.map(([name, work]) => [name, all.length, '', '', microseconds(all, work)])],
    note: 'Precision: of the statements asked about, how many are generic. Recall: of the generic ones, how many are asked about. The held-out half was written first and not read while tuning.',
  };
}
