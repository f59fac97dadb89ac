import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaFor, agendaMinutes, skipStage } from '../../../src/workshop/session/agenda.ts';
import { fitAgenda } from '../../../src/workshop/session/fitAgenda.ts';
import { staffRoleStages } from '../../../src/workshop/templates/staffRoleStages.ts';

const cohort = agendaFor(staffRoleStages, 'cohort');
const minutesOf = (agenda: typeof cohort) => agenda.map(({ minutes }) => minutes);

describe('an agenda in the time that people have', () => {
  test('adds up to it, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: cohort.length, max: 480 }), (total) => {
        const fitted = fitAgenda(cohort, total);
        expect(agendaMinutes(fitted)).toBe(total);
        expect(Math.min(...minutesOf(fitted))).toBeGreaterThanOrEqual(1);
        expect(fitted.map(({ id }) => id)).toEqual(cohort.map(({ id }) => id));
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  test('gives each stage its share, to the minute', () => {
    const shares = minutesOf(cohort).map((minutes) => (minutes * 60) / 90);
    for (const [at, minutes] of minutesOf(fitAgenda(cohort, 60)).entries())
      expect(Math.abs(minutes - (shares[at] ?? 0)), cohort[at]?.title).toBeLessThan(1);
  });

  test('stays as it is where it takes that long already', () => {
    expect(fitAgenda(cohort, 90)).toEqual(cohort);
  });

  test('leaves out what is skipped', () => {
    const without = skipStage(cohort, 'write', true);
    const fitted = fitAgenda(without, 45);
    expect(agendaMinutes(fitted)).toBe(45);
    expect(fitted.find(({ id }) => id === 'write')).toEqual(without.find(({ id }) => id === 'write'));
  });

  test('takes a minute a stage where the stages are more than the minutes', () => {
    expect(minutesOf(fitAgenda(cohort, 10))).toEqual(cohort.map(() => 1));
  });

  test.each([0, -5, 1e9, 62.4])('is never of %d minutes that nobody could sit through', (total) => {
    const minutes = agendaMinutes(fitAgenda(cohort, total));
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThanOrEqual(480);
    expect(Number.isInteger(minutes)).toBe(true);
  });
});
