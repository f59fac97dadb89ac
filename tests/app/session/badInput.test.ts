/** Sessions in which something goes wrong: over real sync and a board in memory, on a virtual clock. */
import { afterEach, describe, expect, test } from 'vitest';
import { blindStep } from '../../../src/annotations/blindSetting.ts';
import { sayAuthors } from '../../../src/annotations/session/authors.ts';
import { readSheet } from '../../../src/annotations/sheetDocument.ts';
import { noteDraftsPart } from '../../../src/app/models/noteDrafts/part.ts';
import type { Facilitating } from '../../../src/app/models/session/facilitating.ts';
import type { LiveSession } from '../../../src/app/models/session/live.ts';
import type { SheetModel } from '../../../src/app/models/sheet/sheetModel.ts';
import type { LaneId, SheetId } from '../../../src/workshop/ids.ts';
import { agendaMinutes } from '../../../src/workshop/session/agenda.ts';
import { goTo, newSession, start } from '../../../src/workshop/session/session.ts';
import { copyBoard } from '../../support/copyBoard.ts';
import { type Gathering, gathering, type SomebodyThere } from '../../support/people.ts';
import { readings } from '../../support/readings.ts';
import type { WholeApp, WholePerson } from '../../support/wholeApp.ts';
import { minute, stage } from '../../workshop/session/sessions.ts';
import { type Gathered, gather, liveOf, setUpBy } from './people.ts';

let app: WholeApp | undefined;
afterEach(() => app?.dispose());

const hour = 60 * minute;
const mostInMinute = 100_000;
const agenda = [stage('open', 5), stage('write', 30), stage('talk', 30), stage('close', 5)];

/** Fay runs a session that is in its first stage. */
async function running(sent?: (text: string) => void) {
  const all = await gather(['Fay Facilitator'], { latency: 60 }, sent);
  app = all;
  const [fay] = all.people as [WholePerson];
  await all.soon('the seat can be taken', () => liveOf(fay).mayTake.value);
  liveOf(fay).takeSeat();
  liveOf(fay).begin(newSession({ id: 's1', format: 'cohort', template: 'staff-role', agenda }));
  liveOf(fay).act(start);
  return { ...all, all, fay };
}

async function sessionOf({ workshop }: SomebodyThere, { clock }: Gathering): Promise<LiveSession> {
  for (let tries = 0; tries < 50 && !workshop.live()?.ready.value; tries += 1) await clock.advance(200);
  const live = workshop.live();
  if (!live) throw new Error('No session is loaded');
  return live;
}

/** What a person's panel says is left of the stage, in milliseconds. */
function leftFor(person: WholePerson): number {
  const left = liveOf(person).left.value;
  return left.kind === 'left' ? left.ms : Number.NaN;
}

async function leadOf(person: WholePerson, { soon }: Pick<Gathered, 'soon'>): Promise<Facilitating> {
  liveOf(person).lead();
  await soon('facilitating is loaded', () => liveOf(person).lead() !== null);
  return liveOf(person).lead() as Facilitating;
}

