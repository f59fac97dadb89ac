/** Sessions of apps, following, and results of votes. What may be done when is the room's to say. */
import type { LiveAct } from '../../client/liveProtocol.ts';
import { no, type Payload, stringIn, stringsIn } from '../payload.ts';
import type { Calls, Desk, Handler } from './desk.ts';

/** People come as ids; the SDK takes them out of what an app hands over. */
const userIn = (payload: Payload, key = 'user'): string => {
  const id = payload[key];
  return typeof id === 'string' && id !== '' ? id : no('input', 'No user was given.');
};

const optional = (payload: Payload, key: string): string | undefined =>
  payload[key] === undefined ? undefined : stringIn(payload, key);

const onSession =
  (what: 'session-join' | 'session-leave' | 'session-end'): Handler =>
  async ({ client, app }, payload, bill) => {
    await client.live.act({ do: what, app, session: stringIn(payload, 'session') }, bill);
  };

async function following(desk: Desk, bill: Parameters<Handler>[2]): Promise<unknown> {
  return (await desk.client.live.act({ do: 'following' }, bill)).value;
}

export const collaborationCalls = {
  async SESSIONS_START({ client, app }, payload, bill) {
    const color = optional(payload, 'color');
    const description = optional(payload, 'description');
    const act: LiveAct = {
      do: 'session-start',
      app,
      name: stringIn(payload, 'name'),
      ...(color === undefined ? {} : { color }),
      ...(description === undefined ? {} : { description }),
    };
    return (await client.live.act(act, bill)).value;
  },
  SESSIONS_GET: async ({ client, app }, _payload, bill) =>
    (await client.live.act({ do: 'sessions', app }, bill)).value,
  SESSIONS_END: onSession('session-end'),
  SESSIONS_JOIN: onSession('session-join'),
  SESSIONS_LEAVE: onSession('session-leave'),
  async SESSIONS_INVITE_USERS({ client, app }, payload, bill) {
    const [session, users] = [stringIn(payload, 'session'), stringsIn(payload, 'users')];
    await client.live.act({ do: 'session-invite', app, session, users }, bill);
  },
  async SESSIONS_GET_USERS({ client, app }, payload, bill) {
    const session = stringIn(payload, 'session');
    return (await client.live.act({ do: 'session-users', app, session }, bill)).ids.map((id) => ({ id }));
  },
  async SESSIONS_USER_JOINED({ client, app }, payload, bill) {
    const [session, user] = [stringIn(payload, 'session'), userIn(payload)];
    return (await client.live.act({ do: 'session-users', app, session }, bill)).ids.includes(user);
  },
  async COLLABORATION_VIEWPORT_ZOOM_TO({ client, app }, payload, bill) {
    const [user, items] = [userIn(payload), stringsIn(payload, 'items')];
    if (items.length === 0) no('input', 'Cannot zoom: no item was given.');
    await client.live.act({ do: 'zoom-to', app, user, items }, bill);
  },
  async ATTENTION_FOLLOW({ client, app }, payload, bill) {
    const followee = userIn(payload, 'followee');
    const followers = payload.followers === undefined ? undefined : stringsIn(payload, 'followers');
    await client.live.act({ do: 'follow', app, followee, ...(followers ? { followers } : {}) }, bill);
  },
  async ATTENTION_UNFOLLOW({ client, app }, payload, bill) {
    if (payload.followee === undefined) {
      await client.live.act({ do: 'unfollow' }, bill);
      return;
    }
    const [followee, followers] = [userIn(payload, 'followee'), stringsIn(payload, 'followers')];
    await client.live.act({ do: 'unfollow-others', app, followee, followers }, bill);
  },
  ATTENTION_IS_FOLLOWING: async (desk, _payload, bill) => (await following(desk, bill)) !== undefined,
  async ATTENTION_GET_FOLLOWED_USER(desk, _payload, bill) {
    return (await following(desk, bill)) ?? no('input', 'You are following nobody.');
  },
  GET_VOTING_RESULTS: async ({ client }, _payload, bill) =>
    (await client.live.act({ do: 'voting-results' }, bill)).value,
} satisfies Calls<string>;
