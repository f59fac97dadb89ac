/** Words that somebody brought in from a Word document go out under the name they came with, in every format. */
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { html } from '../../src/export/html.ts';
import { markdown } from '../../src/export/markdown.ts';
import { word } from '../../src/export/word.ts';
import { emptyDescription, max, note, place, remark } from './example.ts';

const from = { name: 'Ines Invented', at: '2026-12-01T08:00:00Z' };
const description = {
  ...emptyDescription,
  tops: [place('The one job', [note('Cut it', { threads: [remark(max, 'For whom?', { from })] })])],
};
const told = 'Ines Invented (in a Word document, not checked; brought in by Max Example)';

test('a reader sees whose words they are, and that nobody has checked the name', () => {
  for (const text of [html(description), markdown(description)]) {
    expect(text).toContain(told);
    expect(text).toContain('1 December 2026');
  }
});

test('in Word they are that person’s comment, with the time it had', async () => {
  const zip = await JSZip.loadAsync(await word(description));
  const comments = (await zip.file('word/comments.xml')?.async('string')) ?? '';
  expect(comments).toMatch(/w:author="Ines Invented" w:date="2026-12-01T08:00:00/);
  expect(comments).toContain('(from a Word document, brought in by Max Example)');
});