describe('people who come', () => {
  test('thirty within five seconds all see the stage soon, and nobody comes near the budget', async () => {
    const { fay, board, enter, until, soon, pass } = await running();
    await until(fay.workshop.drop.place({ ...fay.workshop.drop.defaults(), title: 'Staff' }));
    await pass(minute);
    const before = board.calls.length;
    const began = board.clock.now();
    const coming = Array.from({ length: 29 }, async (_, at) => {
      await new Promise<void>((resolve) => board.clock.after((at * 5_000) / 28, resolve));
      return enter(`Person ${at + 1} Example`);
    });
    const people = await until(Promise.all(coming));
    await soon('everybody sees the stage', () =>
      people.every(({ workshop }) => workshop.live()?.stage.value?.id === 'open'),
    );
    expect(board.clock.now() - began).toBeLessThan(15_000);
    await soon('everybody sees everybody', () =>
      people.every((one) => liveOf(one).room.value.occupants.filter(({ here }) => here).length === 30),
    );
    expect(board.clock.now() - began).toBeLessThan(45_000);
    await pass(10_000);
    const lefts = [fay, ...people].map(leftFor);
    expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThanOrEqual(1_000);
    expect(people.map(({ workshop }) => workshop.sheets.value.length)).toEqual(people.map(() => 1));
    const spent = new Map<string, number>();
    for (const { user, credits } of board.calls.slice(before))
      spent.set(user, (spent.get(user) ?? 0) + credits);
    expect(Math.max(...spent.values())).toBeLessThan(mostInMinute / 2);
  });

  test('at minute 40, one with a clock an hour off, find the stage and the time of all others', async () => {
    const { fay, all, join, pass } = await running();
    const erin = await join('Erin Example');
    await pass(5 * minute);
    liveOf(fay).act((session, now) => goTo(session, 'write', now));
    await pass(15 * minute);
    await pass(15 * minute);
    liveOf(fay).act((session, now) => goTo(session, 'talk', now));
    await pass(5 * minute);
    const late = [await join('Lou Late', undefined, -hour), await join('Mia Late', undefined, 3 * hour)];
    await pass(20_000);
    for (const one of [erin, ...late]) {
      expect(liveOf(one).stage.value?.id).toBe('talk');
      expect(Math.abs(leftFor(one) - leftFor(fay))).toBeLessThanOrEqual(1_000);
    }
    // Also when the one whose clock is wrong goes on with it.
    liveOf(fay).offerSeat(late[0]?.workshop.me.value?.id ?? null);
    await pass(5_000);
    const before = leftFor(erin);
    expect(late[0] && liveOf(late[0]).takeSeat()).toBe(true);
    late[0] && liveOf(late[0]).act((session) => ({ ...session }));
    await pass(10_000);
    for (const one of all.people) {
      expect(liveOf(one).stage.value?.id).toBe('talk');
      expect(Math.abs(before - leftFor(one) - 10_000)).toBeLessThanOrEqual(2_000);
    }
  });

  test('as guests who may not write see stage and time, and take nothing from anybody', async () => {
    const { fay, join, pass } = await running();
    const erin = await join('Erin Example');
    const gil = await join('Gil Guest', { latency: 60, access: 'view' });
    await pass(10_000);
    expect(liveOf(gil).stage.value?.id).toBe('open');
    expect(Math.abs(leftFor(gil) - leftFor(fay))).toBeLessThanOrEqual(1_000);
    const seen = () =>
      [fay, erin, gil].map((one) =>
        liveOf(one).room.value.occupants.flatMap(({ name, awaited, reads }) =>
          name === 'Gil Guest' ? [awaited, reads] : [],
        ),
      );
    // Until he tries to write, nobody knows it.
    expect(seen()).toEqual(Array(3).fill([true, false]));
    liveOf(fay).leaveSeat();
    await pass(5_000);
    liveOf(gil).takeSeat();
    await pass(20_000);
    expect(seen()).toEqual(Array(3).fill([false, true]));
    expect(gil.workshop.notice.value?.message).toContain('lets you read only');
    expect([fay, erin, gil].map((one) => liveOf(one).iHold.value)).toEqual([false, false, false]);
    expect(liveOf(gil).takeSeat()).toBe(false);
    expect(liveOf(erin).takeSeat()).toBe(true);
    await pass(10_000);
    expect([fay, erin, gil].map((one) => liveOf(one).holderName.value)).toEqual(
      Array(3).fill('Erin Example'),
    );
    expect([fay, erin, gil].map((one) => liveOf(one).stage.value?.id)).toEqual(Array(3).fill('open'));
  });
});

/** Two engineers and their manager with sheets on which notes are written unseen; Ben is still at it. */
async function writing() {
  const heard: string[] = [];
  const all = await gather(['Fay Facilitator'], { latency: 60 }, (text) => heard.push(...readings(text)));
  app = all;
  const { until, soon, join, pass } = all;
  const [fay] = all.people as [WholePerson];
  const setUp = await setUpBy(fay, all);
  setUp.change({ title: 'Staff Engineer', team: 'Payments' });
  setUp.addNames('Ada Example\nBen Example\nMax Manager');
  const max = setUp.people.value[2]?.id ?? '';
  setUp.setRole(max, 'manager');
  setUp.reviewAll(max);
  await until(setUp.dropSheets());
  setUp.start();
  const sheetFor = async (person: WholePerson, id: SheetId): Promise<SheetModel> => {
    person.workshop.choose(id);
    await soon('the sheet is open', () => person.workshop.sheet.value?.view.value?.details !== undefined);
    const sheet = person.workshop.sheet.value;
    if (sheet?.id !== id) throw new Error('Another sheet is open');
    sheet.part(noteDraftsPart);
    await soon('writing is loaded', () => sheet.part(noteDraftsPart).value !== null);
    return sheet;
  };
  const sheets = new Map(setUp.people.value.flatMap(({ name, sheet }) => (sheet ? [[name, sheet]] : [])));
  const people: WholePerson[] = [];
  for (const [at, name] of ['Ada Example', 'Ben Example'].entries()) {
    const person = await join(name);
    people.push(person);
    const id = sheets.get(name) as SheetId;
    await soon('the sheet is known', () => person.workshop.sheets.value.some((one) => one.id === id));
    const sheet = await sheetFor(person, id);
    sheet.claim('engineer');
    const notes = sheet.part(noteDraftsPart).value;
    notes?.write('execution/exploration' as LaneId, `A note of ${name}`);
    if (at === 0) notes?.done();
  }
  await pass(10_000);
  const draftsOf = (person: WholePerson) => {
    const drafts = person.workshop.sheet.value?.part(noteDraftsPart).value;
    if (!drafts) throw new Error('Not loaded');
    return drafts;
  };
  const [ada, ben] = people as [WholePerson, WholePerson];
  return { ...all, all, fay, ada, ben, setUp, sheets, sheetFor, draftsOf, heard };
}

