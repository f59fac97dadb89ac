/** Timer, sessions and votes as pure machines: what holds after any steps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused } from '../../../src/local-board/model/refusal.ts';
import {
  answerInvitation,
  endSession,
  invite,
  joinSession,
  leaveAll,
  leaveSession,
  noSessions,
  type Sessions,
  startSession,
} from '../../../src/local-board/model/sessions.ts';
import {
  noTimer,
  restOf,
  stepTimer,
  type TimerState,
  type TimerStep,
  timerAsMiro,
} from '../../../src/local-board/model/timer.ts';
import { ballotOf, castVote, resultOf, startVote, type Vote } from '../../../src/local-board/model/votes.ts';

const fixed = { seed: 20260105, numRuns: 300 };

/** A step that is refused leaves everything as it was. */
function unlessRefused<T>(was: T, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof Refused) return was;
    throw error;
  }
}

describe('the timer', () => {
  const step: fc.Arbitrary<TimerStep> = fc.oneof(
    fc.record({
      how: fc.constantFrom('start' as const, 'prolong' as const),
      duration: fc.integer({ min: -1000, max: 100_000 }),
    }),
    fc.record({ how: fc.constantFrom('pause' as const, 'resume' as const, 'stop' as const) }),
  );

  test('never has more left than its whole, nor less than nothing, and falls only while it runs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 60_000 }))), (steps) => {
        let now = 0;
        let timer: TimerState = noTimer;
        for (const [next, pause] of steps) {
          timer = unlessRefused(timer, () => stepTimer(timer, next, now).timer);
          const before = restOf(timer, now);
          now += pause;
          const after = restOf(timer, now);
          expect(before).toBeGreaterThanOrEqual(0);
          expect(before).toBeLessThanOrEqual(timer.total);
          expect(before - after).toBe(timer.status === 'STARTED' ? Math.min(before, pause) : 0);
        }
      }),
      fixed,
    );
  });

  test('one that has run out can be started anew', () => {
    const { timer } = stepTimer(noTimer, { how: 'start', duration: 1000 }, 0);
    expect(timerAsMiro(stepTimer(timer, { how: 'start', duration: 500 }, 1000).timer, 1000)).toEqual({
      status: 'STARTED',
      restDuration: 500,
      totalDuration: 500,
    });
  });
});

describe('sessions', () => {
  const apps = ['one', 'two'];
  const people = ['ada', 'ben', 'cem'];
  const which = fc.nat({ max: 5 });
  const act = fc.record({
    what: fc.constantFrom('start', 'join', 'leave', 'end', 'invite', 'accept', 'decline', 'gone'),
    app: fc.constantFrom(...apps),
    user: fc.constantFrom(...people),
    which,
  });
  let ids = 0;
  const newId = () => String(++ids);

  function done(
    sessions: Sessions,
    { what, app, user, which: at }: typeof act extends fc.Arbitrary<infer Act> ? Act : never,
  ): Sessions {
    const id = sessions.running[at % Math.max(1, sessions.running.length)]?.id ?? 'none';
    const open = sessions.invitations[at % Math.max(1, sessions.invitations.length)]?.id ?? 'none';
    switch (what) {
      case 'start':
        return startSession(sessions, {
          id: newId(),
          app,
          name: 'Room',
          color: undefined,
          description: undefined,
          starterId: user,
          starterName: user,
        }).sessions;
      case 'join':
        return joinSession(sessions, app, id, user).sessions;
      case 'leave':
        return leaveSession(sessions, app, id, user).sessions;
      case 'end':
        return endSession(sessions, app, id).sessions;
      case 'invite':
        return invite(sessions, { app, session: id, users: people, from: user }, newId).sessions;
      case 'gone':
        return leaveAll(sessions, user).sessions;
      default:
        return answerInvitation(sessions, open, what === 'accept' ? 'accepted' : 'rejected', 'clicked-button')
          .sessions;
    }
  }

  test('one app at a time, a person in one session, nobody asked twice or into one that is over', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let sessions = noSessions;
        for (const one of acts) {
          const was = sessions;
          sessions = unlessRefused(was, () => done(was, one));
          const { running, invitations } = sessions;
          expect(new Set(running.map(({ app }) => app)).size).toBeLessThanOrEqual(1);
          const joined = running.flatMap(({ users }) => users);
          expect(joined).toEqual([...new Set(joined)]);
          const asked = invitations.map(({ session, user }) => `${session} ${user}`);
          expect(asked).toEqual([...new Set(asked)]);
          for (const { session, user } of invitations)
            expect(running.find(({ id }) => id === session)?.users.includes(user)).toBe(false);
        }
      }),
      fixed,
    );
  });
});

describe('votes', () => {
  const vote = (perPerson = 2): Vote =>
    startVote(
      {
        id: 'v',
        title: ' What first? ',
        createdBy: { userId: 'ada', userName: 'Ada Example' },
        createdAt: '2026-01-05T09:00:00.000Z',
        items: ['a', 'b', 'a', 'gone'],
        perPerson,
      },
      undefined,
      (id) => id !== 'gone',
    );

  test('are on items that are there, each once, under a tidy title', () => {
    expect(vote()).toMatchObject({ title: 'What first?', items: ['a', 'b'], state: 'open' });
  });

  test('nobody gives more than they have, and every vote given is counted', () => {
    const cast = fc.record({
      user: fc.constantFrom('ada', 'ben', '__proto__'),
      item: fc.constantFrom('a', 'b', 'c'),
      how: fc.constantFrom('give' as const, 'take-back' as const),
    });
    fc.assert(
      fc.property(fc.array(cast, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (casts, perPerson) => {
        let now = vote(perPerson);
        let given = 0;
        for (const { user, item, how } of casts) {
          const was = now;
          now = unlessRefused(was, () => castVote(was, user, item, how));
          if (now !== was) given += how === 'give' ? 1 : -1;
          expect(ballotOf(now, user).length).toBeLessThanOrEqual(perPerson);
        }
        expect(resultOf(now).results.reduce((sum, { count }) => sum + count, 0)).toBe(given);
      }),
      fixed,
    );
  });

  test('one that is over takes no more votes', () => {
    expect(() => castVote({ ...vote(), state: 'finished' }, 'ada', 'a', 'give')).toThrow(Refused);
  });
});
