/**
 * The seat between browsers whose clocks differ, over a bad network: two people take it at once, holders go without a
 * word, messages come late or never. Real sync, one virtual clock.
 */
import { expect, test } from 'vitest';
import { claimSeat, readSession, writeSession } from '../../../src/annotations/session/sessionDocument.ts';
import type { Sync } from '../../../src/sync/sync.ts';
import { type UserId, userId } from '../../../src/workshop/ids.ts';
import * as run from '../../../src/workshop/session/session.ts';
import { timeLeftHere } from '../../../src/workshop/session/timeLeft.ts';
import { syncWorld } from '../../support/syncWorld.ts';
import { minute, session, stage } from '../../workshop/session/sessions.ts';

const hour = 60 * minute;
const agenda = ['open', 'context', 'write', 'read', 'talk', 'close'].map((id) => stage(id, 15));

interface Somebody {
  readonly user: UserId;
  readonly sync: Sync;
  readonly now: () => number;
  readonly read: () => ReturnType<typeof readSession>;
  claim(): void;
  /** What a facilitator does, by the clock of this device; false for anybody else. */
  does(act: (session: run.Session, now: number) => run.Session): boolean;
}

async function gather(seed: number, offs: readonly number[]) {
  const world = syncWorld(seed);
  const people = offs.map((off, at): Somebody => {
    const user = userId(`user-${at}`);
    const device = world.device(user);
    device.setClock(off);
    const { sync } = device.openPage();
    const { doc } = sync.open('session');
    const now = () => world.clock.now() + off;
    const read = () => readSession(doc);
    return {
      ...{ user, sync, now, read },
      claim: () => void claimSeat(doc, { user, name: user, at: new Date(now()).toISOString() }),
      does(act) {
        const current = read().session ?? session(agenda);
        const ahead = (current.clock === null ? 0 : sync.clocks.get().get(current.clock)) ?? 0;
        const mine = run.byClock(current, { clock: sync.device, before: now() + ahead, now: now() });
        return writeSession(doc, user, act(mine, now()));
      },
    };
  });
  /** Lets time pass; everybody's page says now and then that they are there. Tells how long two held the seat at most. */
  async function pass(ms: number): Promise<number> {
    let longest = 0;
    let double = 0;
    for (let passed = 0; passed < ms; passed += 250) {
      if (passed % 5_000 === 0) for (const { sync } of people) sync.tell({ here: true });
      await world.clock.advance(250);
      const holders = people.filter(({ user, read }) => read().holder?.user === user).length;
      double = holders > 1 ? double + 250 : 0;
      longest = Math.max(longest, double);
    }
    return longest;
  }
  await pass(10_000);
  return { ...world, people, pass };
}

const leftFor = ({ read, sync, now }: Somebody): number => {
  const { session } = read();
  if (!session) return Number.NaN;
  const ahead = session.clock === sync.device ? 0 : (sync.clocks.get().get(session.clock ?? '') ?? null);
  const left = timeLeftHere(session, now(), ahead);
  return left.kind === 'left' ? left.ms : Number.NaN;
};

test.each([1, 2, 3])(
  'two who take it at once are one holder within seconds, and all see the same time (seed %i)',
  async (seed) => {
    const { people, pass, network } = await gather(seed, [0, hour, -2 * hour, 37 * minute, 5_000]);
    network.set({ loss: 0.1, delay: { least: 30, most: 800 } });
    const [fay, max] = people as [Somebody, Somebody];
    fay.claim();
    fay.does(run.start);
    await pass(10_000);
    max.claim();
    fay.claim();
    expect(await pass(30_000)).toBeLessThanOrEqual(4_000);
    const holder = people.find(({ user, read }) => read().holder?.user === user);
    expect(holder?.user).toBe(fay.user);
    expect(max.does(run.next)).toBe(false);
    await pass(3 * minute);
    const left = people.map(leftFor);
    expect(Math.max(...left) - Math.min(...left)).toBeLessThan(1_000);
    expect(Math.abs((left[0] ?? 0) - (15 * minute - (3 * minute + 40_000)))).toBeLessThan(2_000);
  },
);

test.each([11, 12, 13, 14])(
  'a story of many hands and a bad network ends with all of one mind (seed %i)',
  async (seed) => {
    const { people, pass, network, random } = await gather(seed, [0, -hour, 3 * hour, 90_000]);
    const somebody = () => people[Math.floor(random() * people.length)] as Somebody;
    somebody().claim();
    await pass(5_000);
    for (let turn = 0; turn < 25; turn += 1) {
      const bad = random() < 0.3;
      network.set(
        bad
          ? { loss: 0.5, refusal: 0.2, doubling: 0.2, delay: { least: 50, most: 4_000 } }
          : { loss: 0.1, delay: { least: 30, most: 600 } },
      );
      const one = somebody();
      const dice = random();
      if (dice < 0.25) one.claim();
      else if (dice < 0.35) one.does(run.pause);
      else if (dice < 0.45) one.does(run.resume);
      else
        one.does((now, at) =>
          now.phase === 'planned'
            ? run.start(now, at)
            : random() < 0.7
              ? run.next(now, at)
              : run.back(now, at),
        );
      await pass(random() * 20_000);
    }
    network.set({});
    await pass(4 * minute);
    const [first, ...others] = people.map(({ read }) => read());
    for (const other of others) {
      expect(other.holder).toEqual(first?.holder);
      expect(other.session).toEqual(first?.session);
    }
    expect(first?.unknown).toBe(0);
    const left = people.map(leftFor);
    if (first?.session?.phase === 'going') expect(Math.max(...left) - Math.min(...left)).toBeLessThan(1_000);
  },
);

test('somebody who joins at minute 40 with a clock an hour off knows the time within seconds', async () => {
  const { people, pass, device, clock } = await gather(5, [0, 10_000]);
  const [fay] = people as [Somebody];
  fay.claim();
  fay.does(run.start);
  fay.does((now, at) => run.goTo(now, 'talk', at));
  await pass(9 * minute);
  const late = device('late');
  late.setClock(-hour);
  const { sync } = late.openPage();
  const { doc } = sync.open('session');
  for (let beat = 0; beat < 4; beat += 1) {
    fay.sync.tell({ here: true });
    await clock.advance(4_000);
  }
  const { session } = readSession(doc);
  if (!session) throw new Error('Nothing was heard of the session');
  const ahead = sync.clocks.get().get(session.clock ?? '') ?? null;
  const left = timeLeftHere(session, clock.now() - hour, ahead);
  expect(left.kind === 'left' && Math.abs(left.ms - leftFor(fay))).toBeLessThan(1_000);
});