describe('showing all notes', () => {
  test.each([0, 90, 400])(
    'whose tab is killed %i ms after the click is finished by whoever takes over; a draft stays its owner’s',
    async (ms) => {
      const { all, fay, ada, ben, join, soon, pass, sheets, sheetFor, draftsOf, heard } = await writing();
      const lead = await leadOf(fay, all);
      await soon('both are unseen', () => lead.unseen.value.length === 2);
      lead.revealAll();
      if (ms > 0) await pass(ms);
      fay.workshop.dispose();
      fay.close();
      const gil = await join('Gil Guest');
      await soon('the seat is free', () => liveOf(gil).mayTake.value);
      liveOf(gil).takeSeat();
      await soon('the sheets are here', () => liveOf(gil).sheets.value.length === 2);
      await pass(5_000);
      const again = await leadOf(gil, all);
      again.revealAll();
      await soon('both are shown to all', () =>
        [ada, ben].every((one) => draftsOf(one).stage.value === 'open'),
      );
      expect(again.unseen.value).toEqual([]);
      const seen = await sheetFor(gil, sheets.get('Ada Example') as SheetId);
      await soon('Ada’s note is shown', () => draftsOf(gil).revealed.value.comparison.alone.length === 1);
      expect(seen.part(noteDraftsPart).value?.revealed.value.comparison.alone[0]?.text).toBe(
        'A note of Ada Example',
      );
      await sheetFor(gil, sheets.get('Ben Example') as SheetId);
      await pass(10_000);
      expect(draftsOf(gil).revealed.value.comparison.alone).toEqual([]);
      expect(draftsOf(ben).left.value?.notes.map(({ text }) => text)).toEqual(['A note of Ben Example']);
      expect(heard.some((reading) => reading.includes('A note of Ben'))).toBe(false);
      draftsOf(ben).showLeft();
      await soon('Ben’s is shown by Ben', () => draftsOf(gil).revealed.value.comparison.alone.length === 1);
    },
  );

  test('names nobody who wrote while it was said that nobody would be, also once a later step says names', async () => {
    const { all, fay, ada, pass, soon, draftsOf } = await writing();
    const sheet = ada.workshop.sheet.value;
    const step = sheet && readSheet(sheet.document).writing.step;
    if (!sheet || !step) throw new Error('No step');
    sayAuthors(sheet.document, step, 'hidden');
    await pass(5_000);
    (await leadOf(fay, all)).revealAll();
    await soon('it is shown', () => draftsOf(ada).stage.value === 'open');
    draftsOf(ada).switchOn(true);
    await pass(5_000);
    expect(draftsOf(ada).stage.value).toBe('drafting');
    draftsOf(ada).write('execution/exploration' as LaneId, 'A later one');
    draftsOf(ada).done();
    await pass(5_000);
    (await leadOf(fay, all)).revealAll();
    await soon('both are shown', () => draftsOf(ada).revealed.value.comparison.alone.length === 2);
    const said = draftsOf(ada).revealed.value.comparison.alone.map((note) => [
      note.text,
      draftsOf(ada).writerOf(note),
    ]);
    expect(said.sort()).toEqual([
      ['A later one', 'Ada Example'],
      ['A note of Ada Example', ''],
    ]);
    await all.until(draftsOf(ada).place(true));
    const tags = [...ada.client.contents.get().tags.values()];
    expect(tags.map(({ title }) => title)).toEqual(['from Ada Example']);
    expect([...draftsOf(ada).origins.value.values()].flat().map(({ name }) => name)).toEqual(['Ada Example']);
  });

  test('leaves a sheet alone that is on the board for something else', async () => {
    const { all, fay, pass, until, join } = await writing();
    const pat = await join('Pat Example');
    const form = { ...pat.workshop.drop.defaults(), title: 'Another talk', writing: 'panel' as const };
    await until(pat.workshop.drop.place(form));
    await pass(5_000);
    const own = pat.workshop.sheet.value;
    const lead = await leadOf(fay, all);
    expect([liveOf(fay).sheets.value.length, lead.unseen.value.length]).toEqual([3, 2]);
    lead.revealAll();
    await pass(5_000);
    expect(lead.unseen.value).toEqual([]);
    expect(own && blindStep(readSheet(own.document).writing)).not.toBeNull();
  });

  test('is the facilitator’s alone', async () => {
    const { all, ada, pass, draftsOf } = await writing();
    const lead = await leadOf(ada, all);
    lead.revealAll();
    await pass(5_000);
    expect(draftsOf(ada).stage.value).toBe('waiting');
  });
});

