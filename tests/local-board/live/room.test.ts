/** What a room sends to whom, and what it does when a window does not answer. */
import { describe, expect, test } from 'vitest';
import type { LiveAct, LiveNews } from '../../../src/local-board/client/liveProtocol.ts';
import { manualClock } from '../../../src/local-board/manualClock.ts';
import { createLive } from '../../../src/local-board/server/live/live.ts';
import type { LiveAnswer, LiveSeat } from '../../../src/local-board/server/live/ports.ts';
import { usualSwitches } from '../../../src/local-board/switches.ts';

const app = 'http://localhost:3001';
const view = { x: 0, y: 0, width: 100, height: 50 };

function openRoom() {
  const clock = manualClock(0);
  const seats: LiveSeat[] = [];
  let ids = 0;
  const live = createLive({
    now: clock.now,
    newId: () => String(++ids),
    after: clock.after,
    seats: () => seats,
    isItem: () => true,
    kept: new Map(),
    keep() {},
    idToken: () => Promise.reject(new Error('no disk')),
  });
  live.start();
  return {
    clock,
    live,
    /** A window; it answers what the room asks of it, or does not. */
    join(userId: string, window = userId, answers: 'answers' | 'mute' = 'answers') {
      const heard: LiveNews[] = [];
      const seat: LiveSeat = {
        window,
        userId,
        name: userId,
        switches: () => usualSwitches,
        tell(news) {
          heard.push(structuredClone(news));
          if (news.news === 'follow-asked' && answers === 'answers')
            queueMicrotask(() => live.act(seat, { do: 'follow-answer', request: news.request }));
        },
      };
      seats.push(seat);
      live.joined(seat);
      return {
        heard,
        of: <Kind extends LiveNews['news']>(news: Kind) =>
          heard.filter((one): one is Extract<LiveNews, { news: Kind }> => one.news === news),
        act: (act: LiveAct) => live.act(seat, act),
        present: (viewport?: typeof view) => live.present(seat, { x: 0, y: 0 }, viewport),
        leave() {
          seats.splice(seats.indexOf(seat), 1);
          live.left(seat);
        },
      };
    },
  };
}

const follow: LiveAct = { do: 'follow', app, followee: 'max' };
const session: LiveAct = { do: 'session-start', app, name: 'Room' };

async function startedBy(window: { act(act: LiveAct): LiveAnswer }): Promise<{ readonly id: string }> {
  const answer = await window.act(session);
  if (!('value' in answer)) throw new Error('The session was not started.');
  return answer.value as { readonly id: string };
}

describe('following', () => {
  test('a window that does not answer in three seconds makes the call fail, and nobody follows', async () => {
    const room = openRoom();
    const erin = room.join('erin');
    room.join('max', 'max', 'mute');
    erin.act(session);
    const answer = erin.act(follow);
    await room.clock.advance(2_999);
    expect(await Promise.race([answer, 'waiting'])).toBe('waiting');
    await room.clock.advance(1);
    expect(await answer).toMatchObject({ group: 'backend', message: expect.stringContaining('3 seconds') });
    expect(erin.act({ do: 'following' })).toEqual({ ids: [] });
    expect(erin.of('following')).toEqual([]);
  });

  test('what a window shows travels only while somebody follows it, and to its followers only', async () => {
    const room = openRoom();
    const [erin, max, ola] = [room.join('erin'), room.join('max'), room.join('ola')];
    erin.act(session);
    max.present(view);
    expect(max.of('watched')).toEqual([]);
    await erin.act(follow);
    expect(max.of('watched')).toEqual([{ news: 'watched', watched: true }]);
    max.present(view);
    erin.act({ do: 'unfollow' });
    max.present({ ...view, x: 9 });
    expect([erin.of('looked').length, ola.of('looked').length]).toEqual([1, 0]);
    expect(max.of('watched').at(-1)).toEqual({ news: 'watched', watched: false });
  });

  test('of a person’s two windows the one they are in is followed', async () => {
    const room = openRoom();
    const [erin, one, two] = [room.join('erin'), room.join('max', 'one'), room.join('max', 'two')];
    erin.act(session);
    one.present();
    await erin.act(follow);
    one.present(view);
    two.present({ ...view, x: 1 });
    two.present({ ...view, x: 2 });
    one.heard.length = 0;
    expect(erin.of('looked').map(({ viewport }) => viewport.x)).toEqual([0, 1, 2]);
    expect(two.of('watched').at(-1)).toEqual({ news: 'watched', watched: true });
  });

  test('a window that lost its connection and comes back still follows', async () => {
    const room = openRoom();
    const erin = room.join('erin');
    room.join('max');
    erin.act(session);
    await erin.act(follow);
    erin.leave();
    await room.clock.advance(5_000);
    const again = room.join('erin');
    await room.clock.advance(20_000);
    expect(again.of('following')).toEqual([{ news: 'following', user: { id: 'max', name: 'max' } }]);
    expect(again.act({ do: 'following' })).toEqual({ ids: [], value: { id: 'max', name: 'max' } });
  });
});

