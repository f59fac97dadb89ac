/** Sessions for tests: a small one by name, and whatever a facilitator may do with it. */
import fc from 'fast-check';
import { type Agenda, addStage, editStage, type SessionStage } from '../../../src/workshop/session/agenda.ts';
import * as run from '../../../src/workshop/session/session.ts';

export const minute = 60_000;
export const noon = Date.parse('2026-11-20T12:00:00.000Z');

export const stage = (id: string, minutes = 10, more: Partial<SessionStage> = {}): SessionStage => ({
  id,
  title: id,
  minutes,
  say: '',
  do: 'Do it.',
  place: 'write',
  step: null,
  writing: 'open',
  authors: 'named',
  tool: null,
  skipped: false,
  ...more,
});

export const session = (agenda: Agenda = [stage('open', 5), stage('write', 10), stage('close', 3)]) =>
  run.newSession({ id: 's1', format: 'cohort', template: 'staff-role', agenda });

/** What a facilitator does next, some time after the last thing. */
export interface Act {
  readonly wait: number;
  readonly does: (session: run.Session, now: number) => run.Session;
  readonly name: string;
}

const ids = ['open', 'write', 'close', 'more', 'nowhere'];

export const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc
    .record({
      wait: fc.integer({ min: 0, max: 20 * minute }),
      what: fc.oneof(
        fc.constantFrom(
          { name: 'start', does: run.start },
          { name: 'next', does: run.next },
          { name: 'back', does: run.back },
          { name: 'pause', does: run.pause },
          { name: 'resume', does: run.resume },
          { name: 'end', does: run.end },
          { name: 'reopen', does: run.reopen },
        ),
        fc
          .tuple(fc.constantFrom(...ids), fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 7 }))
          .map(
            ([id, number, kind]) =>
              [
                { name: `go to ${id}`, does: (one: run.Session, now: number) => run.goTo(one, id, now) },
                { name: `skip ${id}`, does: (one: run.Session) => run.skip(one, id, number > 0) },
                {
                  name: `${number} min for ${id}`,
                  does: (one: run.Session, now: number) => run.addMinutes(one, id, number, now),
                },
                { name: `${id} to ${number}`, does: (one: run.Session) => run.reorder(one, id, number) },
                { name: `drop ${id}`, does: (one: run.Session) => run.drop(one, id) },
                {
                  name: `edit ${id}`,
                  does: (one: run.Session) =>
                    run.changeAgenda(one, (agenda) => editStage(agenda, id, { minutes: number, title: '' })),
                },
                {
                  name: `add after ${id}`,
                  does: (one: run.Session) =>
                    run.changeAgenda(one, (agenda) =>
                      addStage(agenda, id, { id: 'more', title: '', minutes: number, do: '' }),
                    ),
                },
                {
                  name: 'another device',
                  does: (one: run.Session, now: number) =>
                    run.byClock(one, { clock: `device-${number}`, before: now, now }),
                },
              ][kind] as { name: string; does: Act['does'] },
          ),
      ),
    })
    .map(({ wait, what }) => ({ wait, ...what })),
  { maxLength: 30 },
);
