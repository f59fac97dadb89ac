/** A session from set-up to its start: people, sheets on the board, who finds what when they come. */
import { afterEach, describe, expect, test } from 'vitest';
import type { LiveSession } from '../../../src/app/models/session/live.ts';
import { agendaMinutes } from '../../../src/workshop/session/agenda.ts';
import type { WholeApp, WholePerson } from '../../support/wholeApp.ts';
import { gather, liveOf, setUpBy } from './people.ts';

let app: WholeApp | undefined;
afterEach(() => app?.dispose());

/** Fay sets up a session with two engineers and their manager. */
async function planned() {
  const all = await gather(['Fay Facilitator']);
  app = all;
  const [fay] = all.people as [WholePerson];
  const setUp = await setUpBy(fay, all);
  setUp.change({ title: 'Staff Data Engineer', team: 'Credit' });
  setUp.addNames('Erin Example\nAda Example\nMax Manager');
  const max = setUp.people.value[2]?.id ?? '';
  setUp.setRole(max, 'manager');
  setUp.reviewAll(max);
  return { ...all, all, fay, setUp };
}
const labels = ({ workshop }: WholePerson) => workshop.sheets.value.map(({ label }) => label).sort();

describe('setting a session up', () => {
  test('begins with a cohort’s agenda, and follows the format that is chosen', async () => {
    const { setUp, until, fay } = await planned();
    const minutes = () => agendaMinutes(liveOf(fay).session.value?.agenda ?? []);
    expect([liveOf(fay).session.value?.format, minutes(), setUp.plan.value.unseen]).toEqual([
      'cohort',
      90,
      true,
    ]);
    await until(setUp.choose({ format: 'solo' }));
    expect([minutes(), setUp.plan.value.unseen]).toEqual([30, false]);
    await until(setUp.choose({ format: 'pair', template: 'two-way' }));
    expect([minutes(), setUp.plan.value.unseen, liveOf(fay).session.value?.template]).toEqual([
      60,
      true,
      'two-way',
    ]);
  });

  test('fits the agenda to the minutes that people have, until a format is chosen again', async () => {
    const { setUp, until, fay } = await planned();
    const now = () => {
      const { format, agenda } = liveOf(fay).session.value ?? { format: null, agenda: [] };
      return [format, agendaMinutes(agenda), setUp.plan.value.minutes];
    };
    setUp.fit(45);
    expect(now()).toEqual(['cohort', 45, 45]);
    await until(setUp.choose({ template: 'two-way' }));
    expect(now()).toEqual(['cohort', 45, 45]);
    setUp.fit(3);
    expect(setUp.plan.value.minutes).toBe(10);
    await until(setUp.choose({ format: 'pair' }));
    expect(now()).toEqual(['pair', 60, null]);
  });

  test('takes a name that is pasted twice once, and says so', async () => {
    const { setUp } = await planned();
    expect(setUp.addNames('erin example, New Example, new  example')).toEqual([
      'new example',
      'erin example',
    ]);
    expect(setUp.people.value.map(({ name }) => name)).toEqual([
      'Erin Example',
      'Ada Example',
      'Max Manager',
      'New Example',
    ]);
  });

  test('puts a sheet for each engineer on the board, which each of them finds and confirms with a click', async () => {
    const { all, setUp, until, soon, join, fay, pass } = await planned();
    await until(setUp.dropSheets());
    expect([setUp.missing.value, setUp.progress.value]).toEqual([[], null]);
    expect(labels(fay)).toEqual([
      'Staff Data Engineer · Credit · Ada Example',
      'Staff Data Engineer · Credit · Erin Example',
    ]);
    const erin = await join('Erin Example');
    await soon(
      'Erin has her sheet',
      () => erin.workshop.sheet.value?.view.value?.details.engineer === 'Erin Example',
    );
    const sheet = erin.workshop.sheet.value;
    if (!sheet) throw new Error('No sheet');
    await soon('it is hers by the list', () => liveOf(erin).planned(sheet.id) === 'engineer');
    await until(Promise.resolve(sheet.claim('engineer')));
    const max = await join('Max Manager');
    await soon('Max finds a sheet to review', () => {
      const at = max.workshop.sheet.value?.id;
      return at !== undefined && liveOf(max).planned(at) === 'manager';
    });
    setUp.start();
    await pass(5_000);
    expect(all.lives.map(({ stage }) => stage.value?.id)).toEqual(['open', 'open', 'open']);
    expect(sheet.view.value?.engineer).toBe(erin.workshop.me.value?.id);
    const others = all.people.filter((one) => one !== erin).map((one) => liveOf(one).planned(sheet.id));
    expect(others).toEqual(['facilitator', 'manager']);
    expect(
      liveOf(fay).room.value.occupants.map(({ name, here, sheet: own }) => [name, here, own !== null]),
    ).toEqual([
      ['Erin Example', true, true],
      ['Ada Example', false, true],
      ['Max Manager', true, false],
      ['Fay Facilitator', true, false],
    ]);
  });

  test('goes on where another tab ended, without doubles, also for somebody else in the seat', async () => {
    const { all, setUp, until, soon, join, fay, pass } = await planned();
    setUp.addNames('Ben Example\nCleo Example');
    void setUp.dropSheets();
    await soon('one sheet stands', () => (setUp.progress.value?.sheets ?? 0) >= 1);
    await pass(400);
    fay.workshop.dispose();
    fay.close();
    const gil = await join('Gil Guest');
    await soon('the seat is free', () => liveOf(gil).mayTake.value);
    const again = await setUpBy(gil, all);
    expect(again.people.value).toHaveLength(5);
    await soon('what stands is known', () => again.missing.value.length < 4);
    expect(again.missing.value.length).toBeGreaterThan(0);
    await until(again.dropSheets());
    const frames = [...gil.client.contents.get().items.values()].filter(({ type }) => type === 'frame');
    expect(frames).toHaveLength(5);
    expect([labels(gil).length, new Set(labels(gil)).size, again.missing.value]).toEqual([4, 4, []]);
  });

  test('writes a message for all, and one for each pair', async () => {
    const { setUp, fay, until } = await planned();
    setUp.change({ boards: 'pair' });
    const [erin] = setUp.engineers.value;
    expect([
      setUp.setLink(erin?.id ?? '', 'javascript:alert(1)'),
      setUp.setLink(erin?.id ?? '', 'https://miro.com/app/board/x/'),
    ]).toEqual([false, true]);
    await until(setUp.copyMessage());
    await until(setUp.copyPairMessage(erin?.id ?? ''));
    expect(fay.workshop.notice.value?.message).toContain('copied');
  });
});

