/** The agenda of the next talk, on the board and as text, with two people on one board. */

import { expect, test } from 'vitest';
import { agendaText } from '../../src/app/models/agenda/agendaWords.ts';
import { otherLens } from '../../src/app/models/lens/otherLens.ts';
import { agendaPart } from '../../src/app/models/sheet/placeParts.ts';
import type { SheetView } from '../../src/app/models/sheet/sheetView.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import { type ItemId, laneId } from '../../src/workshop/ids.ts';
import { type GatheringOptions, gathering, type SomebodyThere, sheetOf } from '../support/people.ts';

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}

/** Two notes: on the first they see it differently, about the second only Erin has said something. */
async function twoSides(options: GatheringOptions = {}) {
  const there = gathering(options);
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  for (const [lane, text] of [
    ['technical-direction', 'First note'],
    ['engineering-perspective', 'Second note'],
  ] as const)
    await there.clock.until(sheetOf(erin).addNote(laneId('big-picture', lane), text));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  const [first, second] = [...viewOf(erin).notes.keys()] as [ItemId, ItemId];
  sheetOf(erin).takeStance(first, 'agree', '');
  sheetOf(erin).takeStance(second, 'agree', '');
  sheetOf(max).takeStance(first, 'disagree', 'too early');
  await there.clock.advance(0);
  return { there, erin, max };
}

const everything = (board: ReturnType<typeof gathering>['board']) =>
  [...board.items.values()].map(({ kind, text }) => `${kind} ${text}`);

test('says the same to both: what they see most differently first, with minutes that add up', async () => {
  const { erin, max } = await twoSides();
  const text = agendaText(viewOf(erin), 30);
  expect(text).toBe(
    [
      'Next talk: Staff · Erin Example',
      '30 minutes, what people see most differently first',
      '',
      '1. First note (22 min)',
      '   Disputed · Erin Example: Agree · Max Example: Disagree',
      '2. Second note (8 min)',
      '   Open · Erin Example: Agree · Max Example: nothing yet',
    ].join('\n'),
  );
  expect(agendaText(viewOf(max), 30)).toBe(text);
});

test('is dropped beside the sheet, counts as no note, and one click takes it back', async () => {
  const { there, erin } = await twoSides();
  const before = everything(there.board);
  await there.clock.until((await sheetOf(erin).loaded(agendaPart)).place(30));
  expect(everything(there.board).slice(before.length)).toEqual(
    expect.arrayContaining(['frame Next talk: Staff · Erin Example', 'shape 22 min', 'shape 8 min']),
  );
  await there.clock.until(erin.workshop.lookAgain());
  expect([viewOf(erin).total, viewOf(erin).unplaced]).toEqual([2, []]);
  const { strangers, unfinished, copies } = erin.workshop.found;
  expect([strangers.value, unfinished.value, copies.value]).toEqual([[], [], []]);
  expect(erin.workshop.notice.value?.message).toBe('The agenda is on the board.');
  erin.workshop.notice.value?.action?.run();
  await there.clock.advance(1000);
  expect(everything(there.board)).toEqual(before);
  expect(erin.workshop.notice.value?.message).toBe('The agenda is off the board.');
});

test('that the board refuses half-way leaves nothing behind', async () => {
  let refusing = false;
  const { there, erin } = await twoSides({
    refuse: ({ method }) =>
      refusing && method === 'putInFrame' ? new BoardRefusal('no-access', 'You may only view.') : null,
  });
  const before = everything(there.board);
  refusing = true;
  await there.clock.until((await sheetOf(erin).loaded(agendaPart)).place(30));
  expect(everything(there.board)).toEqual(before);
  expect(erin.workshop.notice.value?.message).toMatch(/Everything was taken back\.$/);
});

test('is copied as text', async () => {
  const { there, erin } = await twoSides();
  await there.clock.until((await sheetOf(erin).loaded(agendaPart)).copy(10));
  expect(erin.copied).toEqual([agendaText(viewOf(erin), 10)]);
});

test('agreement shows by the other lens, too, for what has notes', async () => {
  const { erin } = await twoSides();
  expect(otherLens(viewOf(erin))).toMatchObject({
    by: 'responsibility',
    groups: [
      { key: 'Technical direction', agreed: 0, total: 1 },
      { key: 'Engineering perspective', agreed: 0, total: 1 },
    ],
  });
});
