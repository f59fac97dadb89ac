/** Seeing the notes by the other lens in one's own panel. */
import { expect, test } from 'vitest';
import { otherLens } from '../../../src/app/models/lens/otherLens.ts';
import { ownLensPart } from '../../../src/app/models/lens/ownLensPart.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { gathering } from '../../support/people.ts';

test('groups the same notes by responsibility, glue in two lanes, and leaves the board and everybody else alone', async () => {
  const there = gathering();
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  const sheet = erin.workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  for (const [lane, text] of [
    [laneId('execution', 'being-glue'), 'Keep the handover short'],
    [laneId('leveling-up', 'being-glue'), 'Introduce the newcomers'],
    [laneId('side', 'not-doing'), 'No on-call for two teams'],
  ] as const)
    await there.clock.until(sheet.addNote(lane, text));
  const [first] = sheet.view.value?.notes.keys() ?? [];
  if (first) sheet.takeStance(first, 'agree', '');
  const part = sheet.part(ownLensPart);
  await there.clock.advance(0);
  await there.clock.advance(0);
  const own = part.value;
  const calls = there.board.calls.length;
  expect([own?.lens.value, own?.columns.value]).toEqual(['pillars', null]);
  own?.choose('responsibilities');
  const columns = own?.columns.value ?? [];
  const glue = columns.find(({ column }) => column.id === 'being-glue');
  expect(glue?.lanes.map(({ lane, notes }) => [lane.title, notes.map(({ text }) => text)])).toEqual([
    ['Execution', ['Keep the handover short']],
    ['Leveling up', ['Introduce the newcomers']],
  ]);
  const side = columns.find(({ column }) => column.id === 'side/not-doing');
  expect(side?.lanes.flatMap(({ notes }) => notes.map(({ text }) => text))).toEqual([
    'No on-call for two teams',
  ]);
  // The same figures as Compare has for the other lens.
  const view = sheet.view.value;
  const figures = columns
    .filter(({ column, total }) => column.place === 'main' && total > 0)
    .map(({ column, agreed, total }) => ({ key: column.title, agreed, total }));
  expect(view && otherLens(view).groups).toMatchObject(figures);
  expect([there.board.calls.length, view?.details.lens]).toEqual([calls, 'pillars']);
  own?.choose('pillars');
  expect(own?.columns.value).toBeNull();
});