describe('bringing everyone', () => {
  test('is an offer that people take up, and come back from; by itself where that was said before', async () => {
    const { all, setUp, until, soon, join, fay, pass } = await planned();
    await until(setUp.dropSheets());
    const erin = await join('Erin Example');
    await soon(
      'Erin has a sheet',
      () => erin.workshop.sheet.value?.view.value?.details.engineer === 'Erin Example',
    );
    setUp.start();
    const live = liveOf(fay);
    live.lead();
    await soon('facilitating is loaded', () => live.lead() !== null);
    const lead = live.lead();
    const ada = fay.workshop.sheets.value.find(({ label }) => label.includes('Ada'))?.id;
    if (!lead || !ada) throw new Error('Not ready');
    const hers = erin.workshop.sheet.value?.id;
    lead.bring({ sheet: ada, place: 'compare', frame: null });
    await pass(5_000);
    const offer = liveOf(erin).offer.value;
    expect([offer?.sheet, live.offer.value, erin.workshop.sheet.value?.id]).toEqual([ada, null, hers]);
    if (!offer) throw new Error('No offer');
    await until(liveOf(erin).along.go(offer));
    expect([erin.workshop.sheet.value?.id, erin.workshop.tab.value, liveOf(erin).offer.value]).toEqual([
      ada,
      'compare',
      null,
    ]);
    await until(liveOf(erin).along.goBack());
    expect([erin.workshop.sheet.value?.id, erin.workshop.tab.value, liveOf(erin).along.away.value]).toEqual([
      hers,
      'write',
      false,
    ]);
    lead.bringBy('go');
    lead.bring({ sheet: ada, place: null, frame: null });
    await pass(5_000);
    expect([erin.workshop.sheet.value?.id, liveOf(erin).along.away.value]).toEqual([ada, true]);
    expect(all.lives.length).toBe(2);
  });
});

describe('facilitating', () => {
  test('asks before going on while people are at it, nudges one of them, and runs the board’s timer where it may', async () => {
    const { all, setUp, soon, join, fay, pass, board } = await planned();
    const erin = await join('Erin Example');
    setUp.start();
    await pass(3_000);
    const live: LiveSession = liveOf(fay);
    live.lead();
    await soon('facilitating is loaded', () => live.lead()?.hasTimer.value === true);
    const lead = live.lead();
    if (!lead) throw new Error('Not loaded');
    expect(lead.busy.value).toBe(1);
    lead.wish({ kind: 'next' });
    expect([lead.asking.value, live.stage.value?.id]).toEqual([{ kind: 'next' }, 'open']);
    lead.stay();
    lead.nudge(erin.workshop.me.value?.id as never);
    await pass(3_000);
    expect(erin.workshop.notice.value?.message).toContain('Fay Facilitator asks how far you are');
    expect(fay.workshop.notice.value).toBeNull();
    liveOf(erin).sayDone(true);
    await pass(4_000);
    lead.useTimer(true);
    await pass(1_000);
    lead.wish({ kind: 'next' });
    expect(live.stage.value?.id).toBe('context');
    await pass(2_000);
    const timer = board.calls.filter(({ name }) => name === 'TIMER_START');
    expect(timer).toHaveLength(2);
    lead.wish({ kind: 'back' });
    expect([lead.asking.value, live.stage.value?.id]).toEqual([null, 'open']);
    expect(all.lives).toHaveLength(2);
  });
});
