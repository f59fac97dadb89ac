/** What the local board promises an app: sessions, following, and bringing people somewhere. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../sdkBoards.ts';
import type { Scene } from './scene.ts';

const otherApp = { app: 'http://localhost:4001/' };

export function sessionsContract(on: Scene): void {
  const collaboration = (person: Person = on.erin) => person.miro.board.collaboration;
  const userOf = (person: Person) => person.miro.board.getUserInfo();
  const start = (name = 'Room 1') => collaboration().startSession({ name });
  const first = async (person: Person) => {
    const [session] = await collaboration(person).getSessions();
    if (!session) throw new Error('no session is running');
    return session;
  };
  const invitation = (person: Person) => {
    const [open] = person.client.live.invitations.get();
    if (!open) throw new Error('nobody invited this person');
    return open;
  };

  describe('sessions', () => {
    test('a session has an id, a name, a colour, and who started it; everybody’s page of the app finds it [session]', async () => {
      const max = await on.boards.join('Max Example');
      const session = await collaboration().startSession({
        name: 'Room 1',
        color: '#ff0000',
        description: 'A',
      });
      const { id, name } = await userOf(on.erin);
      const told = {
        id: session.id,
        name: 'Room 1',
        color: '#ff0000',
        description: 'A',
        starterId: id,
        starterName: name,
      };
      expect(session).toMatchObject(told);
      expect(await first(max)).toMatchObject(told);
    });

    test('an app may run several; another app none at the same time, and sees none of them [session]', async () => {
      const other = await on.boards.join('Max Example', otherApp);
      const one = await start('Room 1');
      await start('Room 2');
      expect((await collaboration().getSessions()).map(({ name }) => name)).toEqual(['Room 1', 'Room 2']);
      expect(await collaboration(other).getSessions()).toEqual([]);
      await expect(collaboration(other).startSession({ name: 'Theirs' })).rejects.toThrow('Another app');
      await one.end();
      await (await first(on.erin)).end();
      await collaboration(other).startSession({ name: 'Theirs' });
    });

    test('we assume: a session needs a name, and a colour is written as hex', async () => {
      await expect(start(' ')).rejects.toThrow('needs a name');
      await expect(collaboration().startSession({ name: 'a', color: 'red' })).rejects.toThrow('hex');
    });

    test('joining needs no invitation; getUsers and hasJoined tell who is in, by id or user [session]', async () => {
      const max = await on.boards.join('Max Example');
      const session = await start();
      expect(await session.getUsers()).toEqual([]);
      await (await first(max)).join();
      const user = await userOf(max);
      expect(await session.getUsers()).toEqual([{ id: user.id }]);
      expect(await session.hasJoined(user.id)).toBe(true);
      expect(await session.hasJoined(user as unknown as string)).toBe(true);
      expect(await session.hasJoined((await userOf(on.erin)).id)).toBe(false);
      await (await first(max)).leave();
      expect(await session.getUsers()).toEqual([]);
    });

    test('a person is in one session at a time [session]; we assume: joining another leaves the first', async () => {
      const [one, two] = [await start('Room 1'), await start('Room 2')];
      const heard: string[] = [];
      for (const session of [one, two]) {
        await session.on(
          'user-joined',
          async (event) => void heard.push(`${session.name} joined ${event.userId}`),
        );
        await session.on(
          'user-left',
          async (event) => void heard.push(`${session.name} left ${event.userId}`),
        );
      }
      await one.join();
      await two.join();
      await on.boards.settled();
      const { id } = await userOf(on.erin);
      expect(heard).toEqual([`Room 1 joined ${id}`, `Room 1 left ${id}`, `Room 2 joined ${id}`]);
      expect(await one.getUsers()).toEqual([]);
    });

    test('we assume: leaving a session that one is not in is refused', async () => {
      await expect((await start()).leave()).rejects.toThrow('not in this session');
    });

    test('who is invited is asked; accepting joins, and the app hears of both [session]', async () => {
      const max = await on.boards.join('Max Example');
      const session = await start();
      const heard: unknown[] = [];
      await session.on('invitation-responded', async ({ response }) => void heard.push(response));
      await session.on('user-joined', async ({ userId, sessionId }) => void heard.push([userId, sessionId]));
      await session.invite([await userOf(max)]);
      await on.boards.settled();
      expect(invitation(max)).toMatchObject({ from: 'Erin Example', session: { name: 'Room 1' } });
      await max.client.live.act({
        do: 'invitation-answer',
        invitation: invitation(max).id,
        answer: 'accept',
      });
      await on.boards.settled();
      const { id } = await userOf(max);
      expect(heard).toEqual([{ user: id, status: 'accepted', reason: 'clicked-button' }, [id, session.id]]);
      expect(max.client.live.invitations.get()).toEqual([]);
    });

    test('an invitation may be declined, clicked away, or time out [session]; we assume: after 30 seconds', async () => {
      const max = await on.boards.join('Max Example');
      const user = await userOf(max);
      const session = await start();
      const heard: string[] = [];
      await session.on(
        'invitation-responded',
        async ({ response }) => void heard.push(`${response.status} ${response.reason}`),
      );
      for (const answer of ['decline', 'outside'] as const) {
        await session.invite(user);
        await on.boards.settled();
        await max.client.live.act({ do: 'invitation-answer', invitation: invitation(max).id, answer });
      }
      await session.invite([user]);
      await on.boards.advance(29_000);
      expect(heard).toEqual(['rejected clicked-button', 'rejected clicked-outside']);
      await on.boards.advance(1_000);
      expect(heard.slice(2)).toEqual(['rejected timed-out']);
      expect(max.client.live.invitations.get()).toEqual([]);
      expect(await session.getUsers()).toEqual([]);
    });

    test('we assume: inviting nobody, or who is in already, asks nobody', async () => {
      const session = await start();
      await session.join();
      await session.invite([]);
      await session.invite([await userOf(on.erin)]);
      await on.boards.settled();
      expect(on.erin.client.live.invitations.get()).toEqual([]);
    });

    test('all pages of the app hear that a session started and ended; no other app does [collaboration]', async () => {
      const max = await on.boards.join('Max Example');
      const other = await on.boards.join('Ola Example', otherApp);
      const heard: string[] = [];
      for (const [name, person] of Object.entries({ max, other }))
        for (const event of ['sessions:started', 'sessions:ended'] as const)
          await collaboration(person).on(event, ({ session }) =>
            heard.push(`${name} ${event} ${session.name}`),
          );
      const session = await start();
      await session.end();
      await on.boards.settled();
      expect(heard).toEqual(['max sessions:started Room 1', 'max sessions:ended Room 1']);
      await expect(session.join()).rejects.toThrow('Session not found');
    });

    test('off ends it for that handler; the end of a session takes all its handlers [session]', async () => {
      const session = await start();
      const heard: string[] = [];
      const once = async () => void heard.push('once');
      await session.on('user-joined', once);
      await session.on('user-left', async () => void heard.push('left'));
      await session.join();
      await session.off('user-joined', once);
      await session.leave();
      await session.join();
      await on.boards.settled();
      expect(heard).toEqual(['once', 'left']);
      const ended = () => heard.push('ended');
      await collaboration().on('sessions:ended', ended);
      await collaboration().off('sessions:ended', ended);
      await session.end();
      await on.boards.settled();
      expect(heard).toEqual(['once', 'left']);
    });

    test('who closes their last window leaves; we assume: ten seconds later, so that a reload is no leaving', async () => {
      const max = await on.boards.join('Max Example');
      const session = await start();
      await (await first(max)).join();
      const left: string[] = [];
      await session.on('user-left', async ({ userId }) => void left.push(userId));
      const { id } = await userOf(max);
      max.client.dispose();
      while (on.erin.client.others.get().length > 0) await on.boards.settled();
      await on.boards.advance(9_000);
      expect([left, (await session.getUsers()).length]).toEqual([[], 1]);
      await on.boards.advance(1_000);
      expect([left, await session.getUsers()]).toEqual([[id], []]);
    });

    test('we assume: who may only view joins, and starts, invites and ends nothing', async () => {
      const viewer = await on.boards.join('Vic Example', { switches: { access: 'view' } });
      await expect(collaboration(viewer).startSession({ name: 'a' })).rejects.toThrow('only view');
      await start();
      const session = await first(viewer);
      await session.join();
      await expect(session.invite([])).rejects.toThrow('only view');
      await expect(session.end()).rejects.toThrow('only view');
    });
  });

  describe('attention', () => {
    const attention = (person: Person = on.erin) => collaboration(person).attention;
    const view = { x: 1000, y: 2000, width: 1600, height: 900 };
    const withMax = async () => {
      const max = await on.boards.join('Max Example');
      await start();
      await (await first(max)).join();
      return { max, user: await userOf(max) };
    };

    test('zoomTo moves the other person’s viewport to the items [collaboration]', async () => {
      const { max, user } = await withMax();
      const shape = await on.erin.miro.board.createShape({ x: 500, y: 500 });
      const before = await on.erin.miro.board.viewport.get();
      await collaboration().zoomTo(user, shape);
      await on.boards.settled();
      expect(await max.miro.board.viewport.get()).toEqual({ x: 450, y: 450, width: 100, height: 100 });
      expect(await on.erin.miro.board.viewport.get()).toEqual(before);
    });

    test('zoomTo is refused without items, without a user, and for who is offline or in no session [collaboration]', async () => {
      const { user } = await withMax();
      const shape = await on.erin.miro.board.createShape();
      const { zoomTo } = collaboration();
      await expect(zoomTo(user, [])).rejects.toThrow('no item');
      await expect(zoomTo(undefined as unknown as typeof user, shape)).rejects.toThrow('No user');
      await expect(zoomTo({ id: '1', name: 'Nobody' }, shape)).rejects.toThrow('not on the board');
      await expect(zoomTo(await userOf(on.erin), shape)).rejects.toThrow('no session');
    });

    test('a follower’s viewport keeps to that of whom they follow [attention]', async () => {
      const { max, user } = await withMax();
      expect(await attention().isFollowing()).toBe(false);
      await attention().follow(user);
      expect(await attention().isFollowing()).toBe(true);
      expect(await attention().getFollowedUser()).toEqual(user);
      await max.miro.board.viewport.set({ viewport: view });
      await on.boards.advance(100);
      expect(await on.erin.miro.board.viewport.get()).toEqual(view);
      await attention().unfollow();
      await max.miro.board.viewport.set({ viewport: { ...view, x: 0 } });
      await on.boards.advance(100);
      expect(await on.erin.miro.board.viewport.get()).toEqual(view);
      expect(await attention().isFollowing()).toBe(false);
    });

    test('a follower sees at once what the followed person sees [attention]', async () => {
      const { max, user } = await withMax();
      await max.miro.board.viewport.set({ viewport: view });
      await attention().follow(user);
      await on.boards.advance(100);
      expect(await on.erin.miro.board.viewport.get()).toEqual(view);
    });

    test('others in the session can be made to follow, and let go again [attention]', async () => {
      const { max, user } = await withMax();
      const me = await userOf(on.erin);
      await attention().follow(me, { followers: [user] });
      expect(await attention(max).getFollowedUser()).toEqual(me);
      expect(await attention().isFollowing()).toBe(false);
      await attention().unfollow({ followee: me, followers: [user] });
      expect(await attention(max).isFollowing()).toBe(false);
      // Forgiving: nobody is followed any more.
      await attention().unfollow({ followee: me, followers: [user] });
    });

    test('the documented refusals of following [attention]', async () => {
      const { max, user } = await withMax();
      const ola = await on.boards.join('Ola Example');
      const [me, outside] = [await userOf(on.erin), await userOf(ola)];
      const { follow, unfollow, getFollowedUser } = attention();
      await expect(follow(me)).rejects.toThrow('themselves');
      await expect(follow({ id: '1', name: 'Nobody' })).rejects.toThrow('not on the board');
      await expect(follow(user, { followers: [me] })).rejects.toThrow('cannot be one of the followers');
      await expect(follow(me, { followers: [outside] })).rejects.toThrow('no session');
      await expect(unfollow()).rejects.toThrow('following nobody');
      await expect(getFollowedUser()).rejects.toThrow('following nobody');
      await expect(unfollow({ followee: me, followers: [outside] })).rejects.toThrow('no session');
      await follow(user);
      await expect(follow(user)).rejects.toThrow('already following');
      await attention(max).follow(outside);
      await expect(follow(me, { followers: [user] })).rejects.toThrow('already following');
    });

    test('following needs a running session, and ends with the app’s last one [collaboration; the end we assume]', async () => {
      const max = await on.boards.join('Max Example');
      const user = await userOf(max);
      await expect(attention().follow(user)).rejects.toThrow('running session');
      const session = await start();
      await attention().follow(user);
      await session.end();
      expect(await attention().isFollowing()).toBe(false);
    });

    test('we assume: following ends when the follower’s own view is moved, and when the followed person has gone', async () => {
      const { max, user } = await withMax();
      await attention().follow(user);
      await on.erin.miro.board.viewport.set({ viewport: view });
      await on.boards.settled();
      expect(await attention().isFollowing()).toBe(false);
      await attention().follow(user);
      max.client.dispose();
      while (on.erin.client.others.get().length > 0) await on.boards.settled();
      await on.boards.advance(11_000);
      expect(await attention().isFollowing()).toBe(false);
    });

    test('we assume: a following is one window’s; the person’s other tab stays where it is', async () => {
      const { user } = await withMax();
      const tab = await on.boards.join('Erin Example');
      await attention().follow(user);
      expect(await attention(tab).isFollowing()).toBe(false);
    });
  });
}
