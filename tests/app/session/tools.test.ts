/** What stages do with a sheet, by several people: dots that nobody sees, grouping, the walk. */
import { afterEach, describe, expect, test } from 'vitest';
import { groupingPart, walkingPart } from '../../../src/app/models/session/tools/toolParts.ts';
import type { LaneId } from '../../../src/workshop/ids.ts';
import { newSession, next, start } from '../../../src/workshop/session/session.ts';
import { readings } from '../../support/readings.ts';
import type { WholeApp } from '../../support/wholeApp.ts';
import { stage } from '../../workshop/session/sessions.ts';
import { gather, liveOf } from './people.ts';

let app: WholeApp | undefined;
afterEach(() => app?.dispose());

const texts = [
  'Cut the nightly job to two hours',
  'Own the feature store',
  'Review every design of the team',
];

/** Erin's sheet with three notes, her manager Max, and Fay who runs a session in the stage for dots. */
async function withNotes() {
  const heard: string[] = [];
  const all = await gather(['Erin Example', 'Max Manager', 'Fay Facilitator'], { latency: 60 }, (text) =>
    heard.push(...readings(text)),
  );
  app = all;
  const [erin, max, fay] = all.people as [
    (typeof all.people)[0],
    (typeof all.people)[0],
    (typeof all.people)[0],
  ];
  const { soon, until, pass } = all;
  await until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  const sheet = erin.workshop.sheet.value;
  if (!sheet) throw new Error('No sheet');
  for (const text of texts) await until(sheet.addNote('execution/exploration' as LaneId, text));
  await soon('Max has the sheet', () => max.workshop.sheet.value?.view.value?.total === 3);
  max.workshop.sheet.value?.claim('manager');
  await soon(
    'the claim is there',
    () => sheet.view.value?.participants.some(({ role }) => role === 'manager') === true,
  );
  sheet.confirm(max.workshop.me.value?.id as never, 'manager');
  await soon('the seat can be taken', () => liveOf(fay).mayTake.value);
  liveOf(fay).takeSeat();
  const agenda = [stage('dots', 5, { tool: 'dots' }), stage('talk', 10, { tool: 'walk' })];
  liveOf(fay).begin(newSession({ id: 's1', format: 'cohort', template: 'staff-role', agenda }));
  liveOf(fay).act(start);
  await soon('dots are loaded', () => all.lives.every(({ dots }) => dots.value !== null));
  const notes = () => [...(sheet.view.value?.notes.values() ?? [])];
  const idOf = (text: string) => notes().find((note) => note.text === text)?.id as never;
  /** Whether anything that was sent tells of dots somebody gave. */
  const leaked = () => heard.some((reading) => reading.includes('s1/dots/'));
  return { ...all, erin, max, fay, sheet, idOf, pass, leaked };
}

describe('dots', () => {
  test('are nobody else’s until the stage is over: then all see the same, also of who never said done', async () => {
    const { erin, max, fay, sheet, idOf, pass, soon, leaked } = await withNotes();
    const [hers, his] = [liveOf(erin).dots.value, liveOf(max).dots.value];
    if (!hers || !his) throw new Error('Not loaded');
    const [first = '', second = ''] = texts;
    hers.give(sheet.id, idOf(first));
    hers.give(sheet.id, idOf(first));
    his.give(sheet.id, idOf(second));
    await pass(10_000);
    expect(leaked()).toBe(false);
    expect(liveOf(fay).badges.value.flatMap(({ dots }) => [...dots])).toEqual([]);
    expect([hers.left(sheet.id), hers.stage.value]).toEqual([1, 'giving']);
    liveOf(erin).sayDone(true);
    await pass(5_000);
    const view = max.workshop.sheet.value?.shared.value;
    if (!view) throw new Error('No view');
    // On her badge now, and shown to nobody.
    expect(leaked()).toBe(true);
    expect([his.counted(sheet.id, view), hers.stage.value]).toEqual([[], 'done']);
    liveOf(fay).act(next);
    await soon('all are counted', () => his.counted(sheet.id, view).length === 2);
    await pass(5_000);
    expect([hers, his].map((one) => one.counted(sheet.id, view))).toEqual(
      Array(2).fill([
        { note: idOf(first), dots: 2 },
        { note: idOf(second), dots: 1 },
      ]),
    );
  });

  test('that somebody takes back with “not done” are theirs again', async () => {
    const { erin, fay, sheet, idOf, pass } = await withNotes();
    const hers = liveOf(erin).dots.value;
    hers?.give(sheet.id, idOf(texts[0] ?? ''));
    liveOf(erin).sayDone(true);
    await pass(5_000);
    expect(liveOf(fay).badges.value.flatMap(({ dots }) => [...dots])).toHaveLength(1);
    liveOf(erin).sayDone(false);
    await pass(5_000);
    expect(liveOf(fay).badges.value.flatMap(({ dots }) => [...dots])).toEqual([]);
    expect(hers?.left(sheet.id)).toBe(2);
  });
});

