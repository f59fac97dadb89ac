/** What I need from my manager, with the answers, in the document. */
import { expect, test } from 'vitest';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { csv } from '../../src/export/csv.ts';
import { jobDescription } from '../../src/export/jobDescription.ts';
import { markdown } from '../../src/export/markdown.ts';
import { sheetNow } from '../../src/export/sheetNow.ts';
import { laneId } from '../../src/workshop/ids.ts';
import { staffRole } from '../../src/workshop/templates/staffRole.ts';
import { confirmed, engineer, manager, noon, note, peer, stance, talkOf } from '../annotations/builders.ts';
import { details } from '../support/sheets.ts';

const documentOf = (lane: ReturnType<typeof laneId>) =>
  jobDescription({
    template: staffRole,
    status: { kind: 'draft', at: noon },
    told: sheetNow({
      details,
      talk: talkOf(
        engineer({ confirmed: new Map(confirmed), stances: stance('agree') }),
        manager({ stances: stance('agree-if', { reason: 'one day a week, from May' }) }),
        peer({ stances: stance('disagree') }),
      ),
      notes: { lanes: new Map([[lane, [note]]]), strays: [], onBorder: [], gone: [] },
    }),
  });

test('a need is answered in words of its own; a peer thinks about it as about any note', () => {
  const text = markdown(documentOf(laneId('side', 'needs')));
  for (const words of [
    '► Answered partly',
    'mona Example (manager): **Partly** – one day a week, from May',
    'erin Example (engineer): **I need it**',
    'pia Example (peer): **Disagree**',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('Agree, if');
  expect(csv(documentOf(laneId('side', 'needs')))).toContain('Answered partly');
});

test('the same stances on any other note are called as ever', () => {
  const text = markdown(documentOf(laneId('side', 'not-doing')));
  for (const words of ['► Change proposed', '**Agree, if…**', '**Agree**']) expect(text).toContain(words);
  expect(text).not.toContain('Answered');
});

test('the job description alone holds the need, and no word of how it was answered', () => {
  const clean = chosen(documentOf(laneId('side', 'needs')), { variant: 'clean', chapters });
  const [need] = clean.sides.flatMap(({ notes }) => notes);
  expect([need?.text, need?.answered]).toEqual([note.text, undefined]);
  expect(markdown({ ...clean, open: [] })).not.toContain('Partly');
});
