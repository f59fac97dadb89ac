/** The rules S1 to S6 of a session, and A1 to A3 of its agenda. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInTemplate } from '../../../scripts/templates.ts';
import {
  addStage,
  agendaFor,
  agendaFrom,
  agendaLimits,
  agendaMinutes,
  dropStage,
  moveStage,
} from '../../../src/workshop/session/agenda.ts';
import * as run from '../../../src/workshop/session/session.ts';
import { formats } from '../../../src/workshop/stage.ts';
import { acts, minute, noon, session, stage } from './sessions.ts';

const started = () => run.start(session(), noon);

describe('the time of a stage', () => {
  test('is what its minutes leave, however often it is left and taken up again (S1)', () => {
    let now = noon;
    let one = started();
    now += 2 * minute;
    expect(run.timeLeft(one, now)).toBe(3 * minute);
    one = run.next(one, now);
    expect(run.timeLeft(one, now)).toBe(10 * minute);
    now += minute;
    one = run.back(one, now);
    expect(run.timeLeft(one, now)).toBe(3 * minute);
    now += 4 * minute;
    expect(run.timeLeft(one, now)).toBe(-minute);
    one = run.next(one, now);
    expect([run.timeLeft(one, now), one.spent]).toEqual([9 * minute, { open: 6 * minute, write: minute }]);
  });

  test('stands still while it is paused, also from one stage to the next (S4)', () => {
    let one = run.pause(started(), noon + minute);
    expect(run.timeLeft(one, noon + 50 * minute)).toBe(4 * minute);
    one = run.next(one, noon + 50 * minute);
    expect([one.stage, one.since]).toEqual(['write', null]);
    one = run.resume(one, noon + 60 * minute);
    expect(run.timeLeft(one, noon + 61 * minute)).toBe(9 * minute);
    one = run.end(one, noon + 62 * minute);
    expect([one.phase, run.timeLeft(one, noon + 90 * minute)]).toEqual(['ended', 8 * minute]);
    one = run.reopen(one, noon + 100 * minute);
    expect([one.phase, one.stage, run.timeLeft(one, noon + 101 * minute)]).toEqual([
      'going',
      'write',
      7 * minute,
    ]);
  });

  test('goes on with what is left when another device with another clock takes over', () => {
    const hour = 60 * minute;
    let one = run.byClock(started(), { clock: 'laptop', before: noon, now: noon });
    expect(one.since).toBe(noon);
    // The phone is an hour behind, and the laptop's clock is known to show two minutes past noon.
    one = run.byClock(one, { clock: 'phone', before: noon + 2 * minute, now: noon - hour });
    expect(run.timeLeft(one, noon - hour + minute)).toBe(2 * minute);
    expect(run.byClock(one, { clock: 'phone', before: 0, now: 0 })).toBe(one);
  });

  test('can be made longer and shorter, never shorter than what was spent (A1)', () => {
    const now = noon + 150_000;
    expect(run.timeLeft(run.addMinutes(started(), 'open', 5, now), now)).toBe(7.5 * minute);
    expect(run.timeLeft(run.addMinutes(started(), 'open', -1, now), now)).toBe(1.5 * minute);
    expect(run.timeLeft(run.addMinutes(started(), 'open', -30, now), now)).toBe(0.5 * minute);
    expect(run.addMinutes(started(), 'close', -30, now).agenda[2]?.minutes).toBe(1);
    expect(run.addMinutes(started(), 'close', 500, now).agenda[2]?.minutes).toBe(agendaLimits.minutes);
    const over = run.addMinutes(started(), 'open', -3, noon + 30 * minute);
    expect(over.agenda[0]?.minutes).toBe(5);
  });
});

describe('moving', () => {
  test('goes past stages that are skipped, and takes one up again when somebody goes to it (S3)', () => {
    let one = run.skip(started(), 'write', true);
    expect(run.nextStage(one)?.id).toBe('close');
    one = run.next(one, noon);
    expect([one.stage, run.stageBefore(one)?.id, run.nextStage(one)]).toEqual(['close', 'open', null]);
    expect(run.next(one, noon)).toBe(one);
    one = run.goTo(one, 'write', noon);
    expect(one.agenda.map(({ skipped }) => skipped)).toEqual([false, false, false]);
    expect(run.back(run.back(one, noon), noon).stage).toBe('open');
  });

  test('does nothing before the beginning and after the end, but to begin where somebody wants to', () => {
    const planned = session();
    for (const act of [run.next, run.back, run.pause, run.resume, run.end, run.reopen])
      expect(act(planned, noon)).toBe(planned);
    expect(run.goTo(planned, 'write', noon)).toMatchObject({ phase: 'going', stage: 'write', since: noon });
    const ended = run.end(started(), noon);
    for (const act of [run.next, run.back, run.pause, run.resume, run.end, run.start])
      expect(act(ended, noon)).toBe(ended);
    expect(run.goTo(ended, 'write', noon)).toBe(ended);
  });

  test('never skips or drops the stage that people are in (S6)', () => {
    const one = started();
    expect(run.skip(one, 'open', true)).toBe(one);
    expect(run.drop(one, 'open')).toBe(one);
    expect(run.drop(one, 'close').agenda.map(({ id }) => id)).toEqual(['open', 'write']);
  });
});

test('whatever a facilitator does, the rules hold', () => {
  fc.assert(
    fc.property(acts, (done) => {
      let now = noon;
      let one = session();
      for (const { wait, does } of done) {
        now += wait;
        const before = one;
        one = does(one, now);
        expect(one.agenda.length).toBeGreaterThan(0);
        expect(new Set(one.agenda.map(({ id }) => id)).size).toBe(one.agenda.length);
        for (const { minutes, title } of one.agenda) {
          expect(Number.isInteger(minutes) && minutes >= 1 && minutes <= agendaLimits.minutes).toBe(true);
          expect(title).not.toBe('');
        }
        if (one.phase === 'going') {
          expect(run.currentStage(one)?.skipped).toBe(false); // S6
          expect(run.timeLeft(one, now)).not.toBeNull();
        } else expect(one.since).toBeNull(); // S4
        // S2, S5: what was spent is never less than before.
        for (const [id, ms] of Object.entries(before.spent)) expect(one.spent[id]).toBeGreaterThanOrEqual(ms);
      }
    }),
    { seed: 20_261_205, numRuns: 400 },
  );
});

test('time is spent only while it runs, each moment in one stage', () => {
  fc.assert(
    fc.property(acts, (done) => {
      let now = noon;
      let one = session();
      let ran = 0;
      for (const { wait, does } of done) {
        now += wait;
        if (one.since !== null) ran += wait;
        one = does(one, now);
      }
      const sum = Object.values(one.spent).reduce((all, ms) => all + ms, 0) + run.running(one, now);
      expect(sum).toBe(ran);
    }),
    { seed: 20_261_206, numRuns: 400 },
  );
});

test('a clock that is put back takes nothing away, and one that jumps ahead claims a day at most (S5)', () => {
  const one = started();
  expect(run.timeLeft(one, noon - 60 * minute)).toBe(5 * minute);
  expect(run.pause(one, noon - 60 * minute).spent).toEqual({ open: 0 });
  expect(run.pause(one, noon + 1e12).spent).toEqual({ open: 24 * 60 * minute });
});

describe('an agenda', () => {
  test('has the minutes of its format, and leaves out what the format skips', () => {
    const { stages } = builtInTemplate('staff-role');
    expect(formats.map((format) => agendaMinutes(agendaFor(stages, format)))).toEqual([60, 90, 30]);
    expect(agendaFor(stages, 'pair').map(({ id }) => id)).toEqual([
      ...['open', 'context', 'write', 'read', 'ours', 'talk', 'needs', 'close'],
    ]);
  });

  test('keeps its stages when they are reordered (A3)', () => {
    const { agenda } = session();
    fc.assert(
      fc.property(
        fc.constantFrom('open', 'write', 'close', 'nowhere'),
        fc.integer({ min: -3, max: 9 }),
        (id, place) => {
          const moved = moveStage(agenda, id, place);
          expect(moved.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
            agenda.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          );
          if (id !== 'nowhere')
            expect(moved.findIndex((one) => one.id === id)).toBe(Math.min(2, Math.max(0, place)));
        },
      ),
    );
  });

  test('takes no more stages than can be read, nor one id twice, and keeps the last one', () => {
    let { agenda } = session();
    for (let n = 0; n < 60; n += 1)
      agenda = addStage(agenda, 'open', { id: `more-${n}`, title: 'More', minutes: 5, do: '' });
    expect(agenda).toHaveLength(agendaLimits.stages);
    expect(agenda[1]?.id).toBe('more-36');
    expect(addStage(session().agenda, null, { id: 'open', title: 'Again', minutes: 5, do: '' })).toHaveLength(
      3,
    );
    const [only] = session().agenda;
    expect(only && dropStage([only], 'open')).toEqual([only]);
  });

  test('is read again as it lies in a document; what can’t be read is counted', () => {
    const { agenda } = session([
      stage('a', 7, { step: 'ours', tool: 'dots', writing: 'private', authors: 'role', skipped: true }),
      stage('b'),
    ]);
    expect(agendaFrom(JSON.parse(JSON.stringify(agenda)))).toEqual({ agenda, unknown: 0 });
    const broken = [
      null,
      { ...stage('c'), minutes: 0 },
      { ...stage('d'), minutes: 'ten' },
      stage('a'),
      { ...stage('e'), place: 'attic' },
      ...agenda,
      stage('b'),
    ];
    expect(agendaFrom(broken)).toEqual({ agenda: [stage('a'), agenda[1]], unknown: 6 });
    expect([agendaFrom([]), agendaFrom('agenda'), agendaFrom([{ id: 'x' }])]).toEqual([null, null, null]);
  });

  test('takes what it does not know for the quieter way', () => {
    const strange = { ...stage('a'), writing: 'whispered', authors: 'initials', tool: 'dice' };
    expect(agendaFrom([strange])?.agenda[0]).toMatchObject({
      writing: 'private',
      authors: 'hidden',
      tool: null,
    });
  });
});