test('somebody who owns two sheets is in the room once, and whose sheet it was is told by their name', async () => {
  const { all, ada, fay, setUp, sheets, sheetFor, soon, pass, join } = await writing();
  setUp.addNames('Zoe Example');
  await all.until(setUp.dropSheets());
  const spare = setUp.people.value.find(({ name }) => name === 'Zoe Example')?.sheet as SheetId;
  await soon('Ada has it, too', () => ada.workshop.sheets.value.some(({ id }) => id === spare));
  (await sheetFor(ada, spare)).claim('engineer');
  await pass(5_000);
  liveOf(ada).sayDone(true);
  await pass(5_000);
  const rows = () =>
    liveOf(fay).room.value.occupants.map(({ name, here, done, sheet }) => [name, here, done, sheet]);
  expect(rows()).toEqual([
    ['Ada Example', true, true, sheets.get('Ada Example')],
    ['Ben Example', true, false, sheets.get('Ben Example')],
    ['Max Manager', false, false, null],
    ['Zoe Example', false, false, spare],
    ['Fay Facilitator', true, false, null],
  ]);
  expect([liveOf(fay).room.value.done, liveOf(fay).room.value.awaited]).toEqual([1, 2]);
  const late = await join('Zoe Example');
  await soon('Zoe finds hers', () => liveOf(late).planned(spare) === 'engineer');
  expect(liveOf(ada).planned(sheets.get('Ada Example') as SheetId)).toBe('engineer');
});

test('two facilitators on a board and its copy run two sessions, and nothing goes from one to the other', async () => {
  const first = gathering();
  const fay = await first.come('Fay Facilitator');
  const hers = await sessionOf(fay, first);
  hers.takeSeat();
  hers.begin(newSession({ id: 's1', format: 'cohort', template: 'staff-role', agenda }));
  hers.act(start);
  await first.clock.until(fay.workshop.drop.place({ ...fay.workshop.drop.defaults(), title: 'Staff' }));
  await first.clock.advance(5_000);

  const second = gathering({ boardId: 'board-2' });
  await second.clock.until(copyBoard(first.board, second.board, { records: true }));
  const gil = await second.come('Gil Guest');
  const his = await sessionOf(gil, second);
  expect([his.session.value, his.holder.value, his.mayTake.value]).toEqual([null, null, true]);
  expect(his.takeSeat()).toBe(true);
  his.begin(newSession({ id: 's2', format: 'pair', template: 'staff-role', agenda }));
  his.act(start);
  his.act((session, now) => goTo(session, 'talk', now));
  // Fay goes to the copy, too, with the browser in which she facilitates the first one.
  const fayThere = await second.come('Fay Facilitator');
  const there = await sessionOf(fayThere, second);
  await second.clock.advance(5_000);
  expect([there.iHold.value, there.holderName.value, there.stage.value?.id]).toEqual([
    false,
    'Gil Guest',
    'talk',
  ]);
  await first.clock.advance(5_000);
  expect([hers.iHold.value, hers.session.value?.id, hers.stage.value?.id]).toEqual([true, 's1', 'open']);
  expect(his.session.value?.id).toBe('s2');
});

test('an agenda of zero minutes is one of a minute each, which runs, is over, and goes on', async () => {
  const { all, fay, until, soon, pass } = await running();
  const setUp = await (async () => {
    liveOf(fay).act((session) => ({ ...session, phase: 'ended' }));
    return setUpBy(fay, all);
  })();
  const lead = await leadOf(fay, all);
  for (const { id } of liveOf(fay).session.value?.agenda ?? []) lead.edit(id, { minutes: 0 });
  const stages = liveOf(fay).session.value?.agenda ?? [];
  expect(agendaMinutes(stages)).toBe(stages.length);
  setUp.start();
  await pass(90_000);
  expect(leftFor(fay)).toBeLessThan(0);
  await until(Promise.resolve());
  for (const _ of stages) {
    lead.wish({ kind: 'next' });
    if (lead.asking.value) lead.goAhead();
  }
  expect(liveOf(fay).stage.value?.id).toBe(stages.at(-1)?.id);
  lead.wish({ kind: 'end' });
  if (lead.asking.value) lead.goAhead();
  await soon('it is over', () => liveOf(fay).session.value?.phase === 'ended');
});
