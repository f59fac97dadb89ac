/** What a sheet touches, for two people on one board. */
import { describe, expect, test } from 'vitest';
import { themesPart } from '../../../src/app/models/themes/themesPart.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { gathering, sheetOf } from '../../support/people.ts';

const exploration = laneId('execution', 'exploration');
const mentorship = laneId('leveling-up', 'mentorship-and-sponsorship');

async function twoPeople() {
  const there = gathering({ writer: 'user-erin-example' });
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  for (const text of ['Ship the limits page by June', 'Cut the backfill from 9 h to 2 h'])
    await there.clock.until(sheetOf(erin).addNote(exploration, text));
  await there.clock.until(sheetOf(erin).addNote(mentorship, 'Sit with both juniors every Thursday'));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  const hers = await there.clock.until(sheetOf(erin).loaded(themesPart));
  const his = await there.clock.until(sheetOf(max).loaded(themesPart));
  await there.clock.advance(100);
  const [ship] = [...(sheetOf(erin).view.value?.notes.keys() ?? [])];
  if (!ship) throw new Error('No note');
  return { there, erin, max, hers, his, ship };
}

describe('the themes of a sheet', () => {
  test('are touched by its notes, and the balance says what there is', async () => {
    const { hers } = await twoPeople();
    const touched = hers.states.value.filter(({ state }) => state === 'touched').map(({ theme }) => theme);
    expect(touched).toEqual(['impact', 'coaching', 'delivery']);
    expect(hers.balance.value).toBe('2 of 3 notes are Execution. None is in Big-picture thinking.');
    expect(hers.next.value?.words).toBe('5 themes that such roles share are not on the sheet.');
  });

  test('are the same for both, and a mark counts once its speaker’s role is confirmed', async () => {
    const { there, erin, max, hers, his, ship } = await twoPeople();
    expect([hers.heard.value, his.heard.value]).toEqual([true, false]);
    his.mark('strategy', ship, true);
    await there.clock.advance(0);
    const strategy = (one: typeof hers) => one.states.value.find(({ theme }) => theme === 'strategy')?.state;
    expect([strategy(hers), strategy(his)]).toEqual(['untouched', 'untouched']);
    const { me } = max.workshop;
    if (me.value) sheetOf(erin).confirm(me.value.id, 'manager');
    await there.clock.advance(0);
    expect([strategy(hers), strategy(his)]).toEqual(['touched', 'touched']);
    his.mark('strategy', ship, null);
    await there.clock.advance(0);
    expect(strategy(hers)).toBe('untouched');
  });

  test('can be left out with a reason, and taken in again with undo', async () => {
    const { there, erin, hers } = await twoPeople();
    hers.leaveOut('long-range', 'The principal does it');
    await there.clock.advance(0);
    const state = () => hers.states.value.find(({ theme }) => theme === 'long-range');
    expect(state()).toMatchObject({ state: 'left-out', leftOut: [{ reason: 'The principal does it' }] });
    erin.workshop.notice.value?.action?.run();
    await there.clock.advance(0);
    expect(state()?.state).toBe('untouched');
  });
});
