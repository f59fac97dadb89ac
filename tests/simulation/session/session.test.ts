/** Twelve people, each with the whole app, from set-up to summary: every stage of the agenda on a virtual clock. */
import { expect, test } from 'vitest';
import { agendaFor } from '../../../src/workshop/session/agenda.ts';
import { staffRoleStages } from '../../../src/workshop/templates/staffRoleStages.ts';
import { playSession } from './playSession.ts';

/** Milliseconds of real time. */
const patience = 10 * 60_000;

test(
  'twelve people go through the whole agenda together, and all see the same at the end',
  async () => {
    const { people, stages, sheets, drop, differences, minutes } = await playSession({
      people: 12,
      seed: 1,
      jitter: 240,
    });
    const agenda = agendaFor(staffRoleStages, 'cohort');
    expect(stages.map(({ id, minutes }) => [id, minutes])).toEqual(
      agenda.map(({ id, minutes }) => [id, minutes]),
    );
    for (const { title, reached, apart, done, awaited } of stages) {
      expect(reached, title).toHaveLength(11);
      expect(Math.max(...reached), title).toBeLessThan(1_500);
      expect(apart, title).toBeLessThanOrEqual(1_000);
      expect({ title, done }).toEqual({ title, done: awaited });
    }
    expect(differences).toEqual([]);
    expect(minutes).toBeGreaterThan(90);
    expect(minutes).toBeLessThan(105);

    const engineers = people.filter(({ role }) => role === 'engineer').map(({ name }) => name);
    expect(sheets.map(({ name }) => name).sort()).toEqual(engineers.sort());
    for (const { name, notes, agreed, reviewers, next } of sheets) {
      expect(notes, name).toBeGreaterThanOrEqual(8);
      expect(agreed, name).toBeGreaterThan(0);
      expect(reviewers.length, name).toBeGreaterThanOrEqual(2);
      expect(next, name).not.toBeNull();
    }
    expect(drop.minute).toBeLessThanOrEqual(100_000);
    for (const { name, hour, minute } of people) {
      expect(hour, name).toBeLessThan(300_000);
      expect(minute, name).toBeLessThan(100_000);
    }
  },
  patience,
);
