/** The live session in several panels at once: over real sync and a board in memory, on a virtual clock. */
import { afterEach, describe, expect, test } from 'vitest';
import type { LiveSession } from '../../../src/app/models/session/live.ts';
import { back, newSession, next, start } from '../../../src/workshop/session/session.ts';
import type { WholeApp } from '../../support/wholeApp.ts';
import { minute, stage } from '../../workshop/session/sessions.ts';
import { gather } from './people.ts';

let app: WholeApp | undefined;
afterEach(() => app?.dispose());

const agenda = [stage('open', 5), stage('write', 10), stage('talk', 15)];
/** Fay holds the seat of a session that has not begun; the others are there. */
async function gathered(names: readonly string[] = ['Fay Facilitator', 'Erin Example', 'Max Manager']) {
  const all = await gather(names);
  app = all;
  const [fay] = all.lives as [LiveSession];
  await all.soon('the seat can be taken', () => fay.mayTake.value);
  fay.takeSeat();
  fay.begin(newSession({ id: 's1', format: 'cohort', template: 'staff-role', agenda }));
  await all.soon('all know of it', () => all.lives.every((one) => one.session.value !== null));
  return all;
}

describe('a session', () => {
  test('shows every panel the same stage and time, and that it exists at all', async () => {
    const { people, lives, pass } = await gathered();
    expect(people.map(({ workshop }) => workshop.hasLive.value)).toEqual([true, true, true]);
    const [fay, erin] = lives as [LiveSession, LiveSession];
    expect(erin.act(start)).toBe(false);
    fay.act(start);
    await pass(2 * minute);
    expect(lives.map((live) => live.stage.value?.id)).toEqual(['open', 'open', 'open']);
    for (const live of lives) {
      const left = live.left.value;
      expect(left.kind === 'left' && Math.abs(left.ms - 3 * minute)).toBeLessThan(2_500);
    }
    fay.act(next);
    await pass(5_000);
    fay.act(back);
    await pass(5_000);
    expect(lives.map((live) => live.stage.value?.id)).toEqual(['open', 'open', 'open']);
  });

  test('counts who is done with this stage, and starts anew with the next', async () => {
    const { lives, pass } = await gathered();
    const [fay, erin, max] = lives as [LiveSession, LiveSession, LiveSession];
    fay.act(start);
    await pass(5_000);
    erin.sayDone(true);
    max.sayDone(true);
    max.sayDone(false);
    await pass(5_000);
    expect(lives.map(({ room }) => [room.value.done, room.value.awaited])).toEqual(Array(3).fill([1, 2]));
    expect([erin.iAmDone.value, max.iAmDone.value]).toEqual([true, false]);
    fay.act(next);
    await pass(5_000);
    expect(lives.map(({ room }) => room.value.done)).toEqual([0, 0, 0]);
    fay.act(back);
    await pass(5_000);
    expect([fay.room.value.done, erin.iAmDone.value]).toEqual([1, true]);
  });

  test('tells once when a stage is over, to whoever has not muted it, and again when it was made longer', async () => {
    const { people, lives, pass } = await gathered();
    const [fay, erin, max] = lives as [LiveSession, LiveSession, LiveSession];
    max.mute(true);
    fay.act(start);
    await pass(6 * minute);
    expect(lives.map(({ ended }) => ended.value)).toEqual([1, 1, 0]);
    const notices = (at: number) => people[at]?.screen.notices.map(({ message }) => message) ?? [];
    expect([notices(1).includes('Time is up: open'), notices(2)]).toEqual([true, []]);
    await pass(2 * minute);
    expect(erin.ended.value).toBe(1);
    fay.act((now) => ({ ...now, agenda: now.agenda.map((one) => ({ ...one, minutes: one.minutes + 5 })) }));
    await pass(4 * minute);
    expect(erin.ended.value).toBe(2);
  });
});

describe('the seat', () => {
  test('is nobody else’s while its holder is there, also when they touch nothing', async () => {
    const { lives, pass } = await gathered();
    await pass(10 * minute);
    expect(lives.map(({ mayTake, iHold }) => [mayTake.value, iHold.value])).toEqual([
      [false, true],
      [false, false],
      [false, false],
    ]);
    expect(lives[1]?.takeSeat()).toBe(false);
  });

  test('is taken by whom it was offered to, and the session goes on', async () => {
    const { lives, people, pass } = await gathered();
    const [fay, erin, max] = lives as [LiveSession, LiveSession, LiveSession];
    fay.act(start);
    const id = people[1]?.workshop.me.value?.id;
    fay.offerSeat(id ?? null);
    await pass(3_000);
    expect([erin.mayTake.value, max.mayTake.value]).toEqual([true, false]);
    erin.takeSeat();
    await pass(3_000);
    expect(lives.map(({ iHold }) => iHold.value)).toEqual([false, true, false]);
    expect(fay.act(next)).toBe(false);
    erin.act(next);
    await pass(3_000);
    expect(lives.map(({ stage }) => stage.value?.id)).toEqual(['write', 'write', 'write']);
  });

  test('falls free when its holder has been gone for a minute', async () => {
    const { lives, people, pass } = await gathered();
    const [, erin] = lives as [LiveSession, LiveSession];
    people[0]?.workshop.dispose();
    people[0]?.close();
    await pass(40_000);
    expect(erin.mayTake.value).toBe(false);
    await pass(40_000);
    expect(erin.mayTake.value).toBe(true);
    expect(erin.takeSeat()).toBe(true);
    await pass(3_000);
    expect([erin.iHold.value, lives[2]?.mayTake.value]).toEqual([true, false]);
  });

  test('can be left, and is then free at once', async () => {
    const { lives, pass } = await gathered();
    lives[0]?.leaveSeat();
    await pass(3_000);
    expect(lives.map(({ mayTake, iHold }) => [mayTake.value, iHold.value])).toEqual(
      Array(3).fill([true, false]),
    );
  });
});
