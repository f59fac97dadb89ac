/** Notes written unseen by a whole room: one *done* is for all of somebody's sheets. */
import { afterEach, describe, expect, test } from 'vitest';
import { noteDraftsPart } from '../../../src/app/models/noteDrafts/part.ts';
import type { LaneId } from '../../../src/workshop/ids.ts';
import { newSession, start } from '../../../src/workshop/session/session.ts';
import type { WholeApp } from '../../support/wholeApp.ts';
import { stage } from '../../workshop/session/sessions.ts';
import { gather, liveOf } from './people.ts';

let app: WholeApp | undefined;
afterEach(() => app?.dispose());

const lane = 'execution/exploration' as LaneId;

/** Erin and Eli with a sheet each, Max who manages both, and Fay who runs the session, in the stage for writing. */
async function writing() {
  const names = ['Erin Example', 'Eli Example', 'Max Manager', 'Fay Facilitator'];
  const all = await gather(names, { latency: 60 });
  app = all;
  type One = (typeof all.people)[number];
  const [erin, eli, max, fay] = all.people as [One, One, One, One];
  const { soon, until } = all;
  for (const one of [erin, eli])
    await until(
      one.workshop.drop.place({ ...one.workshop.drop.defaults(), title: 'Staff', writing: 'panel' }),
    );
  const own = (one: One) => {
    const sheet = one.workshop.sheet.value;
    if (!sheet) throw new Error('No sheet');
    return sheet;
  };
  const [hers, his] = [own(erin), own(eli)];
  const as = async (one: One, id: string) => {
    await soon('the sheet is there', () => one.workshop.sheets.value.some((sheet) => sheet.id === id));
    one.workshop.choose(id);
    await soon('it is open', () => one.workshop.sheet.value?.id === id && own(one).view.value !== null);
    return own(one);
  };
  for (const sheet of [hers, his]) {
    (await as(max, sheet.id)).claim('manager');
    const id = max.workshop.me.value?.id;
    await soon(
      'the claim is there',
      () => sheet.view.value?.participants.some(({ user }) => user === id) === true,
    );
    sheet.confirm(id as never, 'manager');
  }
  await soon('the seat can be taken', () => liveOf(fay).mayTake.value);
  liveOf(fay).takeSeat();
  const agenda = [stage('write', 5, { writing: 'private' }), stage('read', 5)];
  liveOf(fay).begin(newSession({ id: 's1', format: 'cohort', template: 'staff-role', agenda }));
  liveOf(fay).act(start);
  await soon('all are in it', () => all.lives.every(({ stage: now }) => now.value?.id === 'write'));
  const notesOf = async (one: One, id: string) => {
    const sheet = await as(one, id);
    await soon('notes are there', () => sheet.part(noteDraftsPart).value !== null);
    const notes = sheet.part(noteDraftsPart).value;
    if (!notes) throw new Error('Not loaded');
    return notes;
  };
  return { ...all, erin, eli, max, fay, hers, his, notesOf };
}

describe('notes written unseen by a room', () => {
  test('of somebody who takes part in several sheets are done on all of them at once, and taken back so', async () => {
    const { erin, max, hers, his, notesOf, soon } = await writing();
    const mine = await notesOf(erin, hers.id);
    mine.write(lane, 'Cut the nightly job to two hours');
    (await notesOf(max, his.id)).write(lane, 'Own the feature store');
    await liveOf(max).sayNotesDone(true);
    expect([(await notesOf(max, hers.id)).stage.value, (await notesOf(max, his.id)).stage.value]).toEqual([
      'waiting',
      'waiting',
    ]);
    await liveOf(max).sayNotesDone(false);
    expect((await notesOf(max, hers.id)).stage.value).toBe('drafting');
    await liveOf(max).sayNotesDone(true);
    await liveOf(erin).sayNotesDone(true);
    await soon('both sides of her sheet are shown', () => mine.stage.value === 'open');
    // His sheet waits for him.
    expect((await notesOf(max, his.id)).stage.value).toBe('waiting');
  });
});