describe('grouping', () => {
  test('is done by anybody on the sheet, seen by all, and undone with a click', async () => {
    const { erin, max, sheet, idOf, pass, soon } = await withNotes();
    const his = max.workshop.sheet.value?.part(groupingPart);
    const hers = sheet.part(groupingPart);
    await soon('grouping is loaded', () => Boolean(his?.value && hers.value));
    const [first, second, third] = texts.map(idOf);
    his?.value?.group([first, second] as never);
    await soon('Erin sees it', () => hers.value?.groups.value.length === 1);
    expect(hers.value?.loose.value.map(({ id }) => id)).toEqual([third]);
    const [group] = hers.value?.groups.value ?? [];
    if (group) hers.value?.rename(group, 'Data');
    hers.value?.group([first, third] as never);
    await pass(5_000);
    expect(his?.value?.groups.value.map(({ name, notes }) => [name, notes.length])).toEqual([['Data', 3]]);
    erin.workshop.notice.value?.action?.run();
    await pass(5_000);
    expect(his?.value?.groups.value.map(({ name, notes }) => [name, notes.length])).toEqual([['Data', 2]]);
  });
});

describe('the walk', () => {
  test('talks about look-alikes as one, with whichever of them comes first', async () => {
    const { sheet, idOf, soon } = await withNotes();
    const walking = sheet.part(walkingPart);
    await soon('walking is loaded', () => Boolean(walking.value));
    const [first, second, third] = texts.map(idOf);
    const groups = [[first, third]] as never;
    const shape = (dots: unknown) =>
      walking.value
        ?.items(12, dots as never, groups)
        .map(({ note, like }) => [note.id, like.map(({ id }) => id)]);
    expect(shape(new Map())).toEqual([
      [first, [third]],
      [second, []],
    ]);
    expect(shape(new Map([[third, 1]]))).toEqual([
      [third, [first]],
      [second, []],
    ]);
  });

  test('goes by dots first, shares out the minutes, and parks for later', async () => {
    const { max, sheet, idOf, pass, soon } = await withNotes();
    const hers = sheet.part(walkingPart);
    const his = max.workshop.sheet.value?.part(walkingPart);
    await soon('walking is loaded', () => Boolean(hers.value && his?.value));
    const [first, second, third] = texts.map(idOf);
    const items = hers.value?.items(12, new Map([[third, 2]] as never)) ?? [];
    expect(items.map(({ note, minutes }) => [note.id, minutes])).toEqual([
      [third, 4],
      [first, 4],
      [second, 4],
    ]);
    hers.value?.go(third as never);
    hers.value?.park(second as never, true);
    await pass(5_000);
    expect([his?.value?.now.value, his?.value?.parked.value.map(({ id }) => id)]).toEqual([third, [second]]);
    expect(his?.value?.items(12, new Map()).map(({ note }) => note.id)).toEqual([first, third]);
    sheet.remark(third as never, 'Decided: only for the credit models', null);
    await pass(5_000);
    expect(max.workshop.sheet.value?.view.value?.notes.get(third as never)?.remarkCount).toBe(1);
  });
});
