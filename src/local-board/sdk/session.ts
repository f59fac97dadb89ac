/** One session, as an app sees it. Each copy is the same session; what it says of itself never changes. */
import type { Session as MiroSession, OnlineUserInfo } from '@mirohq/websdk-types';
import type { EventHub } from './eventHub.ts';
import type { Transport } from './transport.ts';
import { userIdOf, userIdsOf } from './users.ts';

export interface SessionData {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly color: string;
  readonly starterId: string;
  readonly starterName: string;
}

// Handlers of three kinds of events; each hears its own.
type Handler = (event: never) => unknown;

/** What one page listens to, by session: the end of a session takes it all away. */
export type Listened = Map<string, Set<() => Promise<void>>>;

export interface SessionPorts {
  readonly transport: Transport;
  readonly hub: EventHub;
  readonly listened: Listened;
}

export function asSession({ transport, hub, listened }: SessionPorts, data: SessionData): MiroSession {
  const { id, name, description, color, starterId, starterName } = data;
  const call = (what: Parameters<Transport['call']>[0], more: object = {}) =>
    transport.call(what, { session: id, ...more });
  const tell = async (...given: Parameters<typeof call>): Promise<void> => {
    await call(...given);
  };
  const eventOf = (event: string) => `sessions:${event}:${id}`;

  return {
    id,
    name,
    description,
    color,
    starterId,
    starterName,
    invite: async (...users: OnlineUserInfo[] | OnlineUserInfo[][]) =>
      tell('SESSIONS_INVITE_USERS', { users: userIdsOf(users.flat()) }),
    join: () => tell('SESSIONS_JOIN'),
    leave: () => tell('SESSIONS_LEAVE'),
    getUsers: async () => (await call('SESSIONS_GET_USERS')) as { id: string }[],
    // The types take an id, the page's example a user.
    hasJoined: async (user: string | OnlineUserInfo) =>
      (await call('SESSIONS_USER_JOINED', { user: userIdOf(user) })) as boolean,
    async on(event: string, handler: Handler) {
      const all = listened.get(id) ?? new Set();
      listened.set(id, all);
      all.add(() => hub.off(eventOf(event), handler));
      await hub.on(eventOf(event), handler);
    },
    off: (event: string, handler: Handler) => hub.off(eventOf(event), handler),
    async end() {
      await tell('SESSIONS_END');
      const all = listened.get(id) ?? [];
      listened.delete(id);
      await Promise.all([...all].map((off) => off()));
    },
  };
}
