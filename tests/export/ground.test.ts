/** What was said around the notes, in the document of a closed round. */
import { expect, test } from 'vitest';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { groundTellings } from '../../src/export/ground.ts';
import { jobDescription } from '../../src/export/jobDescription.ts';
import { markdown } from '../../src/export/markdown.ts';
import { roundThen } from '../../src/export/roundThen.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { noon, text } from '../annotations/builders.ts';
import { caged, type Ground, groundOf } from '../annotations/ground/grounds.ts';
import { roundOf, stateHere } from '../annotations/sheets.ts';

async function documentOf(ground: Ground) {
  const { content, hash } = await roundOf(stateHere({ notes: { n1: { text } }, ground: groundOf(ground) }));
  return jobDescription({
    told: roundThen(content),
    around: groundTellings(content),
    template: staffRole,
    status: { kind: 'round', at: noon, hash },
  });
}

const said: Ground = {
  shown: true,
  said: {
    mona: {
      role: 'senior-staff',
      answer: { ...caged, situation: 'other', words: 'A *merger*', sign: '' },
      expected: 'staff',
      why: 'It pays for us',
    },
    erin: {
      ...{ now: 'senior', role: 'staff', answer: {}, problem: 'Releases slip', today: 'lead' },
      ...{ why: 'Four teams wait', cites: 'Brings _clarity_' },
    },
  },
};

test('a round’s document tells the place, why now and the altitude as they were when it was closed', async () => {
  const words = markdown(await documentOf(said));
  expect(words).toContain('## Where the role stands');
  expect(words).toContain('Level now: **Senior** – ');
  expect(words).toContain('One level up. Written as a stretch');
  expect(words).toContain('mona Example (manager) sees this role at Senior Staff.');
  expect(words).toContain(
    '## What calls for this role\n\nNot seen alike yet.\n\n- erin Example (engineer): **Old decisions cage us**, several years. First sign: A release without a freeze\n- mona Example (manager): **A \\*merger\\***, several years\n',
  );
  expect(words).toContain('## One problem, three altitudes\n\nReleases slip');
  expect(words).toContain('erin Example (engineer) asks today as **Lead**');
  expect(words).toContain('mona Example (manager) expects **Staff+**');
});

test('and with each note its why, the engineer’s first, and its line of the ladder', async () => {
  const words = markdown(await documentOf(said));
  const [own, theirs, line] = [
    '**Why it matters:** Four teams wait',
    '**Why it matters, adds mona Example (manager):** It pays for us',
    '**From the ladder, Staff:** Brings \\_clarity\\_',
  ].map((part) => words.indexOf(part));
  expect([own, theirs, line].every((place) => place !== undefined && place > 0)).toBe(true);
  expect([own, theirs, line]).toEqual([own, theirs, line].toSorted((a, b) => Number(a) - Number(b)));
});

test('a finished document leaves out what others say of it', async () => {
  const clean = chosen(await documentOf(said), { variant: 'clean', chapters });
  const words = markdown(clean);
  expect(words).toContain('This role: **Staff**');
  expect(words).not.toContain('sees this role at');
  expect(words).not.toContain('expects');
});

test('a round in which nobody said anything of it has no such part', async () => {
  expect(markdown(await documentOf({ said: { erin: {}, mona: {} } }))).not.toMatch(
    /Where the role stands|What calls for|three altitudes/,
  );
});
