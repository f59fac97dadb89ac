/** Who is in the room: the rules R1 to R4. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SheetId, sheetId, type UserId, userId } from '../../../src/workshop/ids.ts';
import type { SessionPerson } from '../../../src/workshop/session/people.ts';
import { type RoomInputs, roomOf, usersOf } from '../../../src/workshop/session/room.ts';

const person = (id: string, name: string, more: Partial<SessionPerson> = {}): SessionPerson => ({
  ...{ id, name, user: null, role: 'engineer', sheet: null, reviews: [] },
  ...more,
});
const somebody = (user: string, name: string) => ({ user: userId(user), name });
const room = (inputs: Partial<RoomInputs>) =>
  roomOf({
    ...{ people: [], online: [], owners: new Map(), whereabouts: new Map(), done: new Set(), holder: null },
    ...{ parts: new Set(), readers: new Set() },
    ...inputs,
  });
const [s1, s2] = [sheetId('s1'), sheetId('s2')];

describe('the room', () => {
  test('has everybody once: who is on the list, and who just came (R1)', () => {
    const { occupants } = room({
      people: [person('p1', 'Erin Example'), person('p2', 'Max Manager', { role: 'manager' })],
      online: [somebody('u1', 'erin  example'), somebody('u9', 'Guest')],
    });
    expect(occupants.map(({ name, user, here }) => [name, user, here])).toEqual([
      ['Erin Example', 'u1', true],
      ['Max Manager', null, false],
      ['Guest', 'u9', true],
    ]);
  });

  test('knows people by their board id, then by the sheet they own, then by a name that only one has (R2)', () => {
    const people = [
      person('p1', 'Alex Example', { user: userId('u1') }),
      person('p2', 'Sam Example', { sheet: s2 }),
      person('p3', 'Alex Example'),
      person('p4', 'Kim Example'),
      person('p5', 'Kim Example'),
    ];
    const online = [
      somebody('u1', 'Alex Example'),
      somebody('u2', 'Samira'),
      somebody('u3', 'Alex Example'),
      somebody('u4', 'Kim Example'),
    ];
    const owners = new Map<SheetId, UserId>([[s2, userId('u2')]]);
    expect([...usersOf({ people, online, owners })]).toEqual([
      ['p1', 'u1'],
      ['p2', 'u2'],
      ['p3', 'u3'],
    ]);
  });

  test('waits for those who are here, and not for a facilitator who only facilitates (R3)', () => {
    const people = [
      person('p1', 'Erin Example'),
      person('p2', 'Fay Facilitator', { role: 'facilitator' }),
      person('p3', 'Gone Example'),
    ];
    const online = [
      somebody('u1', 'Erin Example'),
      somebody('u2', 'Fay Facilitator'),
      somebody('u9', 'Guest'),
    ];
    const [u1, u2, u9] = ['u1', 'u2', 'u9'].map(userId) as [UserId, UserId, UserId];
    const inputs = { people, online, holder: u2, done: new Set([u9, u2]), parts: new Set([u9]) };
    expect(room(inputs)).toMatchObject({ done: 1, awaited: 2 });
    expect(room({ ...inputs, holder: u1 })).toMatchObject({ done: 1, awaited: 2 });
    const leads = [person('p2', 'Fay Facilitator', { role: 'manager', reviews: ['p1'] })];
    expect(room({ ...inputs, people: leads, parts: new Set([u1, u9]) })).toMatchObject({
      done: 2,
      awaited: 3,
    });
  });

  test('waits for who just came once they have a part in a sheet, or where nobody was listed (R3)', () => {
    const online = [somebody('u1', 'Erin Example'), somebody('u9', 'Guest')];
    const listed = { people: [person('p1', 'Erin Example')], online };
    const names = (inputs: Partial<RoomInputs>) =>
      room(inputs).occupants.flatMap(({ awaited, name }) => (awaited ? [name] : []));
    expect(names(listed)).toEqual(['Erin Example']);
    expect(names({ ...listed, parts: new Set([userId('u9')]) })).toEqual(['Erin Example', 'Guest']);
    expect(names({ ...listed, owners: new Map([[s1, userId('u9')]]) })).toEqual(['Erin Example', 'Guest']);
    expect(names({ online })).toEqual(['Erin Example', 'Guest']);
  });

  test('waits for nobody who may only view the board, whatever they are to do (R4)', () => {
    const { occupants, awaited } = room({
      people: [person('p1', 'Erin Example', { sheet: s1 })],
      online: [somebody('u1', 'Erin Example')],
      readers: new Set([userId('u1')]),
    });
    expect([awaited, occupants[0]?.reads]).toEqual([0, true]);
  });

  test('tells on which sheet people are, and whose sheet is whose', () => {
    const { occupants } = room({
      people: [person('p1', 'Erin Example', { sheet: s1 })],
      online: [somebody('u1', 'Erin Example'), somebody('u9', 'Guest')],
      owners: new Map([[s2, userId('u9')]]),
      whereabouts: new Map([['u9', { sheet: 's1' }]]),
    });
    expect(occupants.map(({ sheet, at }) => [sheet, at])).toEqual([
      [s1, null],
      [s2, s1],
    ]);
  });

  test('counts the same in whatever order people come', () => {
    const names = fc.constantFrom('Erin', 'Max', 'Mona', 'Ada');
    fc.assert(
      fc.property(
        fc.array(names, { maxLength: 6 }),
        fc.uniqueArray(fc.tuple(fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'), names), {
          selector: ([user]) => user,
        }),
        fc.uniqueArray(fc.constantFrom('u1', 'u2', 'u3')),
        (listed, online, done) => {
          const inputs = {
            people: listed.map((name, at) => person(`p${at}`, name)),
            online: online.map(([user, name]) => somebody(user, name)),
            done: new Set(done.map(userId)),
          };
          const [first, second] = [room(inputs), room({ ...inputs, online: inputs.online.toReversed() })];
          expect([second.done, second.awaited]).toEqual([first.done, first.awaited]);
          const users = first.occupants.flatMap(({ user }) => user ?? []);
          expect(new Set(users).size).toBe(users.length);
          expect(inputs.online.every(({ user }) => users.includes(user))).toBe(true);
        },
      ),
      { seed: 20_261_208, numRuns: 300 },
    );
  });
});
