/** The Word file as another program reads it: mammoth, which other tools use to take documents in. */

import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import type { JobDescription } from '../../src/export/document.ts';
import { sectionsOf } from '../../src/export/sections.ts';
import { word } from '../../src/export/word.ts';
import { emptyDescription, erin, example, max, note, place, remark } from './example.ts';

async function read(description: JobDescription) {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(await word(description)) },
    { styleMap: ['comment-reference => sup', "p[style-name='Title'] => h6:fresh"] },
  );
  const strange = messages.filter(({ message }) => !/^Unrecognised (paragraph|run) style/.test(message));
  return { page: parseHTML(`<html><body>${value}</body></html>`).document, strange };
}

test('its outline, tables and lists are what they are called', async () => {
  const { page, strange } = await read(example);
  expect(strange).toEqual([]);
  expect([...page.querySelectorAll('h1, h2')].map((one) => `${one.tagName} ${one.textContent}`)).toEqual(
    sectionsOf(example).map(({ level, title }) => `H${level} ${title}`),
  );
  // Facts and the notice at the top; where we stand, signatures, rounds.
  expect(page.querySelectorAll('table').length).toBe(5);
  expect(page.querySelectorAll('li').length).toBeGreaterThanOrEqual(
    example.open.length + example.sources.length,
  );
});

test('its comments come with their authors’ initials, in their order', async () => {
  const { page } = await read({
    ...emptyDescription,
    tops: [
      place('The one job', [
        note('Cut it', { threads: [remark(max, 'Why?', { answers: [remark(erin, 'Because.')] })] }),
      ]),
    ],
  });
  expect([...page.querySelectorAll('sup a')].map(({ textContent }) => textContent)).toEqual([
    '[ME1]',
    '[EE2]',
  ]);
  const said = [...page.querySelectorAll('dd')].map(({ textContent }) => textContent ?? '');
  expect(said.map((words) => words.replace(/\s*↑$/, ''))).toEqual(['Why?', 'Because.']);
});

test('of a suggestion it takes the words that were suggested', async () => {
  const suggestion = remark(max, '', { wording: 'Cut it to one hour', proposes: true });
  const { page } = await read({
    ...emptyDescription,
    tops: [place('The one job', [note('Cut it to two hours', { threads: [suggestion] })])],
  });
  const texts = [...page.querySelectorAll('p')].map(({ textContent }) => textContent ?? '');
  expect(texts.filter((text) => text.startsWith('Cut it'))).toEqual(['Cut it to one hour[ME1]']);
});