describe('invitations', () => {
  test('are shown in all windows of who was asked, and only they answer', async () => {
    const room = openRoom();
    const [erin, one, two] = [room.join('erin'), room.join('max', 'one'), room.join('max', 'two')];
    const { id } = await startedBy(erin);
    erin.act({ do: 'session-invite', app, session: id, users: ['max'] });
    const [shown] = two.of('invitations').at(-1)?.invitations ?? [];
    const invitation = shown?.id ?? '';
    expect(one.of('invitations').at(-1)?.invitations).toEqual([
      { id: invitation, from: 'erin', session: { name: 'Room', description: '', color: '#4262ff' } },
    ]);
    erin.act({ do: 'invitation-answer', invitation, answer: 'accept' });
    expect(two.of('invitations').at(-1)?.invitations).toHaveLength(1);
    one.act({ do: 'invitation-answer', invitation, answer: 'accept' });
    expect(two.of('invitations').at(-1)?.invitations).toEqual([]);
    expect(erin.of('invitations')).toEqual([{ news: 'invitations', invitations: [] }]);
  });
});

describe('votes', () => {
  test('nobody is told who voted for what, and no counts before the end', () => {
    const room = openRoom();
    const [erin, max] = [room.join('erin'), room.join('max')];
    erin.act({ do: 'vote-start', title: 'First?', items: ['a', 'b'], perPerson: 1 });
    erin.act({ do: 'vote-cast', item: 'b', how: 'give' });
    const running = { title: 'First?', startedBy: 'erin', items: ['a', 'b'], perPerson: 1, voters: 1 };
    const last = (window: typeof erin) => window.of('voting').at(-1)?.voting;
    expect(last(max)).toEqual({ running: { ...running, mine: [] }, finished: [] });
    expect(last(erin)).toEqual({ running: { ...running, mine: ['b'] }, finished: [] });
    max.act({ do: 'vote-finish' });
    expect(last(max)?.finished.map(({ results }) => results)).toEqual([
      [
        { itemId: 'b', count: 1 },
        { itemId: 'a', count: 0 },
      ],
    ]);
    expect(JSON.stringify(max.heard)).not.toContain('ballots');
  });
});

test('a token that cannot be made is refused with the reason', async () => {
  const erin = openRoom().join('erin');
  expect(await erin.act({ do: 'id-token', app })).toEqual({
    group: 'backend',
    message: 'The ID token could not be made: no disk',
  });
});

test('a room that is closed leaves nothing to be done later', async () => {
  const room = openRoom();
  const [erin, max] = [room.join('erin'), room.join('max')];
  const { id } = await startedBy(erin);
  erin.act({ do: 'session-invite', app, session: id, users: ['max'] });
  erin.act({ do: 'timer', step: { how: 'start', duration: 1000 } });
  max.leave();
  room.live.dispose();
  erin.heard.length = 0;
  await room.clock.advance(100_000);
  expect(erin.heard).toEqual([]);
});
