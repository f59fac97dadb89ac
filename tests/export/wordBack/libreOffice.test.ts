/** Documents that LibreOffice saved, as they come back (tests/fixtures/word/README.md says how they were made). */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compare } from '../../../src/export/wordBack/compare.ts';
import type { Here } from '../../../src/export/wordBack/here.ts';
import { fileOf, told } from './editing.ts';

const folder = 'tests/fixtures/word';
const here: Here = {
  ...JSON.parse(await readFile(`${folder}/sheet.json`, 'utf8')),
  earlier: () => [],
};
const back = async (name: string) => compare(fileOf(await readFile(`${folder}/${name}.docx`)), here);
const noteWith = (start: string) => here.notes.find(({ text }) => text.startsWith(start));

test('of one that was only saved again nothing comes back, with everybody’s remarks in it and without', async () => {
  for (const name of ['saved-annotated', 'saved-clean']) {
    const { proposals, left, known } = await back(name);
    expect([name, proposals, left, known]).toEqual([name, [], [], here.notes.length]);
  }
});

test('of one that was edited in it, just that comes back', async () => {
  const found = await back('edited');
  const [cut, onCall] = [noteWith('Cut the nightly'), noteWith('On-call')];
  const nobody = { by: '', at: expect.any(String) };
  const reworded = { kind: 'reworded', known: 'bookmark', meanwhile: false, ...nobody };
  expect([told(found), found.left]).toEqual([
    [
      {
        ...{ ...reworded, note: cut?.id, before: cut?.text },
        // The suggestion that stands in the same note as a change is nobody's new one.
        words: cut?.text.replace('9 hours to 2', '9 hours to less than 2'),
      },
      {
        ...{ ...reworded, note: onCall?.id, before: onCall?.text },
        words: 'On-call for any service after April.',
      },
      { kind: 'taken-out', note: noteWith('A seat at the planning table')?.id, ...nobody },
      {
        ...{ kind: 'added', lane: 'execution/exploration', ...nobody },
        words: 'Prototype a scorer that answers within a second',
      },
      {
        ...{ kind: 'remark', note: noteWith('By the end of the year')?.id, words: 'Which two?' },
        ...{ by: 'Ines Invented', at: '2026-12-01T08:00:00Z', answers: null },
      },
    ],
    [],
  ]);
});
