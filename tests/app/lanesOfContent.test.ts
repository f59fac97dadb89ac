/** Notes of a sheet that is only in documents lie where they lay on its board. */
import { expect, test } from 'vitest';
import { lanesOfContent } from '../../src/app/models/lanesOfContent.ts';
import type { SheetModel } from '../../src/app/models/sheetModel.ts';
import { laneId } from '../../src/workshop/ids.ts';
import { gathering } from '../support/people.ts';

const lane = laneId('big-picture', 'technical-direction');

test('each in its lane, and in none without a template that we know', async () => {
  const there = gathering();
  const erin = await there.come('Erin Example');
  await there.clock.until(
    erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  await there.clock.advance(0);
  const sheet = erin.workshop.sheet.value as SheetModel; // dropped just now
  await there.clock.until(sheet.addNote(lane, 'Decide which feature store stays'));
  const content = sheet.view.value?.content;
  if (!content?.details) throw new Error('The sheet has not been read');
  expect([...lanesOfContent(content).values()]).toEqual([[lane]]);
  const details = { ...content.details, template: 'of a later version' };
  expect([lanesOfContent({ ...content, details }), lanesOfContent({ ...content, size: null })]).toEqual([
    new Map(),
    new Map(),
  ]);
});
